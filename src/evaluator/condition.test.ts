import { describe, expect, it } from 'vitest';
import { prepare } from './asked.ts';
import { judge, type Judgement } from './condition.ts';
import { parsePolicy } from './parse.ts';
import { READ } from './test/cast.ts';

type Values = string | readonly string[];

/** One condition on `tern:key` under a request that has these values of it; absent where there is no such key. */
function judged(operator: string, wanted: Values, asked?: Values): Judgement {
  const Condition = { [operator]: { 'tern:key': wanted } };
  const Statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition };
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }), 'identity');
  const [condition] = 'policy' in result ? (result.policy.statements[0]?.conditions ?? []) : [];
  if (!condition) throw new Error('not read');
  const context = asked === undefined ? {} : { 'Tern:Key': asked };
  return judge(condition, prepare({ ...READ, context }, false));
}

const READABLE = { unreadable: false, asked: undefined };

describe('a condition', () => {
  it.each<[string, Values, Values | undefined, Partial<Judgement>]>([
    ['StringEquals', ['a', 'b'], 'b', { holds: true, hit: 1, rule: 'one-value-is-enough' }],
    ['StringEquals', ['a', 'b'], 'c', { holds: false, hit: -1, rule: 'one-value-is-enough' }],
    ['StringNotEquals', ['a', 'b'], 'b', { holds: false, hit: 1, rule: 'negated-condition-fits-no-value' }],
    ['StringNotEquals', ['a', 'b'], 'c', { holds: true, hit: -1, rule: 'negated-condition-fits-no-value' }],
    ['StringEquals', 'a', undefined, { holds: false, hit: -1, rule: 'missing-key-fails' }],
    ['StringEquals', 'a', [], { holds: false, hit: -1, rule: 'missing-key-fails' }],
    ['StringNotEquals', 'a', undefined, { holds: true, hit: -1, rule: 'missing-key-satisfies-negation' }],
    ['StringEqualsIfExists', 'a', undefined, { holds: true, hit: -1, rule: 'if-exists-forgives-absence' }],
    ['Null', 'true', undefined, { holds: true, hit: -1, rule: 'null-asks-for-absence' }],
    ['Null', 'TRUE', undefined, { holds: true, hit: -1, rule: 'null-asks-for-absence' }],
    ['Null', 'False', 'a', { holds: true, hit: -1, rule: 'null-asks-for-absence' }],
    ['Null', 'true', 'a', { holds: false, hit: -1, rule: 'null-asks-for-absence' }],
    ['StringEquals', 'a', ['a', 'b'], { holds: false, hit: -1, rule: 'several-values-need-a-set-operator' }],
    ['ForAllValues:StringEquals', 'a', undefined, { holds: true, rule: 'for-all-values-holds-for-none' }],
    ['ForAnyValue:StringEquals', 'a', undefined, { holds: false, rule: 'for-any-value-needs-one' }],
    [
      'ForAnyValue:StringEqualsIfExists',
      'a',
      undefined,
      { holds: true, rule: 'if-exists-wins-over-for-any-value' },
    ],
    [
      'ForAllValues:StringEquals',
      ['a', 'b'],
      ['b', 'a'],
      { holds: true, hit: -1, rule: 'for-all-values-needs-every-one', outcome: undefined },
    ],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], { holds: false, hit: -1, outcome: undefined }],
  ])('[condition-holds] of %s %j and %j', (operator, wanted, asked, expected) => {
    expect(judged(operator, wanted, asked)).toMatchObject({ ...READABLE, ...expected });
  });

  it.each<[string, Values, Values, Partial<Judgement>]>([
    ['ForAllValues:StringEquals', ['a'], ['a', 'c'], { holds: false, hit: -1, asked: 'c' }],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'b'], { holds: false, hit: 1, asked: 'b' }],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], { holds: true, hit: 1, asked: 'b' }],
    ['ForAnyValue:StringNotEquals', ['a'], ['a', 'c'], { holds: true, hit: -1, asked: 'c' }],
  ])(
    '[condition-holds] of %s %j and %j names the value that settled it',
    (operator, wanted, asked, expected) => {
      expect(judged(operator, wanted, asked)).toMatchObject({ unreadable: false, ...expected });
    },
  );

  it.each<[string, Values, Values, boolean, boolean]>([
    ['NumericEquals', '5', '6', false, false],
    ['NumericEquals', '5', 'six', false, true],
    ['NumericEquals', ['five', '6'], '6', true, false],
    ['NumericNotEquals', 'five', '6', true, true],
    ['ForAllValues:NumericEquals', '5', ['5', '5.0'], true, false],
    ['ForAllValues:NumericNotEquals', '5', ['six', '7'], true, true],
    ['ForAnyValue:NumericEquals', '5', ['six', '7'], false, true],
    ['ForAnyValue:NumericEquals', '5', ['6', '7'], false, false],
    ['ForAnyValue:NumericEquals', '5', ['six', '5'], true, false],
  ])(
    '[unreadable-value-fits-nothing] of %s %j and %j: holds %s, not all read %s',
    (operator, wanted, asked, holds, unreadable) => {
      expect(judged(operator, wanted, asked)).toMatchObject({ holds, unreadable });
    },
  );
});
