import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../src/tools/serve.ts';
import { expect, readyOffline, test as base } from './journey.ts';

const DIST = join(import.meta.dirname, '..', 'dist');
const OLD = 'Everything stays on this machine.';
const NEW = 'Everything still stays on this machine.';

/** The built site as its next version: every page says something else and has another hash. */
function writeNext(folder: string): void {
  cpSync(DIST, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(OLD, NEW));
  }
  const worker = join(folder, 'sw.js');
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(/VERSION = '\w+'/, `VERSION = 'next'`));
  const list = join(folder, 'offline.json');
  const text = readFileSync(list, 'utf8').replace(/"version":"\w+"/, '"version":"next"');
  writeFileSync(list, text.replace(/(\/|\.html)","[\w-]{12}"\]/g, '$1","another-hash"]'));
}

/** A server of this journey alone, and the moment at which it has the next version. */
const test = base.extend<{ readonly release: () => Promise<void>; readonly site: { server: Server } }>({
  // Playwright reads from the braces which fixtures this one stands on: none.
  site: async ({}, use) => {
    const site = { server: await serve(DIST, 0) };
    await use(site);
    site.server.closeAllConnections();
    site.server.close();
  },
  baseURL: async ({ site }, use) => {
    await use(`http://localhost:${(site.server.address() as AddressInfo).port}`);
  },
  release: async ({ site }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-'));
    writeNext(folder);
    await use(async () => {
      const { port } = site.server.address() as AddressInfo;
      const closed = new Promise((done) => site.server.close(done));
      site.server.closeAllConnections();
      await closed;
      site.server = await serve(folder, port);
    });
    rmSync(folder, { recursive: true });
  },
});

test.slow();

const NOTICE = 'A new version is ready.';

/** A browser looks for a new version in its own time after a page has come up, and then fetches all of it. */
const offered = (page: Page): Promise<void> =>
  expect(page.getByText(NOTICE)).toBeVisible({ timeout: 60_000 });

test('an update waits for the word of the reader, and then every open page has it', async ({
  context,
  page,
  release,
}) => {
  await readyOffline(page);
  const other = await context.newPage();
  await other.goto('/learn/');
  await release();
  await page.reload();
  await offered(page);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText(NOTICE)).toBeHidden();
  await expect(page.getByText(OLD, { exact: true })).toBeVisible();
  await other.getByRole('button', { name: 'Use it now' }).click();
  await expect(other.getByText(NEW, { exact: true })).toBeVisible();
  await expect(page.getByText(NEW, { exact: true })).toBeVisible();
  await expect(page.getByText(NOTICE)).toBeHidden();
});

test('an update interrupts no sitting, and is offered again when it is over', async ({
  context,
  page,
  release,
}) => {
  await readyOffline(page);
  await page.goto('/exam/passing-a-role/');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.keyboard.press('b');
  const other = await context.newPage();
  await other.goto('/');
  await release();
  await other.reload();
  await offered(other);
  await expect(page.getByText(NOTICE)).toBeHidden();
  await other.getByRole('button', { name: 'Use it now' }).click();
  await expect(other.getByText(NEW, { exact: true })).toBeVisible();
  await expect(page.getByText(NOTICE)).toBeHidden();
  await page.keyboard.press('d');
  await page.keyboard.press('r');
  await expect(page.getByText('10 unanswered · 0 flagged')).toBeVisible();
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  await expect(page.getByText(NOTICE)).toBeVisible();
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await expect(page.getByText(NOTICE)).toBeHidden();
});

test('an update that was ready before a sitting began waits until it is over', async ({ page, release }) => {
  await readyOffline(page);
  await release();
  await page.goto('/exam/passing-a-role/');
  await offered(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(NOTICE)).toBeHidden();
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  await expect(page.getByText(NOTICE)).toBeVisible();
});
