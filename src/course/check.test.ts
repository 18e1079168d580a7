// What no schema can see: each mistake is found once, at its own line and field, and causes no other.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from './load.ts';
import { PAGES } from './routes.ts';
import { changed, lineOf } from './test/changed.ts';

const QUESTION = 'content/questions/passing-a-role/two-steps.yaml';
const SCENARIO = 'content/scenarios/a-deny-wins.yaml';
const CALLS = 'content/scenarios/hand-the-role-over.yaml';
const LESSON = 'content/lessons/decisions/how-a-decision-is-made.mdx';
const MODULES = 'content/modules.yaml';
const ACCOUNT = 'world.accounts.111122223333';

describe('one mistake is one error, at its own line and field:', () => {
  it.each([
    [
      'a start by nobody',
      SCENARIO,
      'as: user/sam, action',
      'as: user/tim, action',
      'lab.start.as',
      '`user/tim` is not among the choices of `who`',
    ],
    [
      'a start with an action that nobody can choose',
      SCENARIO,
      'start: { as: user/sam, action: s3:DeleteObject',
      'start: { as: user/sam, action: s3:ListBucket',
      'lab.start.action',
      '`s3:ListBucket` is not among the choices of `does`',
    ],
    [
      'a start on something that nobody can choose',
      SCENARIO,
      "on: 'arn:aws:s3:::tern-timetables/winter.csv' }\n  who",
      "on: 'arn:aws:s3:::tern' }\n  who",
      'lab.start.on',
      '`arn:aws:s3:::tern` is not among the choices of `on`',
    ],
    [
      'a start with a call that nobody can choose',
      CALLS,
      'on: with-bookings }',
      'on: with-nothing }',
      'lab.start.on',
      '`with-nothing` is not among the choices of `does`',
    ],
    [
      'a call of an operation that is none',
      CALLS,
      '- { action: sts:AssumeRole, on: *roles }',
      '- { action: sts:AssumeRoles, calls: [{ name: a, label: A, input: {} }] }',
      'lab.does.2.action',
      '`sts:AssumeRoles` is no operation',
    ],
    [
      'an action on what nobody can choose',
      CALLS,
      '- { action: dynamodb:UpdateItem, on: [',
      "- { action: dynamodb:UpdateItem, on: ['arn:none', ",
      'lab.does.3.on.0',
      '`arn:none` is not among the choices of `on`',
    ],
    [
      'a circumstance of an action that nobody can choose',
      CALLS,
      'for: [iam:PassRole]',
      'for: [iam:Pass]',
      'lab.context.0.for.0',
      '`iam:Pass` is not among the choices of `does`',
    ],
    [
      'a choice of somebody who is not there',
      SCENARIO,
      '- { name: user/ana,',
      '- { name: user/tim,',
      'lab.who.2.name',
      'there is no `user/tim` in this world',
    ],
    [
      'an expectation of somebody who is not there',
      SCENARIO,
      'proves:\n  - as: user/sam',
      'proves:\n  - as: user/tim',
      'proves.0.as',
      'there is no `user/tim` in this world',
    ],
    [
      'a goal of somebody who is not there',
      SCENARIO,
      'expects:\n            as: user/sam',
      'expects:\n            as: user/tim',
      'lab.tasks.0.goals.0.expects.as',
      'there is no `user/tim` in this world',
    ],
    [
      'a document that is not there, in a lab',
      SCENARIO,
      'edits: [group/contractors/inline/timetables, bucket',
      'edits: [group/contractors/inline/none, bucket',
      'lab.edits.0',
      'there is no document `group/contractors/inline/none`',
    ],
    [
      'a document that is not there, in a solution',
      SCENARIO,
      'solution:\n        bucket/tern-timetables/policy',
      'solution:\n        bucket/tern/policy',
      'lab.tasks.0.solution.bucket/tern/policy',
      'there is no document `bucket/tern/policy`',
    ],
    [
      'a group that is not there',
      SCENARIO,
      'groups: [developers]',
      'groups: [developer]',
      `${ACCOUNT}.users.mei.tan.groups`,
      'there is no `developer` in this account',
    ],
    [
      'a broken policy of a group',
      SCENARIO,
      '"Effect": "Allow",\n                    "Action": "s3:ListBucket"',
      '"Effect": "allow",\n                    "Action": "s3:ListBucket"',
      `${ACCOUNT}.groups.contractors.policies.timetables`,
      'line 6 column 17 of the policy: `allow` is no effect',
    ],
    [
      'a broken policy of a bucket',
      SCENARIO,
      '"Effect": "Deny"',
      '"Effect": "deny"',
      `${ACCOUNT}.buckets.tern-timetables.policy`,
      '`deny` is no effect',
    ],
    [
      'an operation that is none, in an option',
      QUESTION,
      'operation: iam:PutGroupPolicy',
      'operation: iam:PutGroupsPolicy',
      'options.0.does.0.operation',
      '`iam:PutGroupsPolicy` is no operation of the simulated account',
    ],
    [
      'an operation that is none, in a claim',
      QUESTION,
      'operation: ec2:RunInstances',
      'operation: ec2:RunInstance',
      'claims.0.expects.calls.operation',
      '`ec2:RunInstance` is no operation',
    ],
    [
      'two modules of one slug',
      MODULES,
      'slug: federation\n  title: Federation',
      'slug: sts\n  title: Federation',
      '6.slug',
      'the slug `sts` stands here twice',
    ],
    [
      'a decision of a situation that proves less',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      'It is <Decision scenario="nobody-said-yes" proves="9" />.',
      'Decision',
      '`nobody-said-yes` proves 3 expectations, and no `9`',
    ],
    [
      'a terminal of a lab that is not there',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      '<Terminal lab="nobody-typed" />',
      'Terminal',
      'there is no lab in the terminal `nobody-typed`',
    ],
    [
      'a link to a page that is not there',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      'Go [on](/learn/decisions/none/#there).',
      '',
      'there is no page `/learn/decisions/none/`',
    ],
    [
      'a link without its slash',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      'Go [on](/exam/passing-a-role).',
      '',
      'there is no page `/exam/passing-a-role`',
    ],
    [
      'a link from where one stands',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      'Go [on](../passing-a-role/).',
      '',
      '`../passing-a-role/` is no link',
    ],
    [
      'a link that is defined elsewhere',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      '[on]: /lab/none/',
      '',
      'there is no page `/lab/none/`',
    ],
    [
      'a lab in single quotes',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      "<Lab scenario='nobody' />",
      'Lab',
      'there is no scenario `nobody` with a lab',
    ],
    [
      'a lab over several lines',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      '<Lab\n  scenario="nobody"\n/>',
      'Lab',
      'there is no scenario `nobody` with a lab',
    ],
    [
      'a property without quotes',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      '<Lab scenario=nobody-said-yes />',
      '',
      'this tag cannot be read',
    ],
    [
      'a property without a value',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      '<Lab scenario="nobody-said-yes" small />',
      '',
      'this tag cannot be read',
    ],
    [
      'a tag that never ends',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      '<Lab scenario="nobody-said-yes"',
      '',
      'this tag cannot be read',
    ],
    [
      'a comment',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      '<!-- later -->',
      '',
      'this tag cannot be read',
    ],
    [
      'a box that does not say since when',
      LESSON,
      'since="It was never so." corrects',
      'since="The words have moved." corrects',
      'Folklore',
      '`since` names a year, or says “It was never so” or that somebody “gives no date”',
    ],
    [
      'a component by the name of something else',
      LESSON,
      '<Lab scenario="nobody-said-yes" />',
      '<constructor />',
      'constructor',
      'is no component of lessons',
    ],
  ])('%s', (_what, file, from, to, field, message) => {
    const root = changed(file, from, to);
    const { errors } = loadContent(root);
    expect(errors).toMatchObject([{ file, field, message: expect.stringContaining(message) as string }]);
    expect(errors[0]?.line).toBe(lineOf(join(root, file), to) + firstOther(from, to));
  });

  it('a task that stands twice', () => {
    const lab = readFileSync('src/course/test/liars/content/scenarios/honest-lab.yaml', 'utf8');
    const twice = lab + lab.slice(lab.indexOf('    - id: write'));
    const { errors } = loadContent(changed('content/scenarios/twice.yaml', '', twice));
    expect(errors).toMatchObject([{ field: 'lab.tasks.1.id', message: 'the id `write` stands here twice' }]);
  });

  /** How many lines of two texts are alike before the first that is not. */
  function firstOther(from: string, to: string): number {
    const lines = from.split('\n');
    return to.split('\n').findIndex((line, i) => line !== lines[i]);
  }
});

