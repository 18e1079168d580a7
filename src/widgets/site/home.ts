// The first page finds out where its reader was, once the browser has nothing better to do.
import type { AttemptRow, Store } from '#store';
import { home } from '#strings';
import { parsePlace, placeOf } from './place.ts';

const idle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 500);
};

idle(() => void import('#store').then(({ openStore }) => openStore()).then(where));

async function where(store: Store): Promise<void> {
  const lessons = (await store.lessons()).toSorted((a, b) => b.at - a.at);
  const [last] = lessons;
  if (last) {
    const place = parsePlace(await store.setting(placeOf(last.id)));
    lead(`/learn/${last.id}/${place ? `#${place.id}` : ''}`, home.continueLesson(last.title));
    if (place) say(home.place(place.text));
  }
  const open = await latestOpen(store);
  if (open) lead(`/exam/${open.form.exam}/`, home.continueExam(open.form.title));
  const done = new Set(lessons.filter((row) => row.done !== undefined).map((row) => row.id));
  for (const state of document.querySelectorAll<HTMLElement>('[data-module-lessons]')) {
    const ids = (state.dataset['moduleLessons'] ?? '').split(' ').filter((id) => id !== '');
    const count = ids.filter((id) => done.has(id)).length;
    if (count > 0) state.textContent = home.done(count, ids.length);
  }
}

/** The latest attempt that has begun, if it is not closed. */
async function latestOpen(store: Store): Promise<AttemptRow | undefined> {
  for (const attempt of await store.attempts()) {
    const events = await store.events(attempt.id);
    if (events.some(({ type }) => type === 'submitted' || type === 'expired')) return undefined;
    if (events.length > 0) return attempt;
  }
  return undefined;
}

/** Puts a way on before the others, and makes it the first one. */
function lead(href: string, text: string): void {
  const ways = document.getElementById('ways');
  ways?.querySelector('.first')?.classList.remove('first');
  const link = document.createElement('a');
  link.className = 'button first';
  link.href = href;
  link.textContent = text;
  ways?.prepend(link);
}

function say(text: string): void {
  const place = document.getElementById('place');
  if (!place) return;
  place.textContent = text;
  place.hidden = false;
}
