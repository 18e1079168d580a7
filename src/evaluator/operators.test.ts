import { describe, expect, it } from 'vitest';
import { AskedValue } from './asked-value.ts';
import { NONE, OPERATORS, UNREADABLE, parseOperator } from './operators.ts';
import { plain } from './template.ts';

/** Where a value of the request is found among values of the policy; one without a value is a variable that has none. */
function found(operator: string, wanted: readonly (string | undefined)[], asked: string): number | undefined {
  const values = wanted.map((text) => (text === undefined ? undefined : plain(text)));
  return OPERATORS.get(operator)?.compile(values)(new AskedValue(asked));
}

const ARN = 'arn:aws:s3:::tern';

describe('the values of a policy', () => {
  it.each<[string, readonly (string | undefined)[], string, number]>([
    ['StringEquals', ['a', 'b'], 'b', 1],
    ['StringLike', ['x*', 'b*', '*'], 'bc', 1],
    ['NumericEquals', ['4', '5', '5'], '5.0', 1],
    ['NumericLessThan', ['4', '5'], '4', 1],
    ['NumericLessThanEquals', ['4', '5'], '4', 0],
    ['NumericGreaterThan', ['4', '5'], '4', NONE],
    ['NumericGreaterThanEquals', ['5', '4'], '4', 1],
    ['NumericEquals', ['abc', '5'], '5', 1],
    ['NumericEquals', ['0.1'], '0.10000000000000000000000001', NONE],
    ['NumericGreaterThan', ['abc', '0.1'], '0.10000000000000000000000001', 1],
    ['DateLessThan', ['2026', '2027'], '2026-11-23', 1],
    ['Bool', ['false', 'TRUE'], 'true', 1],
    ['BinaryEquals', ['QQ==', 'QUI='], 'QUL=', 1],
    ['IpAddress', ['10.0.0.0/8', '203.0.113.0/24'], '203.0.113.7', 1],
    ['IpAddress', ['here', '0.0.0.0/0'], '203.0.113.7', 1],
    ['ArnLike', ['arn:aws:s3:::other', 'arn:aws:s3:::t*'], ARN, 1],
    ['ArnLike', [undefined, ARN], ARN, 1],
  ])(
    '[one-value-is-enough] %s finds the first of %j that fits `%s`: %i',
    (operator, wanted, asked, place) => {
      expect(found(operator, wanted, asked)).toBe(place);
    },
  );

  it.each<[string, readonly (string | undefined)[], string]>([
    ['StringEquals', ['a'], 'b'],
    ['StringEqualsIgnoreCase', ['a'], 'b'],
    ['StringLike', ['a*'], 'b'],
    ['StringEquals', [undefined], 'b'],
    ['NumericEquals', ['4', '6'], '5'],
    ['NumericEquals', [], '5'],
    ['NumericEquals', [], 'abc'],
    ['DateEquals', ['2026'], '2027'],
    ['Bool', ['true'], 'false'],
    ['BinaryEquals', ['QQ=='], 'QUI='],
    ['IpAddress', ['10.0.0.0/8'], '203.0.113.7'],
    ['IpAddress', ['203.0.113.0/24'], '2001:db8::1'],
    ['ArnEquals', ['arn:aws:s3:::other'], ARN],
    ['ArnEquals', [undefined, 'arn:aws:s3:::other'], ARN],
    ['ArnEquals', [undefined], ARN],
    ['ArnEquals', [undefined], 'no ARN'],
  ])('[unreadable-value-fits-nothing] %s reads %j and `%s`, and nothing fits', (operator, wanted, asked) => {
    expect(found(operator, wanted, asked)).toBe(NONE);
  });

  it.each<[string, readonly (string | undefined)[], string]>([
    ['NumericEquals', ['abc'], '5'],
    ['NumericEquals', ['4', 'abc'], '5'],
    ['NumericEquals', ['4'], 'abc'],
    ['NumericLessThan', ['abc'], '-5'],
    ['NumericGreaterThan', ['abc'], '5'],
    ['DateEquals', ['soon'], '2027'],
    ['Bool', ['true'], 'yes'],
    ['BinaryEquals', ['Q'], 'QUI='],
    ['IpAddress', ['here'], '203.0.113.7'],
    ['IpAddress', ['here'], '0.0.0.0'],
    ['IpAddress', ['10.0.0.0/8'], 'there'],
    ['ArnEquals', ['tern'], ARN],
    ['ArnEquals', [undefined, 'tern'], ARN],
    ['ArnEquals', [undefined, ARN], 'tern'],
  ])('[unreadable-value-fits-nothing] %s cannot read all of %j and `%s`', (operator, wanted, asked) => {
    expect(found(operator, wanted, asked)).toBe(UNREADABLE);
  });
});

describe('the name of an operator', () => {
  it.each([
    ['StringEquals', { kind: 'value', ifExists: false, set: undefined }],
    ['StringEqualsIfExists', { kind: 'value', ifExists: true, set: undefined }],
    ['ForAllValues:StringLike', { kind: 'value', ifExists: false, set: 'ForAllValues' }],
    ['ForAnyValue:StringLikeIfExists', { kind: 'value', ifExists: true, set: 'ForAnyValue' }],
    ['Null', { kind: 'null' }],
    ['NullIfExists', { kind: 'null-with-if-exists' }],
    ['stringEquals', { kind: 'unknown' }],
    ['ForSomeValues:StringEquals', { kind: 'unknown' }],
    ['IfExists', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
  ])('[condition-holds] `%s`', (name, expected) => {
    expect(parseOperator(name)).toMatchObject(expected);
  });
});
