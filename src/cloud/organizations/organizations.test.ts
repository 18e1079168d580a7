// What an organization's changes do to those in it.
import { expect, test } from 'vitest';
import { writeDocument } from '../documents.ts';
import { actAll, act, at } from '../test/acting.ts';
import { calling, faultOf, keyIn, replyOf } from '../test/caller.ts';
import { policy } from '../test/tern.ts';
import type { Cloud } from '../cloud.ts';
import type { Input, Reply } from '../operation.ts';

const [OWN, PARTNER] = ['111122223333', '444455556666'] as const;
const ROOT = 'r-gate';
const NO_USERS = policy('Deny', 'iam:ListUsers');
const LISTS = ['default', 'iam:ListUsers'] as const;

const inside = (reply: Reply, ...path: readonly string[]): string =>
  String(path.reduce<unknown>((value, key) => (value as Input | undefined)?.[key], reply));

/** A policy that is attached somewhere, and its id. */
function guarded(
  target: string,
  content = NO_USERS,
  cloud = actAll([]),
): { readonly cloud: Cloud; readonly id: string } {
  const Type = 'SERVICE_CONTROL_POLICY';
  const input = { Name: 'Guard', Description: '', Type, Content: content };
  const made = act(cloud, ['management', 'organizations:CreatePolicy', input]);
  const id = inside(made.reply, 'Policy', 'PolicySummary', 'Id');
  const attach = { PolicyId: id, TargetId: target };
  return { cloud: actAll([['management', 'organizations:AttachPolicy', attach]], made.cloud), id };
}

test('[scp-never-grants] a policy attached at the root binds every member and not the manager', () => {
  const { cloud, id } = guarded(ROOT);
  const arn = `arn:aws:organizations::999900001111:policy/o-gatehouse1/service_control_policy/${id}`;
  expect(faultOf(calling(cloud, ...LISTS))).toBe(
    `AccessDenied: User: arn:aws:iam::${OWN}:user/admin is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::${OWN}:user/ with an explicit deny in a service control policy: ${arn}`,
  );
  expect(faultOf(calling(cloud, 'root', 'iam:ListUsers'))).toMatch(/service control policy/);
  expect(faultOf(calling(cloud, 'management', 'iam:ListUsers'))).toBe('done');
});

test('[scp-level-must-allow] an account is bound by the unit that it is moved to, and no more when it leaves', () => {
  const unit = act(actAll([]), [
    'management',
    'organizations:CreateOrganizationalUnit',
    { ParentId: ROOT, Name: 'sea' },
  ]);
  const id = inside(unit.reply, 'OrganizationalUnit', 'Id');
  const { cloud } = guarded(id, NO_USERS, unit.cloud);
  expect(faultOf(calling(cloud, ...LISTS))).toBe('done');
  const move = { AccountId: OWN, SourceParentId: ROOT, DestinationParentId: id };
  const moved = actAll([['management', 'organizations:MoveAccount', move]], cloud);
  expect(faultOf(calling(moved, ...LISTS))).toMatch(/service control policy/);
  const left = actAll([['default', 'organizations:LeaveOrganization', {}]], moved);
  expect(faultOf(calling(left, ...LISTS))).toBe('done');
});

test('[scp-level-must-allow] without FullAWSAccess only what is listed is left', () => {
  const { cloud } = guarded(OWN, policy('Allow', 's3:*'));
  const detach = { PolicyId: 'p-FullAWSAccess', TargetId: OWN };
  const bare = actAll([['management', 'organizations:DetachPolicy', detach]], cloud);
  expect(faultOf(calling(bare, ...LISTS))).toMatch(
    /because no service control policy allows the iam:ListUsers action$/,
  );
  expect(faultOf(calling(bare, 'default', 's3:ListBuckets'))).toBe('done');
});

test('[scp-never-grants] switching the type off lifts every policy, switching it on brings FullAWSAccess back', () => {
  const { cloud } = guarded(OWN);
  const type = { RootId: ROOT, PolicyType: 'SERVICE_CONTROL_POLICY' };
  const off = actAll([['management', 'organizations:DisablePolicyType', type]], cloud);
  expect(faultOf(calling(off, ...LISTS))).toBe('done');
  const on = actAll([['management', 'organizations:EnablePolicyType', type]], off);
  const listed = calling(on, 'management', 'organizations:ListPoliciesForTarget', {
    TargetId: OWN,
    Filter: type.PolicyType,
  });
  expect(replyOf(listed)).toMatchObject({ Policies: [{ Id: 'p-FullAWSAccess' }] });
});

test('[worlds-are-values] a policy keeps its id and its places when it is renamed, and its text can be rewritten', () => {
  const { cloud, id } = guarded(OWN);
  const renamed = actAll(
    [['management', 'organizations:UpdatePolicy', { PolicyId: id, Name: 'Fence' }]],
    cloud,
  );
  expect(faultOf(calling(renamed, ...LISTS))).toMatch(new RegExp(`${id}$`));
  const rewritten = writeDocument(renamed, 'org/scp/Fence', policy('Deny', 'ec2:*'));
  expect(faultOf(calling(rewritten, ...LISTS))).toBe('done');
});

