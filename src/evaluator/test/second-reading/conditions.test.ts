// Conditions, resources and variables in the second reading, one value at a time.
import { describe, expect, it } from 'vitest';
import { holds, lookupIn } from './conditions.ts';
import type { Context } from './line.ts';
import { operatorNamed, OPERATOR_NAMES } from './operators.ts';
import { matches, resourcePatternOf } from './patterns.ts';

type Given = string | readonly string[];

function test(name: string, given: Given, asked?: Given, context: Context = {}): boolean | undefined {
  const operator = operatorNamed(name);
  const all = asked === undefined ? context : { ...context, 'a:Key': asked };
  const values = typeof given === 'string' ? [given] : given;
  return operator && holds({ operator, key: 'A:key', values }, all, lookupIn(all));
}

type Row = readonly [operator: string, given: Given, asked?: Given];

const YES: readonly Row[] = [
  ['StringEquals', ['', 'b'], ''],
  ['StringNotEquals', ['a', 'B'], 'b'],
  ['StringEqualsIgnoreCase', 'ReD', 'rEd'],
  ['StringLike', 'h*/?', 'home/a/b'],
  ['StringLike', 'a${*}b', 'a*b'],
  ['StringEquals', 'a${?}${$}*', 'a?$*'],
  ['StringLike', "${b:Missing, 'x'}*", 'xyz'],
  ['StringNotEquals', '${b:Missing}', 'x'],
  ['NumericEquals', '10', '10.00'],
  ['NumericLessThan', '100000000000000000000000002', '100000000000000000000000001'],
  ['NumericGreaterThanEquals', '-3', '-2.5'],
  ['NumericNotEquals', '10', 'ten'],
  ['DateEquals', '2026-01-01T01:00:00+01:00', '1767225600'],
  ['DateLessThan', '2026-01-01T00:00:00.5Z', '2026-01'],
  ['DateNotEquals', '2026-01-01', '2026-01-01T00:00:00'],
  ['Bool', 'true', 'true'],
  ['BinaryEquals', 'QUI=', 'QUI='],
  ['IpAddress', '203.0.113.77/24', '203.0.113.255'],
  ['IpAddress', '2001:db8::1', '2001:0DB8:0:0:0:0:0:1'],
  ['IpAddress', '::ffff:0:0/96', '::ffff:203.0.113.9'],
  ['NotIpAddress', '0.0.0.0/0', '2001:db8::1'],
  ['ArnEquals', 'arn:aws:sns:*:1:a*', 'arn:aws:sns:us-east-1:1:a:b'],
  ['ArnNotLike', 'arn:aws:sns:*:*:*', 'not-an-arn'],
  ['ArnLike', '${a:Key}', 'arn:aws:sns:us-east-1:1:a'],
  ['Null', 'true'],
  ['Null', 'true', []],
  ['Null', 'false', ['a', 'b']],
  ['StringNotEquals', 'a'],
  ['StringEqualsIfExists', 'a'],
  ['ForAllValues:StringNotEquals', 'a'],
  ['ForAnyValue:StringEqualsIfExists', 'a'],
  ['ForAllValues:StringEquals', ['a', 'b', 'c'], ['a', 'b']],
  ['ForAnyValue:StringNotEquals', 'a', ['a', 'b']],
  ['StringEquals', 'a', ['a']],
];

