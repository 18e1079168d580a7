// What every page does by itself: keep working offline, offer an update, wake what has kept work once somebody is there.
import { offerUpdates } from './updates.ts';

offerUpdates();

/** The first scroll or input. Until then nothing of the store is fetched. */
const SIGNS = ['scroll', 'pointerdown', 'keydown', 'input'] as const;

function somebodyIsHere(): void {
  for (const sign of SIGNS) removeEventListener(sign, somebodyIsHere, true);
  void import('./kept.ts').then(({ bringBack }) => bringBack());
  const lesson = document.querySelector<HTMLElement>('[data-lesson]');
  if (!lesson) return;
  void Promise.all([import('#store').then(({ openStore }) => openStore()), import('./place.ts')]).then(
    ([store, { followPlace }]) => {
      followPlace(store, lesson);
    },
  );
}

addEventListener('click', (event) => {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-done-button]') : null;
  if (button) void import('./kept.ts').then(({ toggleDone }) => toggleDone(button));
});

for (const sign of SIGNS) addEventListener(sign, somebodyIsHere, { capture: true, passive: true });