describe('a file that cannot be read makes no other file wrong:', () => {
  it.each([
    ['a scenario', SCENARIO, 'title:'],
    ['a question of an exam', QUESTION, 'kind:'],
    ['a question of a lesson', 'content/questions/decisions/one-more-allow.yaml', 'kind:'],
    ['a lesson', LESSON, 'title:'],
    ['an exam that a lesson links to', 'content/exams/passing-a-role.yaml', 'title:'],
    ['the modules', MODULES, 'slug:'],
    ['the sources', 'content/sources.yaml', 'title:'],
    ['the facts', 'content/facts/passing-a-role.yaml', 'says:'],
  ])('%s', (_what, file, field) => {
    const { errors } = loadContent(changed(file, field, `a-${field}`));
    expect(new Set(errors.map((error) => error.file))).toEqual(new Set([file]));
  });

  it('a file that is missing is named', () => {
    const root = changed(MODULES, 'slug:', 'slug:');
    rmSync(join(root, MODULES));
    expect(loadContent(root).errors).toMatchObject([
      { file: MODULES, line: 1, message: 'this file is missing' },
    ]);
  });
});

describe('prose that can be read is left alone:', () => {
  it.each([
    ['code between fences', '```ts\nimport { a } from "b"; const c = <Nothing d={e} />;\n```'],
    ['code between other fences', '~~~\n{ "a": [1](2) }\n~~~'],
    ['code in a sentence, also over a line', 'Write `{ a }` or `<Nothing\n/>` or ``a ` b``.'],
    [
      'links that lead somewhere',
      '[a](/), [b](/lab/a-deny-wins/), [c](/exam/result/?a#b), [d](https://example.com/), [e](#f)',
    ],
    ['a tag in single quotes over several lines', "<Lab\n  scenario='nobody-said-yes'\n/>"],
    ['less than', 'One < two.'],
  ])('%s', (_what, prose) => {
    const { errors } = loadContent(changed(LESSON, '<Lab scenario="nobody-said-yes" />', prose));
    expect(errors).toEqual([]);
  });
});

describe('the pages that prose may link to', () => {
  it('are those that the site has', () => {
    const pages = readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
      .filter((name) => /^[^[\]]+\.astro$/.test(name) && name !== '404.astro')
      .map((name) => `/${name.replace(/(?:^|\/)index\.astro$|\.astro$/, '')}/`.replace('//', '/'));
    expect(PAGES.toSorted()).toEqual(pages.toSorted());
  });
});
