// What is brought back when somebody is on a page: kept edits, own words, done lessons; and what cannot be kept is said.
import { openStore, type Store } from '#store';
import { site } from '#strings';
import { download } from './download.ts';

let back: Promise<void> | undefined;

/** Brings back what is kept, once a page. */
export function bringBack(): Promise<void> {
  back ??= bring();
  return back;
}

async function bring(): Promise<void> {
  const store = await openStore();
  sayWhatIsNotKept(store);
  await Promise.all([wakeEdited(store), bringNotes(store), followLesson(store), markDone(store)]);
}

/** Islands that name something kept wake up and fetch it themselves. */
async function wakeEdited(store: Store): Promise<void> {
  for (const part of document.querySelectorAll<HTMLElement>('[data-keeps]')) {
    const id = part.dataset['keeps'] ?? '';
    const kept = (await store.edit(id)) ?? (await store.check(id));
    if (kept) part.closest('astro-island')?.dispatchEvent(new Event('gatehouse:wake'));
  }
}

async function bringNotes(store: Store): Promise<void> {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-note]')) {
    const id = field.dataset['note'] ?? '';
    const kept = await store.note(id);
    const keep = (): void => void store.keepNote({ id, text: field.value, at: Date.now() });
    const early = field.value;
    // What was written before the store was open stands below what is kept.
    if (kept && !early.startsWith(kept.text)) field.value = [kept.text, early].filter(Boolean).join('\n');
    if (early !== '') keep();
    field.addEventListener('input', keep);
  }
}

async function followLesson(store: Store): Promise<void> {
  const lesson = document.querySelector<HTMLElement>('[data-lesson]');
  if (!lesson) return;
  const { lesson: id = '', title = '' } = lesson.dataset;
  const before = await store.lesson(id);
  await store.keepLesson({ ...before, id, title, at: Date.now() });
  const button = lesson.querySelector<HTMLElement>('[data-done-button]');
  if (button) showDone(button, before?.done !== undefined);
}

function showDone(button: HTMLElement, done: boolean): void {
  button.setAttribute('aria-pressed', String(done));
  button.textContent = (done ? button.dataset['done'] : button.dataset['todo']) ?? '';
}

/** The reader says that the lesson is worked through, or takes it back: upon what is kept, so that comes first. */
export async function toggleDone(button: HTMLElement): Promise<void> {
  const { lesson: id = '', title = '' } = button.closest<HTMLElement>('[data-lesson]')?.dataset ?? {};
  await bringBack();
  const store = await openStore();
  const done = (await store.lesson(id))?.done === undefined;
  const at = Date.now();
  showDone(button, done);
  await store.keepLesson({ id, title, at, ...(done ? { done: at } : {}) });
  await markDone(store);
}

async function markDone(store: Store): Promise<void> {
  const done = new Set((await store.lessons()).filter((row) => row.done !== undefined).map((row) => row.id));
  for (const entry of document.querySelectorAll<HTMLElement>('[data-lesson-link]')) {
    entry.toggleAttribute('data-done', done.has(entry.dataset['lessonLink'] ?? ''));
  }
}

export function sayWhatIsNotKept(store: Store): void {
  store.watch(show);
  show();
  function show(): void {
    const keeping = store.keeping();
    const known = document.getElementById('not-kept');
    if (keeping.state === 'kept' || known) return;
    const notice = document.createElement('div');
    notice.id = 'not-kept';
    notice.className = 'update';
    notice.setAttribute('role', 'status');
    const text = document.createElement('p');
    text.textContent = site.notKept[keeping.why];
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = site.saveToFile;
    button.addEventListener('click', () => void store.backup().then(download));
    notice.append(text, button);
    document.body.append(notice);
  }
}
