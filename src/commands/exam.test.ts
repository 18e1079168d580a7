// The doors of the exam engine, from outside: a form, its key, the report.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const EXAM = 'all-kinds';

interface Form {
  readonly code: string;
  readonly items: readonly { readonly id: string; readonly kind: string; readonly asked: unknown }[];
}

interface Report {
  readonly raw: number;
  readonly max: number;
  readonly scaled: number;
  readonly passed: boolean;
  readonly notOnForm?: readonly string[];
  readonly notRead?: readonly string[];
}

function door(args: readonly string[], input = ''): unknown {
  const output = execFileSync(process.execPath, ['src/commands/exam.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

const DOOR = resolve('src/commands/exam.ts');
const run = (args: readonly string[], input = '', cwd = '.') =>
  spawnSync(process.execPath, [DOOR, ...args], { input, cwd, encoding: 'utf8' });

/** A folder with one exam of one scored item and with these questions. @param more lines of the exam */
function folderOf(questions: Readonly<Record<string, string>>, more = ''): string {
  const root = mkdtempSync(join(tmpdir(), 'exam-'));
  for (const folder of ['exams', 'questions', 'scenarios'])
    mkdirSync(join(root, 'content', folder), { recursive: true });
  const lines = [
    'title: Thin\nstandfirst: Thin.\ncode: TH1N\nminutes: 1\npassMark: 720\nscored: 1\nsources: [ug]',
    "domains: [{ id: '1', title: One, weight: 1, tasks: [{ id: '1.1', title: One }] }]",
  ];
  writeFileSync(join(root, 'content/exams/thin.yaml'), `${[...lines, more].join('\n')}\n`);
  for (const [name, text] of Object.entries(questions))
    writeFileSync(join(root, 'content/questions', name), text);
  return root;
}

/** Every name of a field, however deep. */
function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

describe('the doors of an exam', () => {
  it.each([0, 1, 4711, 2 ** 32, 2 ** 53 - 1])(
    'the key of seed %d gives full marks and 1,000, an empty answer 100',
    (seed) => {
      const on = [EXAM, '--seed', String(seed)];
      const { items, code } = door(['form', ...on]) as Form;
      const key = door(['key', ...on]) as { answers: Record<string, unknown> };
      expect(Object.keys(key.answers).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      expect(code).toMatch(/^A11K(-[0-9A-Z]{4}){3}$/);
      const full = door(['score', ...on], JSON.stringify(key)) as Report;
      expect(full).toMatchObject({ raw: full.max, scaled: 1000, passed: true });
      const empty = door(['score', ...on], '{"answers":{}}') as Report;
      expect(empty).toMatchObject({ raw: 0, max: full.max, scaled: 100, passed: false });
    },
  );

  it('a form tells nothing of its answers', () => {
    for (const exam of [EXAM, 'passing-a-role']) {
      const names = namesIn(door(['form', exam, '--seed', '7']));
      for (const told of [
        'key',
        'correct',
        'why',
        'rationale',
        'angoff',
        'right',
        'wrong',
        'claims',
        'expected',
      ])
        expect(names).not.toContain(told);
    }
  });

  it('the same seed gives the same form to the byte, another seed another one', () => {
    const form = (seed: number): string => run(['form', EXAM, '--seed', String(seed)]).stdout;
    const first = form(3);
    expect(form(3)).toBe(first);
    const items = (text: string): string => JSON.stringify((JSON.parse(text) as Form).items);
    expect(items(first)).not.toBe(items(form(4)));
  });

  it('answers to what is not on the form are named, whatever they are called', () => {
    const on = ['score', EXAM, '--seed', '1'];
    const report = door(on, '{"answers":{"nobody":"a","constructor":"a","__proto__":"a"}}') as Report;
    expect(report.notOnForm).toEqual(['nobody', 'constructor', '__proto__']);
    expect(report.notRead).toBeUndefined();
  });

  it('answers that are none to their questions are named and count nothing', () => {
    const on = [EXAM, '--seed', '1'];
    const { items } = door(['form', ...on]) as Form;
    const chosen = items.filter(({ kind }) => kind !== 'policy-fix' && kind !== 'operate');
    const none = [null, 7, 'nothing', ['a', 'a'], { nobody: 'a' }, [[]], true];
    const answers = Object.fromEntries(chosen.map(({ id }, i) => [id, none[i % none.length]]));
    const report = door(['score', ...on], JSON.stringify({ answers })) as Report;
    expect(report).toMatchObject({ raw: 0, scaled: 100, notRead: chosen.map(({ id }) => id) });
  });

  it.each([
    ['that nothing fills', {}, 'content/exams/thin.yaml: domain `1`: 0 there, 1 needed'],
    [
      'with a question that cannot be read',
      { 'odd.yaml': 'kind: odd\ntasks: { thin: "1.1" }\n' },
      'content/questions/odd.yaml:1: kind: ',
    ],
  ])('an exam %s ends with status 2 and tells its author where', (_what, questions, says) => {
    const root = folderOf(questions);
    try {
      const { status, stderr, stdout } = run(['form', 'thin', '--seed', '1'], '', root);
      expect(stderr).toContain(says);
      expect(stderr).not.toContain('    at ');
      expect([status, stdout]).toEqual([2, '']);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('an exam that asks for it counts parts, weights and confidence', () => {
    const honest = readFileSync('src/course/test/liars/content/questions/honest-draw.yaml', 'utf8');
    const question = `${honest}tasks: { thin: '1.1' }\nangoff: 0.5\n`;
    const root = folderOf(
      { 'one.yaml': question },
      'scoring: { rule: partial, confidence: true, weights: { predict: 3 } }',
    );
    try {
      const on = ['thin', '--seed', '1'];
      const { answers } = JSON.parse(run(['key', ...on], '', root).stdout) as {
        answers: Record<string, Readonly<Record<string, string>>>;
      };
      const [id = ''] = Object.keys(answers);
      const scored = (answer: unknown, said: number): unknown =>
        JSON.parse(
          run(
            ['score', ...on],
            JSON.stringify({ answers: { [id]: answer }, confidence: { [id]: said } }),
            root,
          ).stdout,
        );
      expect(scored(answers[id], 3)).toMatchObject({ raw: 3, max: 3, confidence: { marks: 3, max: 3 } });
      expect(scored({ decision: answers[id]?.['decision'] }, 2)).toMatchObject({
        raw: 1.5,
        cut: 1.5,
        passed: true,
        confidence: { marks: -2, max: 3 },
        items: [{ points: 1.5, max: 3, correct: false }],
      });
      const blank = JSON.stringify({ answers: {}, confidence: { [id]: 3 } });
      expect(JSON.parse(run(['score', ...on], blank, root).stdout)).toMatchObject({
        confidence: { marks: 0, max: 3 },
      });
      expect(run(['score', ...on], '{"answers":{},"confidence":{"one":4}}', root).status).toBe(2);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it.each([
    ['no exam of the name', ['form', 'nothing', '--seed', '1'], '', 'there is no exam `nothing`'],
    ['no seed', ['form', EXAM], '', 'usage'],
    ['a seed that is none', ['form', EXAM, '--seed', '9007199254740992'], '', 'is no seed'],
    ['a word for a seed', ['form', EXAM, '--seed', 'seven'], '', 'is no seed'],
    ['answers that are no JSON', ['score', EXAM, '--seed', '1'], '{', 'is no JSON'],
    ['answers without answers', ['score', EXAM, '--seed', '1'], '[]', 'expected'],
  ])('%s ends with status 2 and says so', (_what, args, input, says) => {
    const { status, stderr, stdout } = run(args, input);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(stdout).toBe('');
  });
});
