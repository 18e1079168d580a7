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

function openSearch(): void {
  void import('#widgets/search/open.ts').then((search) => {
    search.openSearch();
  });
}

/** Is somebody typing, or is something open that has keys of its own? */
const isBusy = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLElement) ||
  target.isContentEditable ||
  target.closest('input, textarea, select, dialog, [data-keys]') !== null;

addEventListener('keydown', (event) => {
  if (event.key === 'Escape')
    for (const term of document.querySelectorAll('.term')) term.classList.add('shut');
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (event.key !== '/' || held || isBusy(event.target) || !document.querySelector('[data-search]')) return;
  event.preventDefault();
  openSearch();
});
for (const sign of ['pointerover', 'focusin'] as const)
  addEventListener(sign, (event) => {
    if (event.target instanceof Element) event.target.closest('.term')?.classList.remove('shut');
  });

addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-search]')) openSearch();
  const button =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-done-button]') : null;
  if (button) void import('./kept.ts').then(({ toggleDone }) => toggleDone(button));
});

for (const sign of SIGNS) addEventListener(sign, somebodyIsHere, { capture: true, passive: true });
