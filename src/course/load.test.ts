// The author's mistakes: each is found, all of them at once, with file, line and field.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '#evaluator';
import { loadContent } from './load.ts';
import { changed, lineOf, SMALL } from './test/changed.ts';

const allFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const QUESTION = 'content/questions/passing-a-role/two-steps.yaml';
const SCENARIO = 'content/scenarios/a-deny-wins.yaml';
const LESSON = 'content/lessons/decisions/how-a-decision-is-made.mdx';
const FLEET = 'content/scenarios/the-fleet.yaml';
const EXAM = 'content/exams/passing-a-role.yaml';
const DRAWN = 'content/questions/all-kinds/predict-reading-a-timetable.yaml';

describe('a mistake of the author is named with its file, its line and its field:', () => {
  it.each([
    ['a field that does not exist', QUESTION, 'examines:', 'examine:', 'examine', 'Unrecognized key'],
    [
      'a kind that does not exist',
      QUESTION,
      'kind: multiple',
      'kind: essay',
      'kind',
      'Invalid discriminator value',
    ],
    [
      'a scenario that is not there',
      QUESTION,
      'scenario: booking-start',
      'scenario: booking',
      'scenario',
      'there is no scenario `booking`',
    ],
    ['a key that is no option', QUESTION, 'key: [', 'key: [nobody, ', 'key.0', 'there is no option `nobody`'],
    [
      'an option that stands twice',
      QUESTION,
      'id: pass',
      'id: group-writes',
      'options.',
      'stands here twice',
    ],
    [
      'a rule that does not exist',
      EXAM.replace('exams/passing-a-role', 'questions/decisions/one-more-allow'),
      'examines: [explicit-deny-wins]',
      'examines: [deny-wins]',
      'examines.0',
      'there is no rule `deny-wins`',
    ],
    [
      'a source that is not there',
      EXAM,
      'sources: [ug-passrole',
      'sources: [ug-pass',
      'sources.0',
      'there is no source `ug-pass`',
    ],
    [
      'a task that its exam does not have',
      QUESTION,
      "passing-a-role: '1.1'",
      "passing-a-role: '9.1'",
      'tasks.passing-a-role',
      'the exam `passing-a-role` has no task `9.1`',
    ],
    [
      'an exam that is not there',
      QUESTION,
      "passing-a-role: '1.1'",
      "passing-roles: '1.1'",
      'tasks.passing-roles',
      'there is no exam `passing-roles`',
    ],
    [
      'a question of an exam without its estimate',
      QUESTION,
      'angoff: 0.55',
      '',
      'angoff',
      'needs an estimate',
    ],
    [
      'a form that its bank cannot fill',
      EXAM,
      'scored: 11',
      'scored: 12',
      'domains',
      'domain `1`: 11 there, 12 needed',
    ],
    [
      'a kind of question that there is not',
      EXAM,
      'scored: 11',
      'scored: 11\nkinds: { essay: 11 }',
      'kinds.essay',
      'there is no kind `essay`',
    ],
    [
      'a weight of a kind that there is not',
      EXAM,
      'scored: 11',
      'scored: 11\nscoring: { weights: { essay: 2 } }',
      'scoring.weights.essay',
      'there is no kind `essay`',
    ],
    [
      'a way to count that there is not',
      EXAM,
      'scored: 11',
      'scored: 11\nscoring: { rule: some }',
      'scoring.rule',
      'expected one of',
    ],
    [
      'a lab of a document that is not there',
      SCENARIO,
      'edits: [',
      'edits: [user/nobody/inline/x, ',
      'lab.edits',
      'there is no document `user/nobody/inline/x`',
    ],
    [
      'a policy that cannot be read',
      SCENARIO,
      '"Effect": "Deny"',
      '"Effect": "deny"',
      'world',
      '`deny` is no effect',
    ],
    [
      'a module that is not there',
      'content/modules.yaml',
      'slug: decisions',
      'slug: decision',
      '',
      'there is no module `decisions`',
    ],
    [
      'a fact without its source',
      'content/facts/passing-a-role.yaml',
      'source: ug-passrole',
      'source: hearsay',
      'passrole-event.source',
      'there is no source `hearsay`',
    ],
    [
      'a component that does not exist',
      LESSON,
      '<Lab scenario="a-deny-wins"',
      '<Laboratory scenario="a-deny-wins"',
      'Laboratory',
      'is no component of lessons',
    ],
    [
      'a lab that is not there',
      LESSON,
      '<Lab scenario="a-deny-wins"',
      '<Lab scenario="a-deny"',
      'Lab',
      'there is no scenario `a-deny` with a lab',
    ],
    [
      'a check that is not there',
      LESSON,
      '<Check question="decisions/one-more-allow"',
      '<Check question="decisions/one-more"',
      'Check',
      'there is no question `decisions/one-more`',
    ],
    [
      'folklore without a source',
      LESSON,
      '<Folklore source="ug-denyallow"',
      '<Folklore source="hearsay"',
      'Folklore',
      'there is no source `hearsay` in content/sources.yaml',
    ],
    [
      'folklore that does not say since when',
      LESSON,
      'source="ug-denyallow" since="It was never so."',
      'source="ug-denyallow"',
      'Folklore',
      'needs `source` and `since`',
    ],
    [
      'an exam that is not there',
      'content/lessons/roles/passing-a-role.mdx',
      'exam: passing-a-role',
      'exam: passing',
      'exam',
      'there is no exam `passing`',
    ],
    [
      'a place that nothing is drawn for',
      DRAWN,
      'The user `{{who.name}}`',
      'The user `{{who.nick}}`',
      '',
      '`{{who.nick}}` is not drawn',
    ],
    [
      'a draw of more than there is',
      DRAWN,
      'take: 8',
      'take: 80',
      'draw',
      '`draw` has 16 combinations, and is to give 80',
    ],
    [
      'a denial with a reason that does not count',
      'content/questions/all-kinds/fix-one-item-of-orders.yaml',
      'gives: denied',
      'gives: denied\n      because: explicit-deny-wins',
      'claims.',
      'needs `because`, and no reason at all where it `gives: denied`',
    ],
    ['YAML that is none', EXAM, 'title: ', 'title: [', '', 'Flow sequence'],
  ])('%s', (_what, file, from, to, field, message) => {
    const { errors } = loadContent(changed(file, from, to));
    const found = errors.find((error) => error.message.includes(message));
    expect(found, JSON.stringify(errors)).toBeDefined();
    expect(found?.field.startsWith(field)).toBe(true);
    if (!from.startsWith('slug') && file !== EXAM) expect(found?.file).toBe(file);
    expect(found?.line).toBeGreaterThan(0);
  });

  it('the line is the line of the field', () => {
    const { errors } = loadContent(changed(QUESTION, 'scenario: booking-start', 'scenario: booking'));
    expect(errors).toEqual([
      {
        file: QUESTION,
        line: lineOf(QUESTION, 'scenario: booking-start'),
        field: 'scenario',
        message: 'there is no scenario `booking`',
      },
    ]);
  });

  it('the line of a component is its line in the lesson', () => {
    const { errors } = loadContent(changed(LESSON, '<Lab scenario="a-deny-wins"', '<Lab scenario="a-deny"'));
    expect(errors[0]?.line).toBe(lineOf(join(SMALL, LESSON), '<Lab scenario="a-deny-wins"'));
  });

  it('an id that another fact has', () => {
    const text = readFileSync(join(SMALL, 'content/facts/passing-a-role.yaml'), 'utf8');
    const { errors } = loadContent(changed('content/facts/twice.yaml', '', text));
    expect(errors).toMatchObject([{ file: 'content/facts/twice.yaml', field: 'passrole-event', line: 1 }]);
  });

  it('a file of another kind', () => {
    const { errors } = loadContent(changed('content/questions/notes.txt', '', 'later'));
    expect(errors).toMatchObject([
      { file: 'content/questions/notes.txt', message: 'expected only .yaml files here' },
    ]);
  });

  it('two files at once are both named', () => {
    const root = changed(QUESTION, 'kind: multiple', 'kind: essay');
    writeFileSync(join(root, EXAM), 'title: Nothing else\n');
    const files = new Set(loadContent(root).errors.map(({ file }) => file));
    expect([...files]).toEqual(expect.arrayContaining([QUESTION, EXAM]));
  });
});

