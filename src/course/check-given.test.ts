// What a lesson may give a widget: what cannot be is said with file and line, all of it at once.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from './load.ts';
import { changed, lineOf } from './test/changed.ts';

const LESSON = 'content/lessons/decisions/how-a-decision-is-made.mdx';
const LABS = ['<Lab scenario="nobody-said-yes" />', '<Lab scenario="a-ceiling-over-mei" />'] as const;
const TAKES = '{ scenario: scenario, lab: lab, role: role, arn: arn, effect: [Allow, Deny] }';

/** What is wrong in a lesson with widgets, each on the line of a lab. */
function mistakes(...given: readonly string[]): readonly unknown[] {
  const root = changed('content/tools/arn-anatomy.yaml', '{ arn: arn }', TAKES);
  const file = join(root, LESSON);
  given.forEach((properties, i) => {
    const text = readFileSync(file, 'utf8').replace(
      LABS[i] ?? '',
      `<Widget name="arn-anatomy" ${properties} />`,
    );
    writeFileSync(file, text);
  });
  return loadContent(root).errors.map(({ message, ...place }) => {
    expect(place).toMatchObject({ file: LESSON, field: 'Widget' });
    expect(given.map((properties) => lineOf(file, properties))).toContain(place.line);
    return message;
  });
}

describe('a widget', () => {
  it.each([
    ['scenario="nope-3"', 'there is no scenario `nope-3`'],
    ['lab="nope-3"', 'there is no scenario `nope-3` with a lab'],
    ['lab="booking-start"', 'there is no scenario `booking-start` with a lab'],
    ['scenario="hand-the-role-over" role="Nobody"', '`hand-the-role-over` has no role `Nobody`'],
    ['scenario="hand-the-role-over" role="toString"', '`hand-the-role-over` has no role `toString`'],
    ['role="bookings"', '`role` needs the `scenario` that has the role'],
    ['scenario="hand-the-role-over"', '`role` goes with `scenario`, and is missing'],
    ['arn="arn:aws:s3"', '`arn:aws:s3` is no ARN'],
    ['effect="Nonsense"', '`effect` is one of Allow, Deny, and not `Nonsense`'],
    ['family="text"', '`<Widget>` takes no `family`'],
  ])('with %s is refused', (properties, message) => {
    expect(mistakes(properties)).toEqual([message]);
  });

  it('that is wrong hides no other', () => {
    expect(mistakes('scenario="nope-3" role="Nobody"', 'effect="Nonsense" arn="x"')).toEqual([
      'there is no scenario `nope-3`',
      '`x` is no ARN',
      '`effect` is one of Allow, Deny, and not `Nonsense`',
    ]);
  });

  it.each([
    'lab="a-deny-wins"',
    'arn="arn:aws:s3:::tern/a" effect="Deny"',
    'scenario="hand-the-role-over" role="ROLE"',
  ])('with %s is not', (properties) => {
    const scenario = readFileSync('src/course/test/small/content/scenarios/hand-the-role-over.yaml', 'utf8');
    const role = /\n +roles:\n +([\w-]+):/.exec(scenario)?.[1] ?? '';
    expect(mistakes(properties.replace('ROLE', role))).toEqual([]);
  });
});