const NO: readonly Row[] = [
  ['StringEquals', 'a*', 'ab'],
  ['StringNotLike', ['a', 'b*'], 'bc'],
  ['StringLike', 'a${*}b', 'axb'],
  ['StringLike', '${b:Missing}*', 'x'],
  ['NumericEquals', 'ten', 'ten'],
  ['NumericLessThan', '9', '10'],
  ['DateEquals', '2026-02-30', '2026-02-30'],
  ['DateGreaterThan', '2026-01-01', '2026-01-01T00:00:00'],
  ['Bool', 'yes', 'yes'],
  ['BinaryEquals', 'Q', 'Q'],
  ['IpAddress', '203.0.113.9/33', '203.0.113.9'],
  ['IpAddress', '::/0', '203.0.113.9'],
  ['ArnLike', 'arn:aws:s*1:1:a', 'arn:aws:sns:us-east-1:1:a'],
  ['ArnEquals', 'arn:aws:sns:us-east-1:1:A', 'arn:aws:sns:us-east-1:1:a'],
  ['ArnLike', '*:aws:sns:us-east-1:1:a', 'urn:aws:sns:us-east-1:1:a'],
  ['Null', 'false'],
  ['StringEquals', 'a'],
  ['ForAnyValue:StringNotEquals', 'a'],
  ['ForAnyValue:StringEquals', 'a', []],
  ['ForAnyValue:StringEquals', 'c', ['a', 'b']],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c']],
  ['StringEquals', ['a', 'b'], ['a', 'b']],
  ['StringNotEquals', 'c', ['a', 'b']],
  ['StringEqualsIfExists', ['a', 'b'], ['a', 'b']],
];

const named = (rows: readonly Row[]) => rows.map(([name, given, asked]) => ({ name, given, asked }));

describe('[condition-holds] in the second reading', () => {
  it.each(named(YES))('$name $given holds for $asked', ({ name, given, asked }) => {
    expect(test(name, given, asked)).toBe(true);
  });

  it.each(named(NO))('$name $given does not hold for $asked', ({ name, given, asked }) => {
    expect(test(name, given, asked)).toBe(false);
  });

  it('a value of a variable is taken to the letter, its name in any case', () => {
    expect(test('StringLike', '${B:tag}', 'xyz', { 'b:Tag': '*' })).toBe(false);
    expect(test('StringLike', '${B:tag}', '*', { 'b:Tag': ['*'] })).toBe(true);
    expect(test('StringLike', '${B:tag}', '*', { 'b:Tag': ['*', 'a'] })).toBe(false);
  });

  it('every operator takes a qualifier and IfExists, but Null takes no IfExists', () => {
    expect(OPERATOR_NAMES).toHaveLength(27);
    const refused = OPERATOR_NAMES.filter((name) => !operatorNamed(`ForAnyValue:${name}IfExists`));
    expect(refused).toEqual(['Null']);
  });
});

describe('[resource-matches] in the second reading', () => {
  const fits = (given: string, asked: string, lookup = lookupIn({ 'aws:username': 'ana' })): boolean => {
    const pattern = resourcePatternOf(given, lookup);
    return pattern !== undefined && matches(pattern, asked);
  };
  const BUCKET = 'arn:aws:s3:::data/a:b';

  it.each(['*', 'arn:*', 'arn:aws:s3:*', 'arn:aws:*:data/*', 'arn:aws:s?:::d*b'])('%s fits', (given) => {
    expect(fits(given, BUCKET)).toBe(true);
  });

  it.each([
    'arn*',
    'arn:*3:::data/a?b',
    'arn*:data/a:b',
    'arn:a*3:::data/a:b',
    'arn:aws:s3:::Data/*',
    'arn:aws-cn:s3:::*',
  ])('%s does not fit', (given) => {
    expect(fits(given, BUCKET)).toBe(false);
  });

  it('a variable counts after the fifth colon, and without a value it fits nothing', () => {
    expect(fits('arn:aws:s3:::${aws:username}/*', 'arn:aws:s3:::ana/x')).toBe(true);
    expect(fits('arn:aws:s3:::${aws:userid}*', 'arn:aws:s3:::ana/x')).toBe(false);
    expect(fits("arn:aws:s3:::${aws:userid, 'ana'}/x", 'arn:aws:s3:::ana/x')).toBe(true);
  });

  it('many asterisks take no time', () => {
    expect(fits(`arn:aws:s3:::${'*a'.repeat(30)}b`, `arn:aws:s3:::${'a'.repeat(80)}`)).toBe(false);
  });
});
