// What every journey stands on: no request to another host, no violation of the policy, no error in the page.
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

interface Journey {
  readonly page: Page;
  /** With the worker that keeps the whole site: fetching it takes longer than most journeys. */
  readonly wholeSite: boolean;
}

export const test = base.extend<Journey>({
  wholeSite: false,
  page: async ({ page, baseURL, wholeSite }, use) => {
    const wrong: string[] = [];
    if (!wholeSite)
      await page.context().addInitScript(() => {
        if ('serviceWorker' in navigator)
          navigator.serviceWorker.register = () => new Promise(() => undefined);
      });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== baseURL) wrong.push(`request to ${origin}`);
    });
    page.on('console', (message) => {
      const offline = message.text().includes('ERR_INTERNET_DISCONNECTED');
      if (message.type() === 'error' && !offline) wrong.push(message.text());
    });
    page.on('pageerror', (error) => {
      wrong.push(error.message);
    });
    await use(page);
    expect(wrong).toEqual([]);
  },
});

/** Waits until the service worker has everything and is in charge of the page. */
export async function readyOffline(page: Page): Promise<void> {
  await page.goto('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
