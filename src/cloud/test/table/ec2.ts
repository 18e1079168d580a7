// The table's rows for EC2: instances. Profiles and networks have files of their own.
import type { Reply } from '../../operation.ts';
import { EC2_NETWORK_ROWS } from './ec2-networks.ts';
import { EC2_PROFILE_ROWS, IMAGE, PROFILE, WITH_APP } from './ec2-profiles.ts';
import type { Row, Step } from './row.ts';

const LAUNCH: Step = ['default', 'ec2:RunInstances', { ImageId: IMAGE, MinCount: 1, MaxCount: 1 }];
const NOWHERE = 'i-0123456789abcdef0';
const NO_INSTANCE = 'InvalidInstanceID.NotFound';
const NOT_THERE = `The instance ID '${NOWHERE}' does not exist`;

function idIn(replies: readonly Reply[]): string {
  const text = JSON.stringify(replies.at(-1));
  return /"InstanceId":"(i-\w+)"/.exec(text)?.[1] ?? '';
}

const its =
  (more: object = {}) =>
  (replies: readonly Reply[]) => ({ InstanceId: idIn(replies), ...more });
const all = (replies: readonly Reply[]) => ({ InstanceIds: [idIn(replies)] });

const RUN = [
  ...['ec2:RunInstances', 'ec2:RunInstances', 'ec2:RunInstances', 'ec2:RunInstances', 'ec2:RunInstances'],
  'ec2:RunInstances',
];

/** An operation on one instance by id, its answer a change of state. */
function change(name: string, member: string | undefined, from: string, to: string): Row {
  return {
    operation: `ec2:${name}`,
    before: [LAUNCH],
    input: all,
    needs: [`ec2:${name}`],
    reply:
      member === undefined
        ? {}
        : { [member]: [{ CurrentState: { Name: to }, PreviousState: { Name: from } }] },
    faults: [
      { code: NO_INSTANCE, before: [], input: { InstanceIds: [NOWHERE] }, message: NOT_THERE },
      {
        code: 'InvalidInstanceID.Malformed',
        before: [],
        input: { InstanceIds: ['web'] },
        message: 'Invalid id: "web" (expecting "i-...")',
      },
      {
        code: 'DryRunOperation',
        input: (replies) => ({ ...all(replies), DryRun: true }),
        message: 'Request would have succeeded, but DryRun flag is set.',
      },
    ],
  };
}

