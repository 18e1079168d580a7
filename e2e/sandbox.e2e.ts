import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const SANDBOX = '/sandbox/';

/** Tabs on until the focus is where it should be, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Begins with a ready situation, by keyboard alone. */
async function begin(page: Page, name: string): Promise<Locator> {
  await page.goto(SANDBOX);
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'The question' })).toBeFocused();
  return page.getByRole('region', { name: /^Sandbox/ });
}

test('by keyboard alone: a situation is opened, its question changed, and the derivation followed to the line', async ({
  page,
}) => {
  const sandbox = await begin(page, 'A boundary over a developer');
  await expect(sandbox.getByText('Denied, nobody allows it', { exact: true })).toBeVisible();
  await expect(
    sandbox.getByText(/because no permissions boundary allows the s3:PutObject action/),
  ).toBeVisible();
  await tabTo(page, sandbox.getByRole('combobox', { name: 'Action' }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('s3:GetObject');
  await expect(sandbox.getByText('Allowed', { exact: true })).toBeVisible();
  await tabTo(page, sandbox.getByRole('button', { name: /^FirstWeek · statement 1/ }));
  await page.keyboard.press('Enter');
  await expect(sandbox.getByRole('tab', { name: /^FirstWeek/, selected: true })).toBeVisible();
  await expect(sandbox.getByRole('textbox', { name: 'Text of FirstWeek' })).toBeFocused();
});

test('by keyboard alone: a policy is added, written with suggestions, and taken away again', async ({
  page,
}) => {
  const sandbox = await begin(page, 'Ask a question of my own');
  await expect(sandbox.getByText('No policy is here, so nothing allows it.')).toBeVisible();
  await tabTo(page, sandbox.getByRole('button', { name: 'Add a policy' }));
  await page.keyboard.press('Enter');
  await tabTo(page, sandbox.getByRole('button', { name: /^identity policy/ }));
  await page.keyboard.press('Enter');
  const text = sandbox.getByRole('textbox', { name: 'Text of identity policy' });
  await expect(text).toBeFocused();
  await expect(sandbox.getByText('Allowed', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('{ "Version": "2012-10-17", "Statement": { ');
  await page.keyboard.press('Control+Space');
  await expect(sandbox.getByRole('option', { name: 'Effect', exact: true })).toBeVisible();
  await page.keyboard.type('"Eff');
  await page.keyboard.press('Enter');
  await page.keyboard.type(': ');
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('ArrowDown');
  await expect(sandbox.getByRole('option', { name: 'Deny', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(', "Action": "s3:*", "Resource": "*" } }');
  await expect(sandbox.getByText('Denied, in so many words', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await tabTo(page, sandbox.getByRole('button', { name: 'Take away identity policy' }));
  await page.keyboard.press('Enter');
  await expect(sandbox.getByRole('button', { name: 'Add a policy' })).toBeFocused();
  await tabTo(page, sandbox.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(sandbox.getByText('Denied, in so many words', { exact: true })).toBeVisible();
});

test('by keyboard alone: a circumstance with two values is added, and a key that stands twice is said', async ({
  page,
}) => {
  const sandbox = await begin(page, 'A Deny on the bucket');
  await expect(sandbox.getByText('Denied, in so many words', { exact: true })).toBeVisible();
  await tabTo(page, sandbox.getByRole('combobox', { name: 'Value 1 of aws:MultiFactorAuthPresent' }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('t');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sandbox.getByText('Allowed', { exact: true })).toBeVisible();
  await tabTo(page, sandbox.getByRole('button', { name: 'Add a circumstance' }));
  await page.keyboard.press('Enter');
  await expect(sandbox.getByRole('combobox', { name: 'Condition key 2' })).toBeFocused();
  await page.keyboard.type('AWS:multifactorauthpresent');
  await expect(sandbox.getByText(/stands twice in the question/)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('aws:TagKeys');
  await tabTo(page, sandbox.getByRole('button', { name: 'and more values of aws:TagKeys' }));
  await page.keyboard.press('Enter');
  await expect(sandbox.getByRole('combobox', { name: 'Value 2 of aws:TagKeys' })).toBeFocused();
  await expect(sandbox.getByText('Allowed', { exact: true })).toBeVisible();
});

test('by keyboard alone: two versions of a policy are compared, and a cell opens both derivations', async ({
  page,
}) => {
  const sandbox = await begin(page, 'One Allow');
  await tabTo(page, sandbox.getByRole('button', { name: 'Keep this version to compare' }));
  await page.keyboard.press('Enter');
  await expect(sandbox.getByText('Both versions have the same text.')).toBeVisible();
  const text = sandbox.getByRole('textbox', { name: 'Text of read timetables' });
  await tabTo(page, text, 'Shift+Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText((await text.inputValue()).replace('s3:GetObject', 's3:PutObject'));
  await expect(sandbox.getByText('4 of 4 requests would be decided otherwise.')).toBeVisible();
  await page.keyboard.press('Escape');
  const cell = sandbox.getByRole('button', { name: 'was: Allowed; now: Denied, nobody allows it' }).first();
  await tabTo(page, cell);
  await page.keyboard.press('Enter');
  const why = sandbox.getByRole('region', { name: /^Why: may user\/mei.tan do s3:GetObject/ });
  await expect(why.getByText('Allowed', { exact: true })).toBeVisible();
  await expect(why.getByText('Denied, nobody allows it', { exact: true })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await tabTo(page, why.getByRole('button', { name: 'Close' }));
  await page.keyboard.press('Enter');
  await expect(cell).toBeFocused();
});

test('what is asked is there again after a reload, and after starting again it is not', async ({ page }) => {
  const sandbox = await begin(page, 'Two accounts, two yeses');
  await tabTo(page, sandbox.getByRole('combobox', { name: 'Resource, as an ARN' }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('arn:aws:s3:::tern-timetables');
  await expect(sandbox.getByText(/on resource: arn:aws:s3:::tern-timetables$/)).toBeVisible();
  await page.reload();
  await page.keyboard.press('Tab');
  await expect(sandbox.getByRole('combobox', { name: 'Resource, as an ARN' })).toHaveValue(
    'arn:aws:s3:::tern-timetables',
  );
  await tabTo(page, sandbox.getByRole('button', { name: 'Start again' }));
  await page.keyboard.press('Enter');
  await expect(sandbox.getByRole('heading', { name: 'Nothing is here yet' })).toBeFocused();
  await tabTo(page, sandbox.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(sandbox.getByRole('tab', { name: /night job/ })).toBeVisible();
});

test('a link carries the whole situation, and opens it elsewhere', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const sandbox = await begin(page, 'Every layer at once');
  await sandbox.getByText('Save or share').click();
  await sandbox.getByRole('button', { name: 'Copy a link to this' }).click();
  await expect(sandbox.getByText(/^Copied: [\d,]+ characters. Nothing was uploaded.$/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const there = await elsewhere.newPage();
  await there.goto(link);
  await expect(there.getByText('Opened from the address.')).toBeVisible();
  await expect(there.getByRole('tab', { name: /endpoint for S3/ })).toBeVisible();
  await expect(there.getByText('Allowed', { exact: true })).toBeVisible();
  expect(new URL(there.url()).hash).toBe('');
  await there.goto(`${SANDBOX}#sandbox=1.broken`);
  await expect(there.getByText('The situation in this address is damaged')).toBeVisible();
  await there.goto(`${SANDBOX}#sandbox=9.abc`);
  await expect(there.getByText('was made by a newer version')).toBeVisible();
  await elsewhere.close();
});

test('a situation is saved to a file of one line, and opened from it', async ({ page }) => {
  const sandbox = await begin(page, 'An organization says no');
  await sandbox.getByText('Save or share').click();
  const saving = page.waitForEvent('download');
  await sandbox.getByRole('button', { name: 'Save it to a file' }).click();
  const line = await readFile(await (await saving).path(), 'utf8');
  expect(JSON.parse(line)).toMatchObject({ request: { action: 'ec2:RunInstances' } });
  await sandbox.getByRole('button', { name: 'Start again' }).click();
  await sandbox.getByText('Open a request', { exact: true }).click();
  await sandbox.getByLabel('Choose a file').setInputFiles({
    name: 'request.json',
    mimeType: 'application/json',
    buffer: Buffer.from(line),
  });
  await expect(
    sandbox.getByRole('tab', { name: /home regions service control policy at level 2/ }),
  ).toBeVisible();
  await expect(sandbox.getByText('Denied, in so many words', { exact: true })).toBeVisible();
});

test('a request alone keeps the policies, and what is no request is refused with its place', async ({
  page,
}) => {
  const sandbox = await begin(page, 'One Allow');
  await sandbox.getByText('Open a request', { exact: true }).click();
  const text = sandbox.getByRole('textbox', { name: 'Its text' });
  const open = sandbox.getByRole('button', { name: 'Open it' });
  for (const [given, said] of [
    ['{ "request": { "action": 1 } }', 'line 1, column 14'],
    ['{ "action": "s3:GetObject", }', 'line 1, column 27: a comma stands before a closing bracket'],
    ['{ "a": "\u0000" }', 'an invisible control character'],
    ['{ "__proto__": { "action": "x" } }', 'It has to be a text in quotes'],
  ] as const) {
    await text.fill(given);
    await open.click();
    await expect(sandbox.getByText(said)).toBeVisible();
  }
  await text.fill('{ "action": "s3:PutObject", "resource": "arn:aws:s3:::tern-timetables/x" }');
  await open.click();
  await expect(sandbox.getByText('Opened. The policies stayed as they were.')).toBeVisible();
  await expect(sandbox.getByText('Denied, nobody allows it', { exact: true })).toBeVisible();
});

test('an action that AWS does not know is found, and the action that was meant is named', async ({
  page,
}) => {
  const sandbox = await begin(page, 'One Allow');
  const text = sandbox.getByRole('textbox', { name: /^Text of/ });
  await tabTo(page, text);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText((await text.inputValue()).replace('s3:GetObject', 's3:GetObjekt'));
  await expect(sandbox.getByRole('list', { name: 'What was found in this text' })).toContainText(
    's3:GetObject',
  );
  await expect(sandbox.getByRole('tab', { name: /^read timetables.*1 error/ })).toBeVisible();
});

for (const [what, broken, finding] of [
  ['broken JSON', '{ "Version": "2012-10-17", }', 'a comma stands before a closing bracket'],
  ['a NUL', '{ "Version": "\u0000" }', 'an invisible control character'],
  ['`__proto__` as a key', '{ "__proto__": {}, "Statement": [] }', 'is no element of this place'],
  ['two megabytes', `{ "Statement": "${'x'.repeat(2_000_000)}" }`, 'the document has 2000019 characters'],
] as const) {
  test(`bad input: a policy of ${what} gives a message at its place and the page lives on`, async ({
    page,
  }) => {
    const sandbox = await begin(page, 'One Allow');
    const text = sandbox.getByRole('textbox', { name: /^Text of/ });
    const before = await text.inputValue();
    await text.evaluate((field: HTMLTextAreaElement, value: string) => {
      Reflect.set(HTMLTextAreaElement.prototype, 'value', value, field);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, broken);
    await expect(sandbox.getByRole('list', { name: 'What was found in this text' })).toContainText(finding);
    await expect(sandbox.getByText('Denied, nobody allows it', { exact: true })).toBeVisible();
    await text.fill(before);
    await expect(sandbox.getByText('Allowed', { exact: true })).toBeVisible();
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an open sandbox has no accessibility findings in ${colorScheme}, with menu and suggestions open`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const sandbox = await begin(page, 'Every layer at once');
    await sandbox.getByText('Accounts and roles').click();
    await sandbox.getByText('Step by step').click();
    await sandbox.getByText('Open a request', { exact: true }).click();
    await sandbox.getByText('Save or share').click();
    await sandbox.getByRole('button', { name: 'Add a policy' }).click();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sandbox.getByRole('combobox', { name: 'Condition key 1' }).press('ArrowDown');
    await sandbox.getByRole('combobox', { name: 'Condition key 1' }).fill('aws:Source');
    await expect(sandbox.getByRole('listbox')).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}

test('an open sandbox does not scroll sideways at 390 pixels, nor with text at 200 percent', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const sandbox = await begin(page, 'Every layer at once');
  await sandbox.getByRole('combobox', { name: 'Condition key 1' }).fill('aws:Source');
  await expect(sandbox.getByRole('listbox')).toBeVisible();
  const over = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await over()).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 780, height: 800 });
  await page.evaluate(() => {
    document.documentElement.style.setProperty('font-size', '200%');
  });
  expect(await over()).toBeLessThanOrEqual(0);
});
