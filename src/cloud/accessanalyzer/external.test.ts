// Who gets in from outside, as analyzers of an account and of an organization see it.
import { expect, test } from 'vitest';
import { accountOf, type Cloud } from '../index.ts';
import type { Input } from '../operation.ts';
import { act, actAll, at, type Act } from '../test/acting.ts';

const ACCOUNT = 'arn:aws:access-analyzer:us-east-1:111122223333:analyzer/a';
const ALL = 'arn:aws:access-analyzer:us-east-1:999900001111:analyzer/all';
const make: Act = ['default', 'access-analyzer:CreateAnalyzer', { analyzerName: 'a', type: 'ACCOUNT' }];
const makeForAll: Act = [
  'management',
  'access-analyzer:CreateAnalyzer',
  { analyzerName: 'all', type: 'ORGANIZATION' },
];

const queue = (QueueName: string, statement: Input): Act => {
  const Resource = `arn:aws:sqs:us-east-1:111122223333:${QueueName}`;
  const whole = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource, ...statement };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [whole] });
  return ['default', 'sqs:CreateQueue', { QueueName, Attributes: { Policy } }];
};
const partner = { Principal: { AWS: 'arn:aws:iam::444455556666:root' } };
const stranger = { Principal: { AWS: '123456789012' } };
const where = (key: string, value: string): Input => ({ Condition: { StringEquals: { [key]: value } } });

function findings(cloud: Cloud, analyzerArn = ACCOUNT, as = 'default'): unknown {
  return act(cloud, [as, 'access-analyzer:ListFindings', { analyzerArn }]).reply['findings'];
}

test.each([
  ['another account', partner, [{ principal: { AWS: '444455556666' }, isPublic: false }]],
  ['everybody', { Principal: '*' }, [{ principal: { AWS: '*' }, isPublic: true }]],
  [
    'everybody of an organization',
    { Principal: '*', ...where('aws:PrincipalOrgID', 'o-gatehouse1') },
    [{ isPublic: false, condition: { 'aws:PrincipalOrgID': 'o-gatehouse1' } }],
  ],
  ['the own account', { Principal: { AWS: '111122223333' } }, []],
  ['everybody of the own account', { Principal: '*', ...where('aws:PrincipalAccount', '111122223333') }, []],
  [
    'perhaps the own account',
    {
      Principal: '*',
      Condition: { StringEqualsIfExists: { 'aws:PrincipalAccount': '111122223333' } },
    },
    [{ isPublic: true }],
  ],
  ['a service', { Principal: { Service: 'sns.amazonaws.com' } }, []],
])('[statement-matches] a queue that lets in %s', (_who, statement, expected) => {
  const found = findings(actAll([queue('orders', statement), make]));
  expect(found).toHaveLength(expected.length);
  expect(found).toMatchObject(expected);
});

test('[statement-matches] of an organization only strangers to it are outside', () => {
  const cloud = actAll([
    ...[queue('for-partner', partner), queue('for-stranger', stranger), makeForAll],
    queue('for-all-of-it', { Principal: '*', ...where('aws:PrincipalOrgID', 'o-gatehouse1') }),
  ]);
  expect(findings(cloud, ALL, 'management')).toMatchObject([
    { resource: 'arn:aws:sqs:us-east-1:111122223333:for-stranger', resourceOwnerAccount: '111122223333' },
  ]);
});

test('[statement-matches] a finding has the same id while it says the same, and goes when the access goes', () => {
  const cloud = actAll([queue('orders', partner), make]);
  expect(findings(at(cloud, 3600))).toMatchObject([{ id: expect.any(String) as unknown }]);
  const [first, later] = [cloud, at(cloud, 3600)].map((one) => JSON.stringify(findings(one)).slice(0, 60));
  expect(later).toBe(first);
  const closed = actAll(
    [
      [
        'default',
        'sqs:SetQueueAttributes',
        {
          QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/orders',
          Attributes: { Policy: '' },
        },
      ],
    ],
    cloud,
  );
  expect(findings(closed)).toEqual([]);
});

test('[statement-matches] roles, topics and secrets are looked at as well', () => {
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', ...partner, Action: 'sts:AssumeRole' }],
  });
  const read = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', ...partner, Action: 'secretsmanager:GetSecretValue', Resource: '*' }],
  });
  const cloud = actAll([
    ['default', 'iam:CreateRole', { RoleName: 'visitor', AssumeRolePolicyDocument: trust }],
    ['default', 'sns:CreateTopic', { Name: 'own' }],
    ['default', 'sns:CreateTopic', { Name: 'open' }],
    [
      'default',
      'sns:AddPermission',
      {
        TopicArn: 'arn:aws:sns:us-east-1:111122223333:open',
        Label: 'p',
        AWSAccountId: ['444455556666'],
        ActionName: ['Publish'],
      },
    ],
    ['default', 'secretsmanager:CreateSecret', { Name: 'db', SecretString: 'tea' }],
    ['default', 'secretsmanager:PutResourcePolicy', { SecretId: 'db', ResourcePolicy: read }],
    make,
  ]);
  expect(findings(cloud)).toMatchObject([
    { resourceType: 'AWS::IAM::Role', action: ['sts:AssumeRole'] },
    { resourceType: 'AWS::SNS::Topic', resource: 'arn:aws:sns:us-east-1:111122223333:open' },
    { resourceType: 'AWS::SecretsManager::Secret' },
  ]);
});

test('[explicit-deny-wins] who is denied flatly is not inside, and resources of other regions are not looked at', () => {
  const Resource = 'arn:aws:sqs:us-east-1:111122223333:orders';
  const allow = { Effect: 'Allow', ...partner, Action: 'sqs:SendMessage', Resource };
  const deny = { ...allow, Effect: 'Deny', Principal: '*' };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [allow, deny] });
  const denied = actAll([
    ['default', 'sqs:CreateQueue', { QueueName: 'orders', Attributes: { Policy } }],
    make,
  ]);
  expect(findings(denied)).toEqual([]);
  const elsewhere = actAll([queue('orders', partner), make]);
  const { resourcePolicies, ...account } = accountOf(elsewhere, '111122223333');
  const moved = Object.entries(resourcePolicies ?? {}).map(
    ([arn, policy]) => [arn.replace('us-east-1', 'eu-west-1'), policy] as const,
  );
  const far = { ...account, resourcePolicies: Object.fromEntries(moved) };
  expect(findings({ ...elsewhere, accounts: { ...elsewhere.accounts, [far.id]: far } })).toEqual([]);
});

test('[statement-matches] a filter leaves what fits it', () => {
  const cloud = actAll([queue('orders', partner), queue('open', { Principal: '*' }), make]);
  const only = (filter: Input): unknown =>
    act(cloud, ['default', 'access-analyzer:ListFindings', { analyzerArn: ACCOUNT, filter }]).reply[
      'findings'
    ];
  expect(only({ isPublic: { eq: ['true'] } })).toMatchObject([{ principal: { AWS: '*' } }]);
  expect(only({ resource: { contains: ['order'] } })).toHaveLength(1);
  expect(only({ 'principal.AWS': { neq: ['*'] } })).toMatchObject([{ principal: { AWS: '444455556666' } }]);
  expect(only({ error: { exists: true } })).toEqual([]);
});

test('[worlds-are-values] the first analyzer makes the role of the service', () => {
  const role: Act = ['default', 'iam:GetRole', { RoleName: 'AWSServiceRoleForAccessAnalyzer' }];
  expect(act(actAll([make]), role).reply).toMatchObject({
    Role: { Path: '/aws-service-role/access-analyzer.amazonaws.com/' },
  });
});
