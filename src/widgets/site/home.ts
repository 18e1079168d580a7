// The first page finds out where its reader was, once the browser has nothing better to do.
import type { AttemptRow, Store } from '#store';
import { home } from '#strings';

const idle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 500);
};

idle(() => void import('#store').then(({ openStore }) => openStore()).then(where));

async function where(store: Store): Promise<void> {
  const place = document.getElementById('continue');
  if (!place) return;
  const lessons = (await store.lessons()).toSorted((a, b) => b.at - a.at);
  const [last] = lessons;
  if (last) say(place, home.continueLesson, `/learn/${last.id}/`, last.title);
  const open = await latestOpen(store);
  if (open) say(place, home.continueExam, `/exam/${open.form.exam}/`, open.form.title);
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

function say(place: HTMLElement, lead: string, href: string, text: string): void {
  const line = document.createElement('p');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  line.append(`${lead} `, link);
  place.append(line);
  place.hidden = false;
}
