import { gateTitle } from '../gates.ts';
import { expect, test } from '../journey.ts';

const WIDE = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

test('[boundary-is-a-ceiling] a request is left where policy and boundary meet, and a wider policy alone leaves no more', async ({
  page,
}) => {
  await page.goto('/learn/policies/ceilings/');
  const sets = page.getByRole('region', { name: 'Ceiling sets' });
  const set = (name: string) => sets.getByRole('region', { name });
  await expect(set('Both allow: this is left').getByRole('listitem')).toHaveCount(2);
  await expect(set('Only the policies allow')).toContainText('s3:PutObject');

  const work = sets.getByRole('tab', { name: 'sam, work' });
  await work.click();
  await expect(work).toHaveAttribute('aria-selected', 'true');
  await sets.getByRole('textbox').fill(WIDE);
  await expect(set('Only the policies allow')).toContainText('iam:CreateUser');
  await expect(set('Both allow: this is left')).not.toContainText('s3:PutObject');
  const put = sets.getByRole('row', { name: /s3:PutObject/ });
  await expect(put).toContainText(gateTitle('boundary-is-a-ceiling', 'shut'));

  await sets.getByRole('tab', { name: 'SummerCeiling' }).click();
  const ceiling = sets.getByRole('textbox');
  await ceiling.fill(
    (await ceiling.inputValue()).replace('"s3:GetObject"', '"s3:GetObject", "s3:PutObject"'),
  );
  await expect(set('Both allow: this is left')).toContainText('s3:PutObject');
  await expect(put).toContainText(gateTitle('boundary-is-a-ceiling', 'open'));
  await sets.getByRole('button', { name: 'Start again' }).click();
  await expect(set('Both allow: this is left').getByRole('listitem')).toHaveCount(2);
});
