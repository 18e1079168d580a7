// The table's rows for managed policies attached to users, groups and roles, and for boundaries.
import { AWS_POLICIES } from '../../iam/aws-managed.ts';
import { guarded, KINDS, nobody } from './iam-inline.ts';
import { arnOf, LINKED_POLICY, POLICY } from './policy-texts.ts';
import type { Failing, Row, Step } from './row.ts';

type Kind = (typeof KINDS)[number];

const ARN = arnOf('reading');
const NONE = arnOf('none');
const WITH = { PolicyArn: ARN };
const BAD = 'reading-is-not-an-arn';

/** As many policies as one may have attached, after the first. */
function full({ Noun, made, name }: Kind): readonly Step[] {
  const most = Noun === 'Role' ? 20 : 10;
  const arns = Object.keys(AWS_POLICIES).filter((arn) => !/\/(?:aws-service-role|root-task)\//.test(arn));
  const attach = arns
    .slice(0, most)
    .map((PolicyArn): Step => ['default', `iam:Attach${Noun}Policy`, { [`${Noun}Name`]: name, PolicyArn }]);
  return [POLICY, made, ...attach];
}

function attachedRows(kind: Kind): readonly Row[] {
  const { Noun, made, name } = kind;
  const one = { [`${Noun}Name`]: name };
  const attach: Step = ['default', `iam:Attach${Noun}Policy`, { ...one, ...WITH }];
  const invalid: Failing = { code: 'InvalidInput', input: { ...one, PolicyArn: BAD } };
  return [
    {
      operation: `iam:Attach${Noun}Policy`,
      before: [POLICY, made],
      input: { ...one, ...WITH },
      needs: [`iam:Attach${Noun}Policy`],
      faults: [
        nobody(kind, WITH),
        {
          code: 'NoSuchEntity',
          input: { ...one, PolicyArn: NONE },
          message: `Policy ${NONE} does not exist or is not attachable.`,
        },
        invalid,
        {
          code: 'PolicyNotAttachable',
          input: { ...one, PolicyArn: LINKED_POLICY },
          message: 'Cannot attach a Service Role Policy to a Customer Role.',
        },
        {
          code: 'LimitExceeded',
          before: full(kind),
          input: { ...one, ...WITH },
          message: `Cannot exceed quota for PoliciesPer${Noun}: ${Noun === 'Role' ? 20 : 10}`,
        },
        ...guarded(kind, WITH),
      ],
    },
    {
      operation: `iam:Detach${Noun}Policy`,
      before: [POLICY, made, attach],
      input: { ...one, ...WITH },
      needs: [`iam:Detach${Noun}Policy`],
      faults: [
        nobody(kind, WITH),
        {
          code: 'NoSuchEntity',
          before: [POLICY, made],
          input: { ...one, ...WITH },
          message: `Policy ${ARN} was not found.`,
        },
        invalid,
        ...guarded(kind, WITH),
      ],
      never: { LimitExceeded: 'taking away adds nothing' },
    },
    {
      operation: `iam:ListAttached${Noun}Policies`,
      before: [POLICY, made, attach],
      input: { ...one, PathPrefix: '/' },
      needs: [`iam:ListAttached${Noun}Policies`],
      reply: { AttachedPolicies: [{ PolicyName: 'reading', PolicyArn: ARN }], IsTruncated: false },
      faults: [nobody(kind, {})],
      never: { InvalidInput: 'the model says what a path and a marker look like' },
    },
  ];
}

const bounded = { PermissionsBoundary: ARN };

function boundaryRows(kind: Kind): readonly Row[] {
  const { Noun, made, name } = kind;
  const one = { [`${Noun}Name`]: name };
  const put: Step = ['default', `iam:Put${Noun}PermissionsBoundary`, { ...one, ...bounded }];
  return [
    {
      operation: `iam:Put${Noun}PermissionsBoundary`,
      before: [POLICY, made],
      input: { ...one, ...bounded },
      needs: [`iam:Put${Noun}PermissionsBoundary`],
      faults: [
        nobody(kind, bounded),
        {
          code: 'NoSuchEntity',
          input: { ...one, PermissionsBoundary: NONE },
          message: `Scope ARN: ${NONE} does not exist or is not attachable.`,
        },
        { code: 'InvalidInput', input: { ...one, PermissionsBoundary: BAD } },
        { code: 'PolicyNotAttachable', input: { ...one, PermissionsBoundary: LINKED_POLICY } },
        ...guarded(kind, bounded),
      ],
    },
    {
      operation: `iam:Delete${Noun}PermissionsBoundary`,
      before: [POLICY, made, put],
      input: one,
      needs: [`iam:Delete${Noun}PermissionsBoundary`],
      faults: [nobody(kind, {}), ...guarded(kind, {})],
    },
  ];
}

export const IAM_ATTACHED_ROWS: readonly Row[] = [
  ...KINDS.flatMap(attachedRows),
  ...KINDS.filter(({ Noun }) => Noun !== 'Group').flatMap(boundaryRows),
];
