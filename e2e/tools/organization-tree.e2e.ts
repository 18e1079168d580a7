import { openAt, shutAt } from '../gates.ts';
import { expect, test } from '../journey.ts';

test('[scp-never-grants] an Allow at another place changes nothing, one at the silent place opens it, and a Deny at the root ends it', async ({
  page,
}) => {
  await page.goto('/learn/decisions/guardrails/');
  const tree = page.getByRole('region', { name: 'The tree of an organization' });
  const verdict = tree.getByRole('status').first();
  await expect(verdict).toContainText('nobody allows it');
  const production = tree.getByRole('listitem', { name: 'unit production' });
  await expect(production).toContainText('says nothing');

  await tree.getByText('The whole derivation').click();
  await expect(shutAt(tree, 'scp-never-grants')).toBeVisible();

  await tree.getByRole('button', { name: 'OnlyIreland', exact: true }).click();
  await expect(tree.getByLabel('Text of OnlyIreland')).toBeVisible();
  await tree.getByLabel('Attach an SCP at root').selectOption('WhatWeUse');
  await expect(shutAt(tree, 'scp-never-grants')).toContainText('production');
  await expect(verdict).toContainText('nobody allows it');
  await expect(production).toContainText('says nothing');

  await tree.getByLabel('Attach an SCP at production').selectOption('FullAWSAccess');
  await expect(verdict).toContainText('Allowed');
  await expect(production).toContainText('lets it pass');
  await expect(openAt(tree, 'scp-never-grants')).toBeVisible();

  await tree.getByRole('button', { name: 'Start again' }).click();
  await tree.getByLabel('Who').selectOption({ label: 'Jun, of another company' });
  await tree.getByLabel('What', { exact: true }).selectOption('s3:GetObject');
  await tree.getByLabel('On what').selectOption({ label: 'november.csv of analytics' });
  await expect(verdict).toContainText('Allowed');
  await tree.getByLabel('Attach an RCP at production').selectOption('OnlyOurs');
  await expect(verdict).toContainText('Allowed');
  await tree.getByLabel('Attach an RCP at insight').selectOption('OnlyOurs');
  await expect(verdict).toContainText('in so many words');
  await expect(shutAt(tree, 'explicit-deny-wins')).toContainText('OnlyOurs');
  await expect(tree.getByRole('listitem', { name: 'unit insight' })).toContainText(
    'denies it for the resource',
  );
});
