// The service worker: registered once, and a new version waits for the reader's word. Never during a sitting.
export function offerUpdates(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  void navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).then((registration) => {
    const offer = (): void => {
      if (registration.waiting && navigator.serviceWorker.controller) show(registration.waiting);
    };
    offer();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', offer);
    });
  });
}

function show(waiting: ServiceWorker): void {
  const notice = document.getElementById('update');
  if (!notice || document.documentElement.dataset['sitting'] !== undefined) return;
  notice.hidden = false;
  notice.querySelector('[data-update=now]')?.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      location.reload();
    });
    waiting.postMessage('SKIP_WAITING');
  });
  notice.querySelector('[data-update=later]')?.addEventListener('click', () => {
    notice.hidden = true;
  });
}