export const EC2_ROWS: readonly Row[] = [
  {
    operation: 'ec2:RunInstances',
    before: PROFILE,
    input: {
      ...{ ImageId: IMAGE, InstanceType: 't3.small', MinCount: 2, MaxCount: 2, ...WITH_APP },
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'team', Value: 'booking' }] }],
    },
    needs: [...RUN, 'ec2:CreateTags', 'iam:PassRole'],
    reply: {
      OwnerId: '111122223333',
      Instances: [
        {
          ImageId: IMAGE,
          InstanceType: 't3.small',
          State: { Code: 0, Name: 'pending' },
          IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/app' },
          Tags: [{ Key: 'team', Value: 'booking' }],
          MetadataOptions: { HttpTokens: 'required' },
          AmiLaunchIndex: 0,
        },
        { AmiLaunchIndex: 1 },
      ],
    },
    faults: [
      {
        code: 'InvalidAMIID.Malformed',
        input: { ImageId: 'linux', MinCount: 1, MaxCount: 1 },
        message: 'Invalid id: "linux" (expecting "ami-...")',
      },
      {
        code: 'MissingParameter',
        input: { MinCount: 1, MaxCount: 1 },
        message: 'The request must contain the parameter ImageId',
      },
      {
        code: 'InvalidParameterValue',
        input: { ImageId: IMAGE, MinCount: 1, MaxCount: 1, IamInstanceProfile: { Name: 'none' } },
        message:
          'Value (none) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
      },
      {
        code: 'InvalidParameterValue',
        input: { ImageId: IMAGE, MinCount: 1, MaxCount: 1, InstanceType: 't9.huge' },
        message: "Invalid value 't9.huge' for InstanceType.",
      },
      {
        code: 'InvalidSubnetID.NotFound',
        input: { ImageId: IMAGE, MinCount: 1, MaxCount: 1, SubnetId: 'subnet-0123456789abcdef0' },
      },
      {
        code: 'InvalidGroup.NotFound',
        input: { ImageId: IMAGE, MinCount: 1, MaxCount: 1, SecurityGroupIds: ['sg-0123456789abcdef0'] },
      },
      { code: 'DryRunOperation', input: { ImageId: IMAGE, MinCount: 1, MaxCount: 1, DryRun: true } },
    ],
  },
  {
    ...change('StartInstances', 'StartingInstances', 'pending', 'pending'),
    faults: [
      ...(change('StartInstances', undefined, '', '').faults ?? []),
      {
        code: 'IncorrectInstanceState',
        before: [LAUNCH, ['default', 'ec2:TerminateInstances', all]],
        input: (replies) => all(replies),
      },
    ],
  },
  {
    ...change('StopInstances', 'StoppingInstances', 'pending', 'stopping'),
    faults: [
      ...(change('StopInstances', undefined, '', '').faults ?? []),
      {
        code: 'OperationNotPermitted',
        before: [
          ['default', 'ec2:RunInstances', { ImageId: IMAGE, DisableApiStop: true, MinCount: 1, MaxCount: 1 }],
        ],
        input: all,
      },
    ],
  },
  change('RebootInstances', undefined, '', ''),
  {
    ...change('TerminateInstances', 'TerminatingInstances', 'pending', 'shutting-down'),
    faults: [
      ...(change('TerminateInstances', undefined, '', '').faults ?? []),
      {
        code: 'OperationNotPermitted',
        before: [
          LAUNCH,
          ['default', 'ec2:ModifyInstanceAttribute', its({ DisableApiTermination: { Value: true } })],
        ],
        input: (_, cloud) => ({ InstanceIds: Object.keys(cloud.accounts['111122223333']?.instances ?? {}) }),
      },
    ],
  },
  {
    operation: 'ec2:DescribeInstances',
    before: [LAUNCH],
    input: { Filters: [{ Name: 'instance-state-name', Values: ['pend*'] }] },
    needs: ['ec2:DescribeInstances'],
    reply: { Reservations: [{ Instances: [{ ImageId: IMAGE, State: { Name: 'pending' } }] }] },
    faults: [
      { code: NO_INSTANCE, input: { InstanceIds: [NOWHERE] }, message: NOT_THERE },
      { code: 'InvalidInstanceID.Malformed', input: { InstanceIds: ['i-1'] }, message: 'Invalid id: "i-1"' },
      {
        code: 'InvalidParameterValue',
        input: { Filters: [{ Name: 'mood', Values: ['good'] }] },
        message: "The filter 'mood' is invalid",
      },
    ],
  },
  {
    operation: 'ec2:DescribeInstanceStatus',
    before: [LAUNCH],
    input: { IncludeAllInstances: true },
    needs: ['ec2:DescribeInstanceStatus'],
    reply: { InstanceStatuses: [{ InstanceState: { Name: 'pending' } }] },
    faults: [{ code: NO_INSTANCE, input: { InstanceIds: [NOWHERE] } }],
  },
  {
    operation: 'ec2:DescribeInstanceAttribute',
    before: [LAUNCH],
    input: its({ Attribute: 'disableApiTermination' }),
    needs: ['ec2:DescribeInstanceAttribute'],
    reply: { DisableApiTermination: { Value: false } },
    faults: [
      { code: NO_INSTANCE, input: { InstanceId: NOWHERE, Attribute: 'userData' } },
      {
        code: 'InvalidParameterValue',
        input: its({ Attribute: 'colour' }),
        message: 'Value (colour) for parameter attribute is invalid.',
      },
    ],
  },
  {
    operation: 'ec2:ModifyInstanceAttribute',
    before: [LAUNCH],
    input: its({ DisableApiTermination: { Value: true } }),
    needs: ['ec2:ModifyInstanceAttribute'],
    faults: [
      { code: NO_INSTANCE, input: { InstanceId: NOWHERE, DisableApiStop: { Value: true } } },
      { code: 'IncorrectInstanceState', input: its({ InstanceType: { Value: 't3.large' } }) },
      { code: 'InvalidParameterCombination', input: its() },
    ],
  },
  {
    operation: 'ec2:ModifyInstanceMetadataOptions',
    before: [LAUNCH],
    input: its({ HttpTokens: 'optional' }),
    needs: ['ec2:ModifyInstanceMetadataOptions'],
    reply: { InstanceMetadataOptions: { State: 'pending', HttpTokens: 'optional' } },
    faults: [{ code: NO_INSTANCE, input: { InstanceId: NOWHERE } }],
  },
  ...EC2_PROFILE_ROWS,
  ...EC2_NETWORK_ROWS,
];
