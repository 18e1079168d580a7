// Reports about an account as its clock goes on, and everything about its permissions in one answer.
import { describe, expect, test } from 'vitest';
import type { Cloud, Outcome } from '../index.ts';
import type { Input, Reply } from '../operation.ts';
import { blankWorld, callAs, profilesOf, SERVICES } from '../services.ts';

const BLANK = blankWorld();
const START = BLANK.time;

function ask(cloud: Cloud, operation: string, input: Input = {}, profile = 'default'): Outcome {
  const found = profilesOf(BLANK).find(({ name }) => name === profile);
  const credentials = { accessKeyId: found?.key.id ?? '', secretAccessKey: found?.key.secret ?? '' };
  return callAs(cloud, credentials, { operation, input, region: 'eu-west-1' }, SERVICES);
}

/** Several calls, the last one's answer. */
function acted(
  cloud: Cloud,
  calls: readonly (readonly [string, Input?, string?])[],
): { readonly cloud: Cloud; readonly reply: Reply } {
  let now: { readonly cloud: Cloud; readonly reply: Reply } = { cloud, reply: {} };
  for (const [operation, input, profile] of calls) {
    const outcome = ask(now.cloud, operation, input, profile);
    if ('fault' in outcome) throw new Error(`${operation}: ${outcome.fault.message}`);
    now = outcome;
  }
  return now;
}

const later = (cloud: Cloud, seconds: number): Cloud => ({ ...cloud, time: cloud.time + seconds * 1000 });
const policy = (Effect: string, Action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource: '*' }] });

const MEI = { UserName: 'mei.tan' };
const PEOPLE = acted(BLANK, [
  ['iam:CreateUser', { ...MEI, Path: '/dev/' }],
  ['iam:CreateGroup', { GroupName: 'developers' }],
  ['iam:AddUserToGroup', { ...MEI, GroupName: 'developers' }],
  [
    'iam:PutGroupPolicy',
    { GroupName: 'developers', PolicyName: 'tables', PolicyDocument: policy('Allow', 'dynamodb:*') },
  ],
  ['iam:PutUserPolicy', { ...MEI, PolicyName: 'read', PolicyDocument: policy('Allow', 's3:Get*') }],
]).cloud;

describe('the credential report', () => {
  const made = acted(PEOPLE, [
    ['iam:CreateAccessKey', MEI],
    ['iam:CreateLoginProfile', { ...MEI, Password: 'Seven-Gulls-7' }],
    ['iam:UpdateAccountPasswordPolicy', { MaxPasswordAge: 90 }],
    ['iam:GenerateCredentialReport'],
  ]).cloud;
  const report = acted(later(made, 10), [['iam:GetCredentialReport']]).reply;
  const lines = atob(String(report['Content']))
    .split('\n')
    .map((line) => line.split(','));

  test('[worlds-are-values] has 23 columns, the root user first', () => {
    expect(lines.map((cells) => cells.length)).toEqual([23, 23, 23, 23]);
    expect(lines.map(([user]) => user)).toEqual(['user', '<root_account>', 'admin', 'mei.tan']);
    expect(report['GeneratedTime']).toBe(START + 10_000);
  });

  test('[worlds-are-values] tells what a user has and what is not there', () => {
    const [heads = [], root = [], , mei = []] = lines;
    const cell = (cells: readonly string[], head: string): string => cells[heads.indexOf(head)] ?? '';
    expect(cell(mei, 'arn')).toBe('arn:aws:iam::111122223333:user/dev/mei.tan');
    expect(cell(mei, 'password_enabled')).toBe('true');
    expect(cell(mei, 'password_last_used')).toBe('no_information');
    expect(cell(mei, 'password_next_rotation')).toBe('2027-02-21T09:00:00+00:00');
    expect(cell(mei, 'access_key_1_active')).toBe('true');
    expect(cell(mei, 'access_key_1_last_used_date')).toBe('N/A');
    expect(cell(mei, 'access_key_2_active')).toBe('false');
    expect(cell(root, 'password_enabled')).toBe('not_supported');
    expect(cell(root, 'access_key_1_active')).toBe('true');
  });

  test('[worlds-are-values] takes ten seconds, is kept four hours and then made again', () => {
    const state = (seconds: number): unknown =>
      acted(later(made, seconds), [['iam:GenerateCredentialReport']]).reply['State'];
    expect([9, 10, 4 * 3600, 4 * 3600 + 10].map(state)).toEqual([
      ...['INPROGRESS', 'COMPLETE', 'COMPLETE', 'STARTED'],
    ]);
  });
});

