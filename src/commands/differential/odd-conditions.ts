// Rare conditions: the edges of each type, and what happens where a key, a variable or a value is not there.
import { saying, when, type Oddity } from './change.ts';

const ADDRESS = { operators: ['IpAddress', 'NotIpAddress'], key: 'aws:SourceIp' } as const;
const TEAM = 'aws:PrincipalTag/team';
const FLOOR = '${aws:PrincipalTag/floor}';
const CHAIN = { key: 'aws:CalledVia', given: ['athena.amazonaws.com'] } as const;
const AGE = 'aws:MultiFactorAuthAge';
const NOW = 'aws:CurrentTime';
const START = '2026-01-01T00:00:00Z';

export const ODD_CONDITIONS: readonly Oddity[] = [
  // addresses
  when({ ...ADDRESS, asked: ['203.0.113.9'], given: ['0.0.0.0/0'] }),
  when({ ...ADDRESS, asked: ['2001:db8::1', '203.0.113.9'], given: ['203.0.113.0/24', '2001:db8::/32'] }),
  when({ ...ADDRESS, asked: ['203.0.113.200', '203.0.113.9'], given: ['203.0.113.77/25', '203.0.113.9/32'] }),
  when({ ...ADDRESS, asked: ['203.0.113.9', '2001:DB8:0:0:0:0:0:1'], given: ['2001:db8::1', '::/0'] }),
  // variables
  when({
    operators: ['StringEquals', 'StringNotEquals', 'StringNotLike', 'StringNotEqualsIgnoreCase'],
    key: TEAM,
    asked: ['red'],
    given: [FLOOR],
  }),
  when({
    operators: ['StringEquals', 'StringLike', 'StringNotEquals'],
    key: TEAM,
    asked: ['red', 'blue'],
    given: ["${aws:PrincipalTag/floor, 'red'}"],
  }),
  when({
    operators: ['StringLike', 'StringNotLike'],
    key: TEAM,
    asked: ['red'],
    given: [FLOOR],
    context: { 'aws:PrincipalTag/floor': 'r*' },
  }),
  when({
    operators: ['StringEquals', 'StringLike', 'StringNotLike'],
    key: TEAM,
    asked: ['a*b', 'axb', 'a?b', '$'],
    given: ['a${*}b', 'a${?}b', '${$}'],
  }),
  when({
    operators: ['StringEquals', 'StringNotEquals'],
    key: TEAM,
    asked: ['red', '${aws:username}'],
    given: ['${aws:username}'],
    version: '2008-10-17',
  }),
  (line, chance) => saying(line, chance, { Resource: `${line.request.resource}\${aws:PrincipalTag/floor}` }),
  ({ request, ...line }, chance) => {
    const [head = ''] = request.resource.split('/');
    const entry = `${head}/\${aws:PrincipalTag/floor}/*`;
    return saying({ request, ...line }, chance, { Resource: undefined, NotResource: entry });
  },
  // sets
  when({ ...CHAIN, operators: ['ForAnyValue:StringEqualsIfExists', 'ForAnyValue:StringNotEqualsIfExists'] }),
  when({ ...CHAIN, operators: ['ForAllValues:StringEquals', 'ForAnyValue:StringNotEquals'] }),
  when({
    ...CHAIN,
    operators: ['StringEquals', 'StringNotEquals', 'StringLike'],
    asked: [['athena.amazonaws.com', 'glue.amazonaws.com']],
  }),
  when({ ...CHAIN, operators: ['ForAllValues:StringEquals', 'ForAnyValue:StringEquals'], asked: [[]] }),
  when({ operators: ['Null'], key: 'aws:CalledVia', asked: [[]], given: ['true', 'false'] }),
  // numbers, moments, booleans
  when({
    operators: ['NumericEquals', 'NumericNotEquals', 'NumericLessThan'],
    key: AGE,
    asked: ['ten', '10'],
    given: ['10', 'ten'],
  }),
  when({
    operators: ['NumericEquals', 'NumericLessThan', 'NumericGreaterThanEquals'],
    key: AGE,
    asked: ['10.0', '9.99', '-3', '100000000000000000000000001'],
    given: ['10', '-3.5', '100000000000000000000000002'],
  }),
  when({
    operators: ['DateEquals', 'DateNotEquals', 'DateLessThan'],
    key: NOW,
    asked: [START],
    given: ['soon', '2026-02-30', '2026-01-01T00:00:00'],
  }),
  when({
    operators: ['DateEquals', 'DateLessThan', 'DateGreaterThanEquals'],
    key: NOW,
    asked: [START, '1767225600'],
    given: ['1767225600', '2026', '2026-01', '2026-01-01', '2025-12-31T19:00:00-05:00'],
  }),
  when({
    operators: ['Bool', 'BoolIfExists'],
    key: 'aws:SecureTransport',
    asked: ['true', 'false', 'yes'],
    given: ['true', true, 'false', false],
  }),
  // texts
  when({
    operators: ['StringEquals', 'StringLike', 'Null', 'StringNotEquals'],
    key: TEAM,
    asked: [''],
    given: ['', 'true', '*'],
  }),
  when({
    operators: ['StringEquals'],
    key: 'AWS:principaltag/TEAM',
    given: ['red', 'Red'],
    context: { [TEAM]: 'red' },
  }),
  when({
    operators: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
    key: 'aws:SourceArn',
    asked: ['arn:aws:sns:us-east-1:444455556666:topic:sub', 'not-an-arn'],
    given: ['arn:aws:sns:*:444455556666:*', 'arn:aws:s*', 'arn:aws:sns:*:*:topic', 'arn:aws:sns:*:*:*:sub'],
  }),
];
