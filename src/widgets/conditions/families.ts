// What the table of conditions asks: for each kind of key its operators, what the policy lists, what requests send.

export interface Column {
  /** The values that the request carries; absent where it does not carry the key. */
  readonly sends?: readonly string[];
  /** What the policy lists here in place of the rest of its row. */
  readonly wants?: readonly string[];
}

export interface Family {
  readonly key: string;
  readonly wants: readonly string[];
  readonly operators: readonly string[];
  readonly columns: readonly Column[];
}

export interface Row {
  readonly operator: string;
  /** What it always lists, whatever the others do. */
  readonly fixed?: string;
}

const NULLS: readonly Row[] = ['true', 'false'].map((fixed) => ({ operator: 'Null', fixed }));

/** Its operators, and `Null` both ways. */
export function rowsOf({ operators }: Family): readonly Row[] {
  return [...operators.map((operator) => ({ operator })), ...NULLS];
}

function single(
  key: string,
  operators: readonly string[],
  {
    want,
    same = want,
    other,
    pattern,
  }: Readonly<Record<'want' | 'other' | 'pattern', string>> & { same?: string },
): Family {
  const columns = [
    {},
    { sends: [same] },
    { sends: [other] },
    { sends: [same, other] },
    { sends: [same], wants: [pattern] },
  ];
  return { key, wants: [want], operators, columns };
}

const compared = (family: string): readonly string[] => [
  ...['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
    (name) => family + name,
  ),
  ...[`${family}LessThanIfExists`, `${family}NotEqualsIfExists`],
];

export const FAMILIES = {
  text: single(
    'aws:PrincipalTag/team',
    [
      ...['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase'],
      ...['StringEqualsIfExists', 'StringNotEqualsIfExists', 'StringLikeIfExists'],
    ],
    { want: 'quay', other: 'deck', pattern: 'qu*' },
  ),
  truth: single('aws:MultiFactorAuthPresent', ['Bool', 'BoolIfExists'], {
    ...{ want: 'true', other: 'false', pattern: '*' },
  }),
  number: single('aws:MultiFactorAuthAge', compared('Numeric'), {
    ...{ want: '3600', other: '900', pattern: '36*' },
  }),
  date: single('aws:TokenIssueTime', compared('Date'), {
    ...{ want: '2026-12-01T00:00:00Z', other: '2026-11-26T09:00:00Z', pattern: '2026-12-*' },
  }),
  address: single(
    'aws:SourceIp',
    ['IpAddress', 'NotIpAddress', 'IpAddressIfExists', 'NotIpAddressIfExists'],
    {
      ...{ want: '203.0.113.0/24', same: '203.0.113.7', other: '198.51.100.7', pattern: '203.0.113.*' },
    },
  ),
  arn: single('aws:SourceArn', ['ArnEquals', 'ArnLike', 'ArnNotLike', 'ArnLikeIfExists'], {
    want: 'arn:aws:sns:eu-west-1:111122223333:receipts',
    other: 'arn:aws:sns:eu-west-1:111122223333:offers',
    pattern: 'arn:aws:sns:eu-west-1:111122223333:re*',
  }),
  sets: {
    key: 'aws:TagKeys',
    wants: ['team', 'cost'],
    operators: [
      ...['ForAllValues:StringEquals', 'ForAnyValue:StringEquals', 'ForAllValues:StringNotEquals'],
      ...['ForAnyValue:StringNotEquals', 'ForAllValues:StringLike', 'ForAnyValue:StringLike'],
      ...['ForAnyValue:StringEqualsIfExists', 'StringEquals'],
    ],
    columns: [
      {},
      { sends: ['team'] },
      { sends: ['team', 'cost'] },
      { sends: ['team', 'owner'] },
      { sends: ['owner'] },
      { sends: ['Team'], wants: ['t*'] },
    ],
  },
} as const satisfies Readonly<Record<string, Family>>;

export type FamilyName = keyof typeof FAMILIES;

export function isFamily(name: string): name is FamilyName {
  return Object.hasOwn(FAMILIES, name);
}
