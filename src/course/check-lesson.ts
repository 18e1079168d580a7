// What every lesson has: enough to read, things to do, checks, and a place for one's own words.
import type { Report } from './check-expectation.ts';
import type { Lesson } from './content.ts';
import { tagsOf, wordsIn } from './prose.ts';

/** Words of prose besides what the widgets say. */
const WORDS = { least: 800, most: 1800 };
const CHECKS = { least: 3, most: 6 };
const LIVE = ['Lab', 'Terminal', 'Widget'];
const LEAST_LIVE = 2;

export function checkLesson({ body }: Lesson, report: Report): void {
  const tags = tagsOf(body).filter(({ closes }) => !closes);
  const count = (names: readonly string[]): number => tags.filter(({ name }) => names.includes(name)).length;
  const words = wordsIn(body);
  if (words < WORDS.least || words > WORDS.most)
    report([], `a lesson has ${WORDS.least} to ${WORDS.most} words of prose, this one ${words}`);
  const live = count(LIVE);
  if (live < LEAST_LIVE)
    report([], `a lesson has at least ${LEAST_LIVE} of ${LIVE.join(', ')}, this one ${live}`);
  const checks = count(['Check']);
  if (checks < CHECKS.least || checks > CHECKS.most)
    report([], `a lesson has ${CHECKS.least} to ${CHECKS.most} checks, this one ${checks}`);
  if (count(['OwnWords']) === 0) report([], 'a lesson asks for the reader’s own words in one `<OwnWords>`');
}
