// The table's rows for inline policies of users, groups and roles.
import { BROKEN, GROUP, LINKED, LINKED_ROLE, longPolicy, READ, ROLE, USER } from './policy-texts.ts';
import type { Failing, Row, Step } from './row.ts';

interface Kind {
  readonly Noun: 'User' | 'Group' | 'Role';
  readonly made: Step;
  readonly name: string;
  /** All inline policies of one together. */
  readonly limit: number;
}

export const KINDS: readonly Kind[] = [
  { Noun: 'User', made: USER, name: 'mei.tan', limit: 2048 },
  { Noun: 'Group', made: GROUP, name: 'developers', limit: 5120 },
  { Noun: 'Role', made: ROLE, name: 'batch', limit: 10240 },
];

/** What nobody may do to a service-linked role. */
export function guarded({ Noun }: Kind, input: object): readonly Failing[] {
  return Noun === 'Role'
    ? [
        {
          code: 'UnmodifiableEntity',
          before: [LINKED],
          input: { RoleName: LINKED_ROLE, ...input },
          message: `Cannot perform the operation on the protected role '${LINKED_ROLE}' - this role is only modifiable by AWS`,
        },
      ]
    : [];
}

/** Nobody is called so. */
export function nobody({ Noun }: Kind, input: object): Failing {
  return {
    code: 'NoSuchEntity',
    input: { [`${Noun}Name`]: 'nobody', ...input },
    message: `The ${Noun.toLowerCase()} with name nobody cannot be found.`,
  };
}

const NAMED = { PolicyName: 'inside' };
const WITH_TEXT = { ...NAMED, PolicyDocument: READ };

function rowsOf(kind: Kind): readonly Row[] {
  const { Noun, made, name, limit } = kind;
  const one = { [`${Noun}Name`]: name };
  const noun = Noun.toLowerCase();
  const put: Step = ['default', `iam:Put${Noun}Policy`, { ...one, ...WITH_TEXT }];
  const missing: Failing = {
    code: 'NoSuchEntity',
    before: [made],
    input: { ...one, ...NAMED },
    message: `The ${noun} policy with name inside cannot be found.`,
  };
  const protectedOnce: readonly Failing[] =
    Noun === 'Role'
      ? [{ code: 'NoSuchEntity', before: [LINKED], input: { RoleName: LINKED_ROLE, ...NAMED } }]
      : [];
  return [
    {
      operation: `iam:Put${Noun}Policy`,
      before: [made],
      input: { ...one, ...WITH_TEXT },
      needs: [`iam:Put${Noun}Policy`],
      faults: [
        nobody(kind, WITH_TEXT),
        { code: 'MalformedPolicyDocument', input: { ...one, ...NAMED, PolicyDocument: BROKEN } },
        {
          code: 'LimitExceeded',
          input: { ...one, ...NAMED, PolicyDocument: longPolicy(limit + 100) },
          message: `Maximum policy size of ${limit} bytes exceeded for ${noun} ${name}`,
        },
        ...guarded(kind, WITH_TEXT),
      ],
    },
    {
      operation: `iam:Get${Noun}Policy`,
      before: [made, put],
      input: { ...one, ...NAMED },
      needs: [`iam:Get${Noun}Policy`],
      reply: { ...one, PolicyName: 'inside', PolicyDocument: READ },
      faults: [nobody(kind, NAMED), missing],
    },
    {
      operation: `iam:Delete${Noun}Policy`,
      before: [made, put],
      input: { ...one, ...NAMED },
      needs: [`iam:Delete${Noun}Policy`],
      faults: [nobody(kind, NAMED), missing, ...protectedOnce],
      never: {
        LimitExceeded: 'deleting adds nothing',
        UnmodifiableEntity: 'a service-linked role has no inline policy here',
      },
    },
    {
      operation: `iam:List${Noun}Policies`,
      before: [made, put],
      input: one,
      needs: [`iam:List${Noun}Policies`],
      reply: { PolicyNames: ['inside'], IsTruncated: false },
      faults: [nobody(kind, {})],
    },
  ];
}

export const IAM_INLINE_ROWS: readonly Row[] = KINDS.flatMap(rowsOf);
