// A practice exam from the checks of the lessons: sat whole by its key, on a machine without a network.
import { answerAsked } from './by-keyboard.ts';
import { printed } from './exam-door.ts';
import { expect, readyOffline, test } from './journey.ts';
import { onward, start, submit } from './sitting.ts';

test.use({ wholeSite: true });

const EXAM = 'scs-c03';
const SEED = 2026;

test('a practice exam is sat whole with the network cut, and its key gives full marks', async ({
  page,
  context,
}) => {
  test.slow();
  const form = printed('form', SEED, {}, EXAM);
  const { answers } = printed('key', SEED, {}, EXAM);
  const total = form.items.length;
  expect(total).toBeGreaterThanOrEqual(20);
  await readyOffline(page);
  await context.setOffline(true);
  await start(page, `/exam/${EXAM}/#form=${form.code}`);
  for (const [i, { id, asked }] of form.items.entries()) {
    await answerAsked(page, page.locator('[data-kind]'), asked, answers[id] ?? '');
    await onward(page, i + 2, total);
  }
  await submit(page);
  await page.getByRole('link', { name: 'See the results' }).click();
  await expect(page.getByText(`${total} of ${total} points. The cut`)).toBeVisible({ timeout: 60_000 });
});
