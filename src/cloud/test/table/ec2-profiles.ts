// The table's rows for the instance profiles of instances.
import { accountOf, type Cloud } from '../../index.ts';
import type { Reply } from '../../operation.ts';
import type { Row, Step } from './row.ts';

export const IMAGE = 'ami-0123456789abcdef0';
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
export const PROFILE: readonly Step[] = [
  ['default', 'iam:CreateRole', { RoleName: 'app', AssumeRolePolicyDocument: TRUST }],
  ['default', 'iam:CreateInstanceProfile', { InstanceProfileName: 'app' }],
  ['default', 'iam:AddRoleToInstanceProfile', { InstanceProfileName: 'app', RoleName: 'app' }],
];
export const WITH_APP = { IamInstanceProfile: { Name: 'app' } };
const LAUNCH: Step = ['default', 'ec2:RunInstances', { ImageId: IMAGE, MinCount: 1, MaxCount: 1 }];
const WITH_PROFILE: Step = [
  'default',
  'ec2:RunInstances',
  { ImageId: IMAGE, MinCount: 1, MaxCount: 1, ...WITH_APP },
];
const LISTING: Step = ['default', 'ec2:DescribeIamInstanceProfileAssociations', {}];
const NOWHERE = 'i-0123456789abcdef0';

/** An instance that a world has from its beginning is running. */
const RUNNING = 'i-0fedcba9876543210';

function running(cloud: Cloud): Cloud {
  const account = accountOf(cloud, '111122223333');
  const instances = { [RUNNING]: { id: RUNNING, name: 'web' } };
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, instances } } };
}

const idIn = (replies: readonly Reply[]): string =>
  /"InstanceId":"(i-\w+)"/.exec(JSON.stringify(replies.at(-1)))?.[1] ?? '';

const associationIn = (replies: readonly Reply[]): string =>
  /iip-assoc-\w+/.exec(JSON.stringify(replies.at(-1)))?.[0] ?? '';

export const EC2_PROFILE_ROWS: readonly Row[] = [
  {
    operation: 'ec2:AssociateIamInstanceProfile',
    world: running,
    before: PROFILE,
    input: { InstanceId: RUNNING, ...WITH_APP },
    needs: ['ec2:AssociateIamInstanceProfile', 'iam:PassRole'],
    reply: {
      IamInstanceProfileAssociation: {
        State: 'associating',
        IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/app' },
      },
    },
    faults: [
      { code: 'InvalidInstanceID.NotFound', before: PROFILE, input: { InstanceId: NOWHERE, ...WITH_APP } },
      {
        code: 'IncorrectInstanceState',
        before: [...PROFILE, LAUNCH],
        input: (replies) => ({ InstanceId: idIn(replies), ...WITH_APP }),
      },
      {
        code: 'IncorrectState',
        world: running,
        before: [
          ...PROFILE,
          ['default', 'ec2:AssociateIamInstanceProfile', { InstanceId: RUNNING, ...WITH_APP }],
        ],
        input: { InstanceId: RUNNING, ...WITH_APP },
        message: `There is an existing association for instance ${RUNNING}`,
      },
    ],
  },
  {
    operation: 'ec2:ReplaceIamInstanceProfileAssociation',
    before: [...PROFILE, WITH_PROFILE, LISTING],
    input: (replies) => ({ AssociationId: associationIn(replies), ...WITH_APP }),
    needs: ['ec2:ReplaceIamInstanceProfileAssociation', 'iam:PassRole'],
    reply: { IamInstanceProfileAssociation: { State: 'associating' } },
    faults: [
      {
        code: 'InvalidAssociationID.NotFound',
        input: { AssociationId: 'iip-assoc-0123456789abcdef0', ...WITH_APP },
        message: "The association ID 'iip-assoc-0123456789abcdef0' does not exist",
      },
    ],
  },
  {
    operation: 'ec2:DisassociateIamInstanceProfile',
    before: [...PROFILE, WITH_PROFILE, LISTING],
    input: (replies) => ({ AssociationId: associationIn(replies) }),
    needs: ['ec2:DisassociateIamInstanceProfile'],
    reply: { IamInstanceProfileAssociation: { State: 'disassociating' } },
    faults: [
      {
        code: 'InvalidAssociationID.NotFound',
        input: { AssociationId: 'iip-assoc-0123456789abcdef0' },
      },
    ],
  },
  {
    operation: 'ec2:DescribeIamInstanceProfileAssociations',
    before: [...PROFILE, WITH_PROFILE],
    input: (replies) => ({ Filters: [{ Name: 'instance-id', Values: [idIn(replies)] }] }),
    needs: ['ec2:DescribeIamInstanceProfileAssociations'],
    reply: { IamInstanceProfileAssociations: [{ State: 'associated' }] },
    faults: [
      {
        code: 'InvalidAssociationID.NotFound',
        input: { AssociationIds: ['iip-assoc-0123456789abcdef0'] },
      },
    ],
  },
];
