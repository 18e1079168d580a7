// A page of the built site whose bytes are counted. Bytes are brotli, quality 11.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page } from 'playwright';

export const PORT = 4330;
export const LESSON = '/learn/decisions/how-a-decision-is-made/';
export const LAB = '/lab/a-deny-wins/';
export const SANDBOX = '/sandbox/';
export const ROOM = '/exam/passing-a-role/';

const SITE = `http://localhost:${PORT}`;

export const brotli = (bytes: Buffer | string): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** A page that counts its own JavaScript: every file fetched, the worker that keeps it offline, and what is inline. */
export class Counted {
  readonly page: Page;
  readonly files = new Set<string>();

  private constructor(page: Page) {
    this.page = page;
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) this.files.add(pathname);
    });
  }

  static async open(browser: Browser, path: string): Promise<Counted> {
    const context = await browser.newContext();
    const counted = new Counted(await context.newPage());
    await counted.page.goto(`${SITE}${path}`);
    return counted;
  }

  async kilobytes(): Promise<number> {
    this.files.add('/sw.js');
    const files = [...this.files].reduce((sum, path) => sum + brotli(readFileSync(join('dist', path))), 0);
    const inline = await this.page.evaluate(() =>
      [...document.querySelectorAll('script:not([src])')].map((script) => script.textContent).join('\n'),
    );
    return (files + brotli(inline)) / 1000;
  }

  /** Until nothing was fetched for a while. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
