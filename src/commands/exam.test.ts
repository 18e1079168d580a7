// The doors of the exam engine, from outside: a form, its key, the report.
import { execFileSync, spawnSync } from 'node:child_process';
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
}

function door(args: readonly string[], input = ''): unknown {
  const output = execFileSync(process.execPath, ['src/commands/exam.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, ['src/commands/exam.ts', ...args], { input, encoding: 'utf8' });

/** Every name of a field, however deep. */
function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

describe('the doors of an exam', () => {
  it.each([0, 1, 2 ** 53 - 1])(
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

  it('the same seed gives the same form, another seed another one', () => {
    const form = (seed: number): string =>
      JSON.stringify((door(['form', EXAM, '--seed', String(seed)]) as Form).items);
    expect(form(3)).toBe(form(3));
    expect(form(3)).not.toBe(form(4));
  });

  it('answers to what is not on the form are named', () => {
    const on = ['score', EXAM, '--seed', '1'];
    const report = door(on, '{"answers":{"nobody":"a"}}') as Report;
    expect(report.notOnForm).toEqual(['nobody']);
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
