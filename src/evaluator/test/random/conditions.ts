// Random conditions and the context that they ask about, over the same few keys and values. It knows no decision.
import fc from 'fast-check';
import type { Caller, Context } from '../second-reading/line.ts';

interface Key {
  readonly name: string;
  readonly family: 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'Ip' | 'Arn';
  /** Values of a request; a list stands for a key of several values. */
  readonly asked: readonly (string | readonly string[])[];
  /** Values of a policy. */
  readonly given: readonly (string | number | boolean)[];
}

const ARNS = ['arn:aws:sns:us-east-1:111122223333:topic', 'arn:aws:sns:eu-west-1:444455556666:topic:sub'];
const TOPIC = 'arn:aws:sns:us-east-1:111122223333:topic';
const WORDS = ['red', 'RED', 'blue', 'r*', '?ed', '*', ''];

export const KEYS: readonly Key[] = [
  {
    name: 'aws:PrincipalTag/team',
    family: 'String',
    asked: ['red', 'Red', 'blue', '*'],
    given: [...WORDS, '${aws:ResourceTag/team}', "${aws:ResourceTag/team, 'red'}"],
  },
  {
    name: 'aws:ResourceTag/team',
    family: 'String',
    asked: ['red', 'blue', ''],
    given: [...WORDS, '${aws:PrincipalTag/team}', "${AWS:principaltag/TEAM, 'blue'}"],
  },
  {
    name: 's3:prefix',
    family: 'String',
    asked: ['home/ana/', 'a*b', 'axb', 'a?b', '$', '', 'team'],
    given: ['home/*', 'a${*}b', 'a*b', 'a${?}b', 'a?b', '${$}', 'home/${aws:username}/*', '${aws:TagKeys}'],
  },
  {
    name: 's3:delimiter',
    family: 'String',
    asked: ['*', '?', '$', 'a*b', 'a?b', 'axb'],
    given: ['${*}', '${?}', '${$}', 'a${*}b', 'a${?}b', '?', '*'],
  },
  {
    name: 'aws:TagKeys',
    family: 'String',
    asked: [['team', 'env'], ['team'], ['red', 'env'], [], 'team'],
    given: ['team', 'env', 'TEAM', 'e*', '${aws:PrincipalTag/team}'],
  },
  {
    name: 'aws:CalledVia',
    family: 'String',
    asked: [['athena.amazonaws.com', 'glue.amazonaws.com'], ['athena.amazonaws.com'], []],
    given: ['athena.amazonaws.com', 'glue.amazonaws.com', '*.amazonaws.com'],
  },
  {
    name: 's3:max-keys',
    family: 'Numeric',
    asked: ['10', '10.0', '9.99', '-3', '100000000000000000000000001', 'ten'],
    given: ['10', 10, 9.5, '-3', '100000000000000000000000002', 'ten', '0.1'],
  },
  {
    name: 'aws:CurrentTime',
    family: 'Date',
    asked: ['2026-01-01T00:00:00Z', '1767225600', '2026-01-01T01:00:00.5+01:00', '2026-01-01T00:00:00'],
    given: [
      ...['2026-01-01T00:00:00Z', '2026-01-01', '2026-01', '2025-12-31T19:00:00-05:00', 1767225600],
      ...['2026-01-01T00:00:00.500Z', '2026-01-01T00:00Z', '2026-01-01T00:00:00', '2026-02-30', 'soon'],
    ],
  },
  {
    name: 'aws:MultiFactorAuthPresent',
    family: 'Bool',
    asked: ['true', 'false', 'yes'],
    given: ['true', 'false', true, false],
  },
  {
    name: 'kms:RecipientAttestation:ImageSha384',
    family: 'Binary',
    asked: ['QQ==', 'QUI=', '', 'Q'],
    given: ['QQ==', 'QUI=', '', 'Q'],
  },
  {
    name: 'aws:SourceIp',
    family: 'Ip',
    asked: ['203.0.113.9', '203.0.113.200', '2001:db8::1', '2001:0DB8:0:0:0:0:0:1', 'nowhere'],
    given: [
      ...[
        '203.0.113.0/24',
        '203.0.113.77/25',
        '203.0.113.9',
        '0.0.0.0/0',
        '2001:db8::/32',
        '::/0',
        '2001:db8::1',
      ],
      ...['203.0.113.9/33', 'nowhere'],
    ],
  },
  {
    name: 'aws:SourceArn',
    family: 'Arn',
    asked: [...ARNS, 'not-an-arn', [...ARNS]],
    given: [
      ...[TOPIC, 'arn:aws:sns:*:111122223333:*', 'arn:aws:sns:*:*:topic', 'arn:aws:s*1:111122223333:topic'],
      ...['arn:aws:sns:us-east-?:111122223333:top*', 'arn:aws:sns:*:444455556666:*:sub', 'not-an-arn'],
      ...['arn:aws:sns:us-east-1:${aws:PrincipalAccount}:topic', '${aws:SourceArn}'],
    ],
  },
  {
    name: 'aws:PrincipalArn',
    family: 'Arn',
    asked: ['arn:aws:iam::111122223333:role/team/app'],
    given: [
      ...['arn:aws:iam::111122223333:role/team/app', 'arn:aws:iam::*:user/${aws:username}'],
      ...['arn:aws:iam::111122223333:*', 'arn:aws:iam::111122223333:user/ana', 'arn:aws:iam::*:role/*'],
    ],
  },
];

