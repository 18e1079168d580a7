import { expect, test } from '../journey.ts';

test('the name of a session misleads, its key leads back to the hand, and what is no event is told why', async ({
  page,
}) => {
  await page.goto('/learn/operations/the-trail/');
  const tool = page.getByRole('region', { name: 'Reading the trail' });
  const guesses = tool.getByRole('group', { name: 'Who was it?' });
  await guesses.getByRole('button', { name: 'mei.tan' }).click();
  await expect(tool.getByText('“mei.tan” is the name of the session.')).toBeVisible();

  const steps = tool.getByRole('list', { name: 'From the deed to the hand' }).getByRole('listitem');
  const back = tool.getByRole('button', { name: 'One step back' });
  await expect(steps).toHaveCount(1);
  await back.click();
  await expect(steps.last()).toContainText('assumed-role/Platform/mei.tan');
  await back.click();
  await expect(steps.last()).toContainText('user/lena');
  await back.click();
  await expect(tool.getByText('a key that lasts signed, of the user lena')).toBeVisible();
  await expect(back).toBeDisabled();
  await guesses.getByRole('button', { name: 'lena' }).click();
  await expect(tool.getByText('Yes, lena.')).toBeVisible();

  const field = tool.getByLabel('The event, as CloudTrail wrote it');
  const written = await field.inputValue();
  await field.fill(written.replaceAll(/ASIA\w+/g, 'ASIASOMEBODYELSES'));
  await back.click();
  await expect(tool.getByText('Here the way is lost')).toBeVisible();
  await field.fill(written.slice(0, 200));
  await expect(tool.getByText('This is no JSON.')).toBeVisible();
  await field.fill('{"eventName": "DeleteUser"}');
  await expect(tool.getByText('This event has no userIdentity')).toBeVisible();

  const choice = tool.getByLabel('Event', { exact: true });
  const audit = await choice.getByRole('option', { name: 'ListUsers' }).nth(1).getAttribute('value');
  await choice.selectOption(audit);
  await back.click();
  await back.click();
  await expect(tool.getByText('somebody of account 777788889999')).toBeVisible();
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(field).toHaveValue(written);
});