describe('what was last accessed', () => {
  const ARN = 'arn:aws:iam::111122223333';
  const about = (cloud: Cloud, Arn: string, more: Input = {}) => {
    const started = acted(cloud, [['iam:GenerateServiceLastAccessedDetails', { Arn, ...more }]]);
    return { cloud: later(started.cloud, 3), job: { JobId: started.reply['JobId'] } };
  };
  const servicesOf = ({ cloud, job }: ReturnType<typeof about>): readonly Reply[] => {
    const { reply } = acted(cloud, [['iam:GetServiceLastAccessedDetails', job]]);
    expect(reply).toMatchObject({ JobStatus: 'COMPLETED', IsTruncated: false });
    return reply['ServicesLastAccessed'] as readonly Reply[];
  };

  test('[worlds-are-values] of a user the services that the policies allow, those of groups included', () => {
    expect(servicesOf(about(PEOPLE, `${ARN}:user/dev/mei.tan`))).toEqual([
      { ServiceName: 'Amazon DynamoDB', ServiceNamespace: 'dynamodb', TotalAuthenticatedEntities: 0 },
      { ServiceName: 'Amazon S3', ServiceNamespace: 's3', TotalAuthenticatedEntities: 0 },
    ]);
  });

  test('[worlds-are-values] says who used a service last and when, to the minute', () => {
    const [iam] = servicesOf(about(later(PEOPLE, 100), `${ARN}:user/admin`)).filter(
      (service) => service['ServiceNamespace'] === 'iam',
    );
    expect(iam).toEqual({
      ServiceName: 'AWS Identity and Access Management',
      LastAuthenticated: START,
      ServiceNamespace: 'iam',
      LastAuthenticatedEntity: `${ARN}:user/admin`,
      LastAuthenticatedRegion: 'us-east-1',
      TotalAuthenticatedEntities: 1,
    });
  });

  test('[worlds-are-values] by action when it is asked so', () => {
    const services = servicesOf(about(PEOPLE, `${ARN}:user/admin`, { Granularity: 'ACTION_LEVEL' }));
    const actions = services.flatMap((one) => (one['TrackedActionsLastAccessed'] ?? []) as readonly Reply[]);
    expect(actions.map((one) => one['ActionName'])).toEqual([
      ...['PutUserPolicy', 'PutGroupPolicy', 'AddUserToGroup', 'CreateGroup', 'CreateUser'],
    ]);
  });

  test('[worlds-are-values] of a policy and of a group everybody behind them', () => {
    const entities = (report: ReturnType<typeof about>, ServiceNamespace: string): unknown =>
      acted(report.cloud, [
        ['iam:GetServiceLastAccessedDetailsWithEntities', { ...report.job, ServiceNamespace }],
      ]).reply['EntityDetailsList'];
    expect(entities(about(PEOPLE, 'arn:aws:iam::aws:policy/AdministratorAccess'), 'iam')).toMatchObject([
      { EntityInfo: { Name: 'admin', Type: 'USER', Path: '/' }, LastAuthenticated: START },
    ]);
    const group = entities(about(PEOPLE, `${ARN}:group/developers`), 'dynamodb');
    expect(group).toMatchObject([{ EntityInfo: { Name: 'mei.tan', Path: '/dev/' } }]);
    expect(group).not.toHaveProperty([0, 'LastAuthenticated']);
  });

  test('[worlds-are-values] names the policies that grant a service, inline ones with whose they are', () => {
    const { reply } = acted(PEOPLE, [
      [
        'iam:ListPoliciesGrantingServiceAccess',
        { Arn: `${ARN}:user/dev/mei.tan`, ServiceNamespaces: ['dynamodb', 'kms'] },
      ],
    ]);
    expect(reply['PoliciesGrantingServiceAccess']).toEqual([
      {
        ServiceNamespace: 'dynamodb',
        Policies: [
          { PolicyName: 'tables', PolicyType: 'INLINE', EntityType: 'GROUP', EntityName: 'developers' },
        ],
      },
      { ServiceNamespace: 'kms', Policies: [] },
    ]);
  });

  test('[worlds-are-values] of an organization’s accounts under their service control policies', () => {
    const started = acted(PEOPLE, [
      [
        'iam:GenerateOrganizationsAccessReport',
        { EntityPath: 'o-gatehouse1/r-gate/111122223333' },
        'management',
      ],
    ]);
    const { reply } = acted(later(started.cloud, 3), [
      [
        'iam:GetOrganizationsAccessReport',
        { JobId: started.reply['JobId'], SortKey: 'LAST_AUTHENTICATED_TIME_DESCENDING', MaxItems: 1 },
        'management',
      ],
    ]);
    expect(reply).toMatchObject({
      JobStatus: 'COMPLETED',
      AccessDetails: [
        {
          ServiceNamespace: 'iam',
          EntityPath: 'o-gatehouse1/r-gate/111122223333',
          LastAuthenticatedTime: START,
          TotalAuthenticatedEntities: 1,
        },
      ],
      IsTruncated: true,
    });
  });
});

describe('everything about permissions', () => {
  const details = (input: Input): Reply =>
    acted(PEOPLE, [['iam:GetAccountAuthorizationDetails', input]]).reply;

  test('[worlds-are-values] a filter leaves the other lists empty', () => {
    expect(details({ Filter: ['Group'] })).toMatchObject({
      UserDetailList: [],
      GroupDetailList: [{ GroupName: 'developers', GroupPolicyList: [{ PolicyName: 'tables' }] }],
      RoleDetailList: [],
      Policies: [],
      IsTruncated: false,
    });
  });

  test('[worlds-are-values] a page counts the things of all lists together', () => {
    const first = details({ MaxItems: 3 });
    expect(first).toMatchObject({
      UserDetailList: [{ UserName: 'admin' }, { UserName: 'mei.tan', GroupList: ['developers'] }],
      GroupDetailList: [{ GroupName: 'developers' }],
      Policies: [],
      IsTruncated: true,
    });
    expect(details({ Marker: first['Marker'] })).toMatchObject({
      UserDetailList: [],
      Policies: [{ PolicyName: 'AdministratorAccess' }],
      IsTruncated: false,
    });
  });
});
