// The table's rows for Systems Manager: instances, and shells into them.
import { accountOf, type Cloud } from '../../index.ts';
import { withAccount } from '../../cloud.ts';
import type { Row } from './row.ts';

const INSTANCE = 'i-0fedcba9876543210';
const badToken = { code: 'InvalidNextToken', input: { NextToken: 'x' } };

/** An instance that a world has from its beginning has been there long enough. */
function running(cloud: Cloud): Cloud {
  const instances = { [INSTANCE]: { id: INSTANCE, name: 'web' } };
  return withAccount(cloud, { ...accountOf(cloud, '111122223333'), instances });
}

export const SSM_SESSION_ROWS: readonly Row[] = [
  {
    operation: 'ssm:DescribeInstanceInformation',
    world: running,
    input: { Filters: [{ Key: 'PingStatus', Values: ['Online'] }] },
    needs: ['ssm:DescribeInstanceInformation'],
    reply: { InstanceInformationList: [{ InstanceId: INSTANCE, PingStatus: 'Online' }] },
    faults: [
      { code: 'InvalidFilterKey', input: { Filters: [{ Key: 'Mood', Values: ['good'] }] } },
      { code: 'InvalidInstanceId', input: { Filters: [{ Key: 'InstanceIds', Values: ['web'] }] } },
      {
        code: 'InvalidInstanceInformationFilterValue',
        input: { Filters: [{ Key: 'PingStatus', Values: ['Asleep'] }] },
      },
      badToken,
    ],
  },
  {
    operation: 'ssm:StartSession',
    world: running,
    input: { Target: INSTANCE, DocumentName: 'SSM-SessionManagerRunShell' },
    needs: ['ssm:StartSession', 'ssm:StartSession'],
    faults: [
      {
        code: 'TargetNotConnected',
        input: { Target: 'i-0123456789abcdef0' },
        message: 'i-0123456789abcdef0 is not connected.',
      },
      { code: 'InvalidDocument', input: { Target: INSTANCE, DocumentName: 'MyOwn' } },
    ],
  },
  {
    operation: 'ssm:TerminateSession',
    world: running,
    before: [['default', 'ssm:StartSession', { Target: INSTANCE }]],
    input: ([started = {}]) => ({ SessionId: started['SessionId'] }),
    needs: ['ssm:TerminateSession'],
  },
  {
    operation: 'ssm:DescribeSessions',
    world: running,
    before: [['default', 'ssm:StartSession', { Target: INSTANCE, Reason: 'to look' }]],
    input: { State: 'Active' },
    needs: ['ssm:DescribeSessions'],
    reply: { Sessions: [{ Target: INSTANCE, Status: 'Connected', Reason: 'to look' }] },
    faults: [{ ...badToken, input: { State: 'Active', NextToken: 'x' } }],
    never: { InvalidFilterKey: 'the model knows every key' },
  },
];