describe('a mistake in an organization is named with its file, its line and its field:', () => {
  const fleet = readFileSync('src/course/test/liars/content/scenarios/fleet.yaml', 'utf8');

  it.each([
    [
      'scp: [OnlyStorage]',
      'scp: [OnlyStores]',
      'members.111122223333.scp',
      'no `OnlyStores` in this organization',
    ],
    [
      "management: '999900001111'",
      "management: '999900001112'",
      'management',
      'no `999900001112` in this world',
    ],
    ['id: r-tern', 'id: root', 'root.id', 'must look like `r-tern`'],
    ['o-ternferries:', 'tern:', 'tern', 'Invalid key in record'],
    [
      '"Effect": "Deny"',
      '"Effect": "deny"',
      'organizations.o-ternferries.scp.NoDeleting',
      'line 3 column 28 of the policy: `deny` is no effect',
    ],
    ['vpce-0a1b2c3d4e5f60718', 'quay', 'endpoints.quay.id', 'must look like `vpce-0a1b2c3d4e5f60718`'],
    ['at: org/scp/NoDeleting', 'at: org/scp/None', 'proves.0.at', 'there is no document `org/scp/None`'],
    ['role: night', 'role: day', 'sessions.narrow.role', 'no `day` in this account'],
  ])('%s became %s', (from, to, field, message) => {
    const { errors } = loadContent(changed(FLEET, '', fleet.replace(from, to)));
    const found = errors.filter((error) => error.file === FLEET);
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.field).toContain(field);
    expect(found[0]?.line).toBe(fleet.split(from)[0]?.split('\n').length);
  });
});

describe('sources', () => {
  const { content, errors } = loadContent('.');

  it('the content has no errors', () => {
    expect(errors).toEqual([]);
  });

  it('the small course of these tests has none either', () => {
    expect(loadContent(SMALL).errors).toEqual([]);
  });

  it('every rule of the evaluator has its source', () => {
    expect(Object.values(RULES).filter(({ source }) => !content.sources.has(source))).toEqual([]);
  });

  it('every source that the code cites is there', () => {
    const cited = /Source: ([a-z0-9-]+(?:, (?:[a-z ]+ )?[a-z0-9-]+)*)/g;
    const files = ['cloud', 'evaluator', 'exam'].flatMap((folder) => allFiles(`src/${folder}`));
    const ids = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(cited)].flatMap(
        ([, list = '']) => list.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? [],
      ),
    );
    expect(ids.length).toBeGreaterThan(20);
    expect([...new Set(ids)].filter((id) => !content.sources.has(id))).toEqual([]);
  });
});