test('[rcp-never-grants] a resource control policy closes a role to its own account', () => {
  const Content = policy('Deny', 'sts:AssumeRole', { Principal: '*', Resource: '*' });
  const input = { Name: 'NoRoles', Description: '', Type: 'RESOURCE_CONTROL_POLICY', Content };
  const trusted = policy('Allow', 'sts:AssumeRole', { Principal: { AWS: OWN } });
  const world = actAll([
    ['default', 'iam:CreateRole', { RoleName: 'Auditor', AssumeRolePolicyDocument: trusted }],
  ]);
  const made = act(world, ['management', 'organizations:CreatePolicy', input]);
  const id = inside(made.reply, 'Policy', 'PolicySummary', 'Id');
  const attach = { PolicyId: id, TargetId: OWN };
  const closed = actAll([['management', 'organizations:AttachPolicy', attach]], made.cloud);
  const take = { RoleArn: `arn:aws:iam::${OWN}:role/Auditor`, RoleSessionName: 'test' };
  expect(faultOf(calling(world, 'default', 'sts:AssumeRole', take))).toBe('done');
  expect(faultOf(calling(closed, 'default', 'sts:AssumeRole', take))).toMatch(
    new RegExp(`with an explicit deny in a resource control policy: arn:.*/resource_control_policy/${id}$`),
  );
});

test('[role-trust-must-name-you] a new account is there after some seconds, with a role for its manager', () => {
  const asked = calling(actAll([]), 'management', 'organizations:CreateAccount', {
    Email: 'new@example.com',
    AccountName: 'new',
  });
  const CreateAccountRequestId = inside(replyOf(asked), 'CreateAccountStatus', 'Id');
  const status = (cloud: Cloud): Reply =>
    replyOf(
      calling(cloud, 'management', 'organizations:DescribeCreateAccountStatus', { CreateAccountRequestId }),
    );
  const accounts = (cloud: Cloud): unknown =>
    replyOf(calling(cloud, 'management', 'organizations:ListAccounts'))['Accounts'];
  expect(status(asked.cloud)).toMatchObject({ CreateAccountStatus: { State: 'IN_PROGRESS' } });
  expect(accounts(asked.cloud)).toHaveLength(3);
  const ready = at(asked.cloud, 5);
  const id = inside(status(ready), 'CreateAccountStatus', 'AccountId');
  expect(accounts(ready)).toHaveLength(4);
  const taken = calling(ready, 'management', 'sts:AssumeRole', {
    RoleArn: `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`,
    RoleSessionName: 'first',
  });
  expect(faultOf(calling(taken.cloud, keyIn(replyOf(taken)), 'iam:CreateUser', { UserName: 'ana' }))).toBe(
    'done',
  );
});

test('[every-pair-must-pass] a delegated administrator reads the organization and changes nothing', () => {
  const service = { ServicePrincipal: 'iam.amazonaws.com' };
  const cloud = actAll([
    ['management', 'organizations:EnableAWSServiceAccess', service],
    ['management', 'organizations:RegisterDelegatedAdministrator', { AccountId: OWN, ...service }],
  ]);
  expect(faultOf(calling(cloud, 'default', 'organizations:ListAccounts'))).toBe('done');
  expect(
    faultOf(calling(cloud, 'default', 'organizations:DescribePolicy', { PolicyId: 'p-FullAWSAccess' })),
  ).toBe('done');
  expect(faultOf(calling(cloud, 'partner', 'organizations:ListAccounts'))).toMatch(/^AccessDeniedException/);
  const unit = { ParentId: ROOT, Name: 'mine' };
  expect(faultOf(calling(cloud, 'default', 'organizations:CreateOrganizationalUnit', unit))).toBe(
    "AccessDeniedException: You don't have permissions to access this resource.",
  );
});

test('[worlds-are-values] units may share a name under different parents, and hang where they were made', () => {
  const make = (cloud: Cloud, ParentId: string) =>
    act(cloud, ['management', 'organizations:CreateOrganizationalUnit', { ParentId, Name: 'prod' }]);
  const outer = make(actAll([]), ROOT);
  const outerId = inside(outer.reply, 'OrganizationalUnit', 'Id');
  const inner = make(outer.cloud, outerId);
  const innerId = inside(inner.reply, 'OrganizationalUnit', 'Id');
  expect(inside(inner.reply, 'OrganizationalUnit', 'Path')).toBe(
    `o-gatehouse1/${ROOT}/${outerId}/${innerId}/`,
  );
  const parents = calling(inner.cloud, 'management', 'organizations:ListParents', { ChildId: innerId });
  expect(replyOf(parents)).toEqual({ Parents: [{ Id: outerId, Type: 'ORGANIZATIONAL_UNIT' }] });
});

test('[worlds-are-values] nobody works in an account that was closed', () => {
  const world = actAll([]);
  const closed = calling(world, 'management', 'organizations:CloseAccount', { AccountId: PARTNER }).cloud;
  expect(faultOf(calling(world, 'partner', 'iam:ListUsers'))).toBe('done');
  expect(faultOf(calling(closed, 'partner', 'iam:ListUsers'))).toBe(
    'InvalidClientTokenId: The security token included in the request is invalid.',
  );
  const session = calling(world, 'partner', 'sts:GetSessionToken');
  const after = calling(session.cloud, 'management', 'organizations:CloseAccount', { AccountId: PARTNER });
  expect(faultOf(calling(after.cloud, keyIn(replyOf(session)), 's3:ListBuckets'))).toMatch(
    /^InvalidAccessKeyId/,
  );
  const trusting = actAll([
    [
      'partner',
      'iam:CreateRole',
      {
        RoleName: 'Auditor',
        AssumeRolePolicyDocument: policy('Allow', 'sts:AssumeRole', { Principal: { AWS: OWN } }),
      },
    ],
  ]);
  const take = { RoleArn: `arn:aws:iam::${PARTNER}:role/Auditor`, RoleSessionName: 'test' };
  expect(faultOf(calling(trusting, 'default', 'sts:AssumeRole', take))).toBe('done');
  const shut = calling(trusting, 'management', 'organizations:CloseAccount', { AccountId: PARTNER }).cloud;
  expect(faultOf(calling(shut, 'default', 'sts:AssumeRole', take))).toMatch(/^AccessDenied/);
});
