// The service worker: registered once, and a new version waits for the reader's word. Never during a sitting.
export function offerUpdates(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const { serviceWorker } = navigator;
  void serviceWorker.register('/sw.js', { updateViaCache: 'none' }).then((registration) => {
    const offer = (): void => {
      if (registration.waiting && serviceWorker.controller) show();
    };
    offer();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', offer);
    });
    onChoice('now', () => {
      if (sits()) return;
      if (registration.waiting) registration.waiting.postMessage('SKIP_WAITING');
      else location.reload();
    });
    onChoice('later', hide);
  });
  // Whichever page it was that took the new version: the files of the old one are gone, and what still sleeps here
  // could not wake. The first worker of all takes nothing away.
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (controlled && sits()) show();
    else if (controlled) location.reload();
    controlled = true;
  });
}

/** A sitting is open in this page. The style sheet hides the notice as long as it is. */
function sits(): boolean {
  return document.documentElement.dataset['sitting'] !== undefined;
}

function show(): void {
  const notice = document.getElementById('update');
  if (notice) notice.hidden = false;
}

function hide(): void {
  const notice = document.getElementById('update');
  if (notice) notice.hidden = true;
}

function onChoice(choice: 'now' | 'later', act: () => void): void {
  document.querySelector(`#update [data-update=${choice}]`)?.addEventListener('click', act);
}
