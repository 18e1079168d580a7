import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, readyOffline, test } from './journey.ts';

const TERMINAL = '/sandbox/terminal/';

/** Opens the terminal of a page and waits for its prompt. */
async function open(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Open the terminal' }).focus();
  await page.keyboard.press('Enter');
  const command = page.getByRole('textbox', { name: 'Command' });
  await expect(command).toBeVisible({ timeout: 15_000 });
  return command;
}

async function type(page: Page, command: Locator, text: string): Promise<void> {
  await command.focus();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await expect(page.getByText('running …')).toBeHidden();
}

test('real commands change an account, and what was typed is there again tomorrow', async ({ page }) => {
  await page.goto(TERMINAL);
  const command = await open(page);
  const log = page.getByRole('log');
  await type(page, command, 'aws iam create-user --user-name mei.tan --path /dev/');
  await expect(log).toContainText('"Arn": "arn:aws:iam::111122223333:user/dev/mei.tan"');
  await type(page, command, 'cat > note.txt <<EOF\nkept\nEOF');
  await type(page, command, 'sleep 3600; date');
  await expect(log).toContainText('10:00:00');
  await page.reload();
  const again = await open(page);
  await expect(log).toContainText('user/dev/mei.tan');
  await type(page, again, 'cat note.txt; aws iam list-users --query "Users[].UserName" --output text');
  await expect(log).toContainText('admin\tmei.tan');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByText('The account is as it was at the start.')).toBeVisible();
  await expect(log).not.toContainText('mei.tan');
});

test('a refusal leads to its derivation, is taken back, and the world shows as a picture', async ({
  page,
}) => {
  await page.goto(TERMINAL);
  const command = await open(page);
  const deny =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:CreateGroup","Resource":"*"}]}';
  await type(
    page,
    command,
    `aws iam put-user-policy --user-name admin --policy-name no --policy-document '${deny}'`,
  );
  await type(page, command, 'aws iam create-group --group-name developers');
  await expect(page.getByRole('log')).toContainText('with an explicit deny in an identity-based policy');
  await expect(page.getByText('Denied, in so many words')).toBeVisible();
  await page.getByRole('button', { name: 'Event history' }).click();
  await expect(page.getByRole('button', { name: 'Derivation of iam:CreateGroup' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'The world as a picture' }).click();
  await expect(page.getByRole('img', { name: /^Accounts, who is in them/ })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await type(page, command, 'aws iam create-group --group-name developers');
  await expect(page.getByRole('log')).toContainText('group/developers');
});

test('Tab completes, the arrows go through what was typed, Ctrl C stops an endless loop', async ({
  page,
}) => {
  await page.goto(TERMINAL);
  const command = await open(page);
  await expect(command).toBeFocused();
  await page.keyboard.type('aws iam list-us');
  await page.keyboard.press('Tab');
  await expect(command).toHaveValue('aws iam list-user');
  await page.keyboard.type('s');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText('"UserName": "admin"');
  await page.keyboard.press('ArrowUp');
  await expect(command).toHaveValue('aws iam list-users');
  await page.keyboard.press('ArrowDown');
  await expect(command).toHaveValue('');
  await page.keyboard.type('while true; do :; done');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+c');
  await expect(page.getByText('running …')).toBeHidden({ timeout: 15_000 });
  await type(page, command, 'echo alive');
  await expect(page.getByRole('log')).toContainText('alive');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(command).not.toBeFocused();
});

/** Puts something in the place of what was kept of the terminal. */
async function spoil(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gatehouse');
        opening.onerror = () => {
          reject(new Error('the database does not open'));
        };
        opening.onsuccess = () => {
          const change = opening.result.transaction('terminals', 'readwrite');
          const store = change.objectStore('terminals');
          const asked = store.getAll();
          asked.onsuccess = () => {
            for (const row of asked.result as object[]) store.put({ ...row, lines: ['echo kept', 5] });
          };
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

test('a kept terminal that is damaged can be saved, and begins anew', async ({ page }) => {
  await page.goto(TERMINAL);
  await type(page, await open(page), 'aws iam create-user --user-name mei.tan');
  await expect(page.getByRole('log')).toContainText('user/mei.tan');
  await spoil(page);
  await page.reload();
  await page.getByRole('button', { name: 'Open the terminal' }).click();
  await expect(page.getByRole('alert')).toContainText('is damaged');
  const save = page.getByRole('link', { name: 'Save what can be read' });
  expect(decodeURIComponent((await save.getAttribute('href')) ?? '')).toContain('echo kept');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start over' }).click();
  const command = page.getByRole('textbox', { name: 'Command' });
  await type(page, command, 'aws iam list-users --query "Users[].UserName" --output text');
  await expect(page.getByRole('log')).toContainText('admin');
  await expect(page.getByRole('log')).not.toContainText('mei.tan');
});

test('a paste of 5 MB is refused and shown by its ends, and the page goes on', async ({ page }) => {
  test.slow();
  await page.goto(TERMINAL);
  const command = await open(page);
  await type(page, command, `echo ${'x'.repeat(5_000_000)}`);
  await expect(page.getByRole('log')).toContainText('the text is longer than 2 MiB');
  await expect(page.getByRole('log')).toContainText('more letters are not shown');
  await type(page, command, 'aws iam list-users --output table');
  await expect(page.getByRole('log')).toContainText('|  admin');
  expect(await findings(page)).toEqual([]);
});

test.describe('without a network:', () => {
  test.use({ wholeSite: true });
  test('the terminal opens with the network cut', async ({ context, page }) => {
    await readyOffline(page);
    await context.setOffline(true);
    await page.goto(TERMINAL);
    const command = await open(page);
    await type(page, command, 'aws sts get-caller-identity --query Account --output text');
    await expect(page.getByRole('log')).toContainText('111122223333');
  });
});

/** The lines of a lab's own solution. */
function solutionOf(lab: string): string {
  const text = readFileSync(join(import.meta.dirname, '..', 'content', 'labs', `${lab}.yaml`), 'utf8');
  const [, block = ''] = /^solution: \|\n((?: {2}.*\n|\n)+)/m.exec(text) ?? [];
  return block.replace(/^ {2}/gm, '').trim();
}

async function solve(page: Page, lab: string): Promise<void> {
  const command = await open(page);
  await expect(page.getByText('Solved: everything holds.')).toBeHidden();
  await type(page, command, solutionOf(lab));
  await expect(page.getByText('Solved: everything holds.')).toBeVisible({ timeout: 30_000 });
}

test('a lab is solved by typing: a role is handed to an instance', async ({ page }) => {
  test.slow();
  await page.goto('/lab/hand-over-a-role/');
  await solve(page, 'hand-over-a-role');
  expect(await findings(page)).toEqual([]);
  await page.reload();
  await open(page);
  await expect(page.getByText('Solved: everything holds.')).toBeVisible({ timeout: 30_000 });
});

test.describe('without a network:', () => {
  test.use({ wholeSite: true });
  test('a lab is solved by typing with the network cut: two people get their rights by a group', async ({
    context,
    page,
  }) => {
    test.slow();
    await readyOffline(page);
    await context.setOffline(true);
    await page.goto('/lab/a-first-day/');
    await solve(page, 'a-first-day');
  });
});
