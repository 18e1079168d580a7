// What is kept finds no room, is taken away or is deleted.
import { goOn, originOf, says, type Chaos, type Stage } from './stage.ts';

const CLEARED: readonly ((stage: Stage) => Promise<void>)[] = [
  async ({ open }) => {
    const other = await open('/settings/');
    await other.getByRole('button', { name: 'Delete everything' }).click();
    await other.getByRole('button', { name: 'Yes, delete everything' }).click();
    await says(other, 'Everything is deleted.');
  },
  async ({ open }) => {
    const other = await open('/licences/');
    await other.evaluate(
      () =>
        new Promise((done) => {
          indexedDB.deleteDatabase('gatehouse').onsuccess = done;
        }),
    );
  },
  async ({ context, page }) => {
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: originOf(page), storageTypes: 'indexeddb' });
  },
];

const DISK = 24 * 2 ** 20;

/** Writes beside the site's own until not a hundred characters find room. */
async function fillDisk(): Promise<void> {
  const db = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open('filler');
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
    opening.onsuccess = () => {
      done(opening.result);
    };
  });
  const fits = (length: number): Promise<boolean> =>
    new Promise((done) => {
      const writing = db.transaction('rows', 'readwrite');
      // Luck cannot be packed.
      const parts = Array.from({ length: Math.ceil(length / 65_536) }, () =>
        crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536))),
      );
      writing.objectStore('rows').add(parts);
      writing.oncomplete = () => {
        done(true);
      };
      writing.onabort = () => {
        done(false);
      };
    });
  for (let length = 2 ** 20; length > 50; length /= 4) while (await fits(length));
  db.close();
}

export const STORAGE: readonly Chaos[] = [
  {
    title: 'the disk is full',
    before: async ({ context, page }) => {
      const session = await context.newCDPSession(page);
      await page.goto('/licences/');
      await session.send('Storage.overrideQuotaForOrigin', { origin: originOf(page), quotaSize: DISK });
    },
    breaks: async ({ page, open, candidate }) => {
      candidate.expectNoMore();
      const other = await open('/licences/');
      await other.evaluate(fillDisk);
      await candidate.act(page);
      await candidate.flagUnseen(page);
      await says(page, /^The storage of this browser is full\./);
      await says(page, 'not kept');
      await other.evaluate(() => void indexedDB.deleteDatabase('filler'));
      await page.reload();
      await goOn(page);
      return { page, hasty: true };
    },
  },
  {
    title: 'a newer version in another tab takes the database',
    breaks: async ({ page, open, candidate }) => {
      candidate.expectNoMore();
      const other = await open('/licences/');
      await other.evaluate(
        () =>
          new Promise<void>((done) => {
            const opening = indexedDB.open('gatehouse', 9990);
            opening.onsuccess = () => {
              opening.result.close();
              done();
            };
          }),
      );
      await says(page, /^The storage of this browser is blocked\./);
      await says(page, 'not kept');
      await candidate.act(page);
      await page.reload();
      await goOn(page);
      return { page, hasty: true };
    },
  },
  {
    title: 'everything is deleted from another tab',
    deletes: true,
    breaks: async (stage) => {
      const { page, luck, candidate } = stage;
      candidate.expectNoMore();
      await CLEARED[luck.below(CLEARED.length)]?.(stage);
      await candidate.act(page);
      await candidate.flagUnseen(page);
      await says(page, /^(What this browser had kept was deleted|The storage of this browser)/);
      await says(page, 'not kept');
      return { page, hasty: true };
    },
  },
];
