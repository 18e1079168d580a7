// A server of one journey alone, and the moment at which it has the next version of the site.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../src/tools/serve.ts';
import { test as base } from './journey.ts';

const DIST = join(import.meta.dirname, '..', 'dist');
export const OLD = 'Everything stays on this machine.';
export const NEW = 'Everything still stays on this machine.';

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

export const test = base.extend<{ readonly release: () => Promise<void>; readonly site: { server: Server } }>(
  {
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
  },
);
