import { readFile } from 'node:fs/promises';
import { expect, readyOffline, test } from './journey.ts';
import { rightLetters, start, submit } from './sitting.ts';

test.use({ wholeSite: true });

const LAB = '/lab/the-bucket-says-yes/';

test('everything is saved to a file, deleted, and restored from it', async ({ page }) => {
  await page.goto('/learn/decisions/how-a-decision-is-made/');
  const note = page.getByRole('textbox', { name: /A colleague has a refusal/ });
  await note.click();
  await note.fill('I ask which kind of no it is.');
  await page.waitForLoadState('networkidle');
  await page.goto('/settings/');
  const dark = page.getByRole('radio', { name: 'Dark' });
  await dark.check();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything to a file' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  expect(text).toContain('I ask which kind of no it is.');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('button', { name: 'Yes, delete everything' })).toBeFocused();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(page.getByText('Everything is deleted.')).toBeFocused();
  await expect(page.getByRole('radio', { name: 'As the system' })).toBeChecked();
  const file = page.getByLabel('Restore from a file');
  const give = (content: string) =>
    file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await give(text.replace('"version": 2', '"version": 3'));
  await expect(page.getByText('saved by a newer version')).toBeVisible();
  await expect(page.getByText('Everything is deleted.')).toBeHidden();
  await give(text.replace('which kind', 'what kind'));
  await expect(page.getByText('This file is damaged. Nothing was changed.')).toBeVisible();
  await give('hello');
  await expect(page.getByText('This is no file of Gatehouse.')).toBeVisible();
  await give(text);
  await expect(page.getByText(/\d+ new, 0 changed, 0 already here\./)).toBeVisible();
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(page.getByText('Restored.')).toBeVisible();
  await expect(dark).toBeChecked();
  await page.goto('/learn/decisions/how-a-decision-is-made/');
  await page.keyboard.press('PageDown');
  await expect(note).toHaveValue('I ask which kind of no it is.');
});

test('after the first visit every page works with the network cut', async ({ context, page }) => {
  await readyOffline(page);
  await context.setOffline(true);
  for (const path of [
    '/',
    '/learn/',
    '/learn/roles/passing-a-role/',
    '/lab/',
    '/exam/',
    '/settings/',
    '/licences/',
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    expect(response?.fromServiceWorker(), path).toBe(true);
  }
  await page.goto(LAB);
  const lab = page.getByRole('region', { name: /The bucket says yes/ });
  await lab.getByRole('button', { name: 'Allowed' }).click();
  await expect(lab.getByText('As you guessed.')).toBeVisible();
  await start(page);
  for (const letter of await rightLetters(page)) await page.keyboard.press(letter);
  await expect(page.getByText('✓ saved')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 of 11 questions are answered.')).toBeVisible();
  await page.getByRole('button', { name: 'Submit it as it is' }).click();
  await page.getByRole('link', { name: 'See the results' }).click();
  await expect(page.getByText(/1 of 11 points/).first()).toBeVisible();
  await page.goto('/no/such/page/');
  await expect(page.getByRole('heading', { name: 'No such page' })).toBeVisible();
});

test('without a database the course works, says what is not kept, and offers a file', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  await page.goto(LAB);
  const lab = page.getByRole('region', { name: /The bucket says yes/ });
  await lab.getByRole('button', { name: 'Allowed' }).click();
  await expect(lab.getByText('As you guessed.')).toBeVisible();
  await expect(page.getByText('What you do is kept only until you close this page.')).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save it to a file' }).click();
  expect(await readFile(await (await saving).path(), 'utf8')).toContain('the-bucket-says-yes');
});

test('a database that refuses to open is said, and nothing else breaks', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await page.goto('/exam/passing-a-role/');
  await expect(page.getByText('The storage of this browser is blocked.')).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.keyboard.press('b');
  await expect(page.getByText('not kept')).toBeVisible();
});

test('a result that cannot be kept stands in the room, is saved to a file, and is not left without a word', async ({
  page,
}) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await start(page);
  for (const letter of await rightLetters(page)) await page.keyboard.press(letter);
  await submit(page);
  await expect(page.getByRole('heading', { name: 'Submitted' })).toBeFocused();
  await expect(page.getByText(/^This result is not kept/)).toBeVisible();
  await expect(page.getByText(/1 of 11 points/).first()).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(11);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the result to a file' }).click();
  expect(JSON.parse(await readFile(await (await saving).path(), 'utf8'))).toMatchObject({ raw: 1, max: 11 });
  const asked = page.waitForEvent('dialog');
  void page.getByRole('link', { name: 'Leave the room' }).click();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(page.getByText(/1 of 11 points/).first()).toBeVisible();
});
