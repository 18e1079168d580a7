// Documents that IAM does not save, and the sentence that it gives back.
import { expect, test } from 'vitest';
import { act, ACCOUNT, after, CREATE_ROLE, policy, START, trust, type Step } from './test/tern.ts';

const READY = after(START, CREATE_ROLE);
const MEI = `arn:aws:iam::${ACCOUNT}:user/dev/mei.tan`;

type Case = readonly [code: string, message: string, step: Step];

function put(document: string): Step {
  return ['user/ana', 'iam:PutUserPolicy', { UserName: 'oskar', PolicyName: 'p', PolicyDocument: document }];
}

function trusting(document: string): Step {
  return ['user/ana', 'iam:UpdateAssumeRolePolicy', { RoleName: 'bookings', PolicyDocument: document }];
}

function managed(document: string): Step {
  return ['user/ana', 'iam:CreatePolicy', { PolicyName: 'p', PolicyDocument: document }];
}

const CASES: readonly Case[] = [
  ...['{', '{"Version":"2008-10-17",'].map((open): Case => [
    'MalformedPolicyDocument',
    'Policy document must be version 2012-10-17 or greater.',
    managed(`${open}"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}`),
  ]),
  ['MalformedPolicyDocument', 'Syntax errors in policy.', put('{"Version":"2012-10-17","Statement":[]}')],
  ['MalformedPolicyDocument', 'Policy statement must contain actions.', put(policy('Allow', []))],
  [
    'MalformedPolicyDocument',
    'Policy statement must contain resources.',
    put(policy('Allow', 's3:GetObject', { Resource: [] })),
  ],
  ...Object.entries({
    'arn:error:s3:::b': 'Partition "error" is not valid for resource "arn:error:s3:::b".',
    'arn:aws:*:::b': 'Resource vendor must be fully qualified and cannot contain regexes.',
    'arn:aws:s3:us-east-1::b': 'Resource arn:aws:s3:us-east-1::b can not contain region information.',
    'arn:aws:iam:*:*:role/b': 'IAM resource arn:aws:iam:*:*:role/b cannot contain region information.',
  }).map(([Resource, message]): Case => [
    'MalformedPolicyDocument',
    message,
    put(policy('Allow', 's3:GetObject', { Resource })),
  ]),
  [
    'LimitExceeded',
    'Maximum policy size of 2048 bytes exceeded for user oskar',
    put(policy('Allow', Array<string>(150).fill('s3:GetObject'))),
  ],
  [
    'LimitExceeded',
    'Cannot exceed quota for ACLSizePerRole: 2048',
    trusting(trust({ Service: Array<string>(100).fill('ec2.amazonaws.com') })),
  ],
  ['MalformedPolicyDocument', 'Syntax errors in policy.', put('{ "Version": ')],
  [
    'MalformedPolicyDocument',
    'Policy statement must contain actions.',
    put('{"Statement":{"Effect":"Allow","Resource":"*"}}'),
  ],
  [
    'MalformedPolicyDocument',
    'Policy statement must contain resources.',
    put(policy('Allow', 's3:GetObject', {})),
  ],
  ['MalformedPolicyDocument', 'Policy document should not specify a principal.', put(trust('*'))],
  [
    'MalformedPolicyDocument',
    'Resource orders must be in ARN format or "*".',
    put(policy('Allow', 'dynamodb:UpdateItem', { Resource: 'orders' })),
  ],
  ...[{ Resource: 'arn:aws:s3::orders' }, { Resource: 'arn:aws::' }, { Effect: 'allow', Resource: '*' }].map(
    (given): Case => [
      'MalformedPolicyDocument',
      'The policy failed legacy parsing',
      put(policy('Allow', 's3:GetObject', given)),
    ],
  ),
  [
    'MalformedPolicyDocument',
    'Has prohibited field Resource.',
    trusting(policy('Allow', 'sts:AssumeRole', { Principal: '*', Resource: '*' })),
  ],
  [
    'MalformedPolicyDocument',
    'AssumeRole policy may only specify STS AssumeRole actions.',
    trusting(trust({ AWS: ACCOUNT }, 'iam:PassRole')),
  ],
  [
    'MalformedPolicyDocument',
    `Invalid principal in policy: "AWS":"arn:aws:iam::${ACCOUNT}:group/developers"`,
    trusting(trust({ AWS: `arn:aws:iam::${ACCOUNT}:group/developers` })),
  ],
  [
    'MalformedPolicyDocument',
    `Invalid principal in policy: "AWS":"arn:aws:iam::${ACCOUNT}:user/mei.tan"`,
    trusting(trust({ AWS: [MEI, `arn:aws:iam::${ACCOUNT}:user/mei.tan`] })),
  ],
  [
    'MalformedPolicyDocument',
    `Invalid principal in policy: "AWS":"arn:aws:sts::${ACCOUNT}:assumed-role/none/s"`,
    trusting(trust({ AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/none/s` })),
  ],
  [
    'MalformedPolicyDocument',
    'Invalid principal in policy: "AWS":"AIDATERNDELETEDLONGAG"',
    trusting(trust({ AWS: 'AIDATERNDELETEDLONGAG' })),
  ],
  [
    'MalformedPolicyDocument',
    'Invalid principal in policy: "SERVICE":"ec2"',
    trusting(trust({ Service: 'ec2' })),
  ],
];

test.each(CASES)('[every-refusal-has-words] %s: %s', (code, message, [who, operation, input]) => {
  const outcome = act(READY, who, operation, input);
  expect(outcome).toMatchObject({ fault: { code, message }, cloud: READY });
});