const ORDERED = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
const FAMILIES: Readonly<Record<Key['family'], readonly string[]>> = {
  String: ['Equals', 'NotEquals', 'EqualsIgnoreCase', 'NotEqualsIgnoreCase', 'Like', 'Like', 'NotLike'].map(
    (name) => `String${name}`,
  ),
  Numeric: ORDERED.map((name) => `Numeric${name}`),
  Date: ORDERED.map((name) => `Date${name}`),
  Bool: ['Bool'],
  Binary: ['BinaryEquals'],
  Ip: ['IpAddress', 'NotIpAddress'],
  Arn: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
};

/** A name as it is written, now and then in another case. */
const spelled = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(name, name, name, name, name.toLowerCase(), name.toUpperCase());

type Values = unknown;
interface Entry {
  readonly key: string;
  readonly spelling: string;
  readonly operator: string;
  readonly values: Values;
}

const listed = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<Values> =>
  fc.oneof(
    { weight: 5, arbitrary: one },
    { weight: 3, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(one, { maxLength: 1 }) },
  );

const operatorOf = (family: Key['family']): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', '', '', '', '', 'ForAllValues:', 'ForAnyValue:'),
      fc.constantFrom(...FAMILIES[family]),
      fc.constantFrom('', '', '', 'IfExists'),
    )
    .map((parts) => parts.join(''));

/** A key under an operator of its family; now and then under that of another, or under Null. */
const entry: fc.Arbitrary<Entry> = fc
  .tuple(fc.constantFrom(...KEYS), fc.constantFrom(...KEYS), fc.nat(11))
  .chain(([key, stranger, kind]) =>
    fc.record({
      key: fc.constant(key.name),
      spelling: spelled(key.name),
      operator: kind === 0 ? fc.constant('Null') : operatorOf((kind === 1 ? stranger : key).family),
      values:
        kind === 0
          ? listed(fc.constantFrom<string | boolean>('true', 'false', true, false))
          : listed(fc.constantFrom(...key.given)),
    }),
  );

/** A Condition element of one to three keys. */
export const conditionBlock: fc.Arbitrary<object> = fc
  .uniqueArray(entry, { minLength: 1, maxLength: 3, selector: ({ key }) => key })
  .map((entries) => {
    const block: Record<string, Record<string, Values>> = {};
    for (const { operator, spelling, values } of entries)
      block[operator] = { ...block[operator], [spelling]: values };
    return block;
  });

/** What a request of this caller carries: what it is, and about half of the other keys. */
export function contextOf({ type, arn, account, roleArn }: Caller): fc.Arbitrary<Context> {
  const own: [string, string | readonly string[]][] = [];
  if (type === 'user') own.push(['aws:username', arn?.split('/').at(-1) ?? '']);
  if (account !== null) own.push(['aws:PrincipalAccount', account]);
  if (arn !== null && account !== null) own.push(['aws:PrincipalArn', roleArn ?? arn]);
  const others = KEYS.filter(({ name }) => name !== 'aws:PrincipalArn').map((key) =>
    fc.option(fc.tuple(spelled(key.name), fc.constantFrom(...key.asked)), { freq: 2, nil: undefined }),
  );
  return fc
    .tuple(fc.subarray(own, { minLength: Math.max(0, own.length - 1) }), ...others)
    .map(([known, ...rest]) => Object.fromEntries([...known, ...rest.filter((one) => one !== undefined)]));
}
