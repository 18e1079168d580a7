// The table's rows for Access Analyzer.
import type { Input } from '../../operation.ts';
import { structuresOf, textOf } from '../../operation.ts';
import type { Failing, Row, Step } from './row.ts';

const ARN = 'arn:aws:access-analyzer:us-east-1:111122223333:analyzer/outside';
const OTHER = 'arn:aws:access-analyzer:us-east-1:111122223333:analyzer/none';
const ANALYZER: Step = [
  'default',
  'access-analyzer:CreateAnalyzer',
  { analyzerName: 'outside', type: 'ACCOUNT' },
];
const document = (...statements: readonly Input[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((one) => ({ Effect: 'Allow', Resource: '*', ...one })),
  });
const QUEUE: Step = [
  'default',
  'sqs:CreateQueue',
  {
    QueueName: 'orders',
    Attributes: {
      Policy: document({ Principal: { AWS: '444455556666' }, Action: 'sqs:SendMessage' }),
    },
  },
];
const LISTED: Step = ['default', 'access-analyzer:ListFindings', { analyzerArn: ARN }];
const NO_ANALYZER: Failing = {
  code: 'ResourceNotFoundException',
  input: { analyzerArn: OTHER, analyzerName: 'none', id: 'x' },
};
const NO_FINDING: Failing = { code: 'ResourceNotFoundException', input: { analyzerArn: ARN, id: 'x' } };
const BAD_ARN: Failing = { code: 'ValidationException', input: { analyzerArn: 'x', id: 'x' } };
const NO_NAME: Failing = { code: 'ValidationException', input: { analyzerName: '1' } };
const BAD_PAGE: Failing = { code: 'ValidationException', input: { nextToken: 'x' } };

/** What is checked without a policy that can be read. */
const unread = (more: Input): Failing => ({
  code: 'InvalidParameterException',
  input: { policyType: 'IDENTITY_POLICY', ...more },
});

const NEVER: Readonly<Record<string, string>> = {
  AccessDenied: 'the denial of each row shows it',
  UnprocessableEntity: 'every policy that can be read can be checked',
};
const foundBefore = (): Row['input'] => (replies) => {
  const [finding] = structuresOf(replies.at(-1) ?? {}, 'findings');
  return { analyzerArn: ARN, id: finding ? textOf(finding, 'id') : '' };
};

export const ACCESS_ANALYZER_ROWS: readonly Row[] = [
  {
    operation: 'access-analyzer:ValidatePolicy',
    input: {
      policyType: 'IDENTITY_POLICY',
      policyDocument: document({ Action: 'iam:PassRole' }),
    },
    needs: ['access-analyzer:ValidatePolicy'],
    reply: {
      findings: [
        {
          findingType: 'SECURITY_WARNING',
          issueCode: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
          locations: [{ path: [{ value: 'Statement' }, { index: 0 }, { value: 'Resource' }] }],
        },
      ],
    },
    faults: [
      { code: 'ValidationException', input: { policyDocument: '{}', policyType: 'OTHER' } },
      {
        code: 'ValidationException',
        input: { policyDocument: '{}', policyType: 'IDENTITY_POLICY', nextToken: 'x' },
      },
    ],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:CheckAccessNotGranted',
    input: {
      policyType: 'IDENTITY_POLICY',
      policyDocument: document({ Action: 's3:Get*' }),
      access: [{ actions: ['s3:GetObject'] }],
    },
    needs: ['access-analyzer:CheckAccessNotGranted'],
    reply: {
      result: 'FAIL',
      reasons: [
        {
          description: 'One or more of the listed actions or resources in the statement with index: 0.',
          statementIndex: 0,
        },
      ],
    },
    faults: [
      unread({ policyDocument: 'no policy', access: [{ actions: ['s3:GetObject'] }] }),
      {
        code: 'ValidationException',
        input: { policyType: 'IDENTITY_POLICY', policyDocument: document({ Action: '*' }), access: [{}] },
      },
    ],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:CheckNoNewAccess',
    input: {
      policyType: 'IDENTITY_POLICY',
      existingPolicyDocument: document({ Action: 's3:Get*' }),
      newPolicyDocument: document({ Action: 's3:GetObject' }),
    },
    needs: ['access-analyzer:CheckNoNewAccess'],
    reply: {
      result: 'PASS',
      message: 'The modified permissions do not grant new access compared to your existing policy.',
    },
    faults: [
      unread({ newPolicyDocument: '[]', existingPolicyDocument: document({ Action: '*' }) }),
      unread({ newPolicyDocument: document({ Action: '*' }), existingPolicyDocument: '[]' }),
      { code: 'ValidationException', input: { policyType: 'IDENTITY_POLICY' } },
    ],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:CheckNoPublicAccess',
    input: {
      resourceType: 'AWS::SQS::Queue',
      policyDocument: document({ Sid: 'Open', Principal: '*', Action: 'sqs:SendMessage' }),
    },
    needs: ['access-analyzer:CheckNoPublicAccess'],
    reply: {
      result: 'FAIL',
      message: 'The resource policy grants public access for the given resource type.',
      reasons: [
        {
          description: 'Public access granted in the following statement with sid: Open.',
          statementIndex: 0,
          statementId: 'Open',
        },
      ],
    },
    faults: [
      unread({ policyDocument: '[]', resourceType: 'AWS::SQS::Queue' }),
      { code: 'ValidationException', input: { policyDocument: '{}', resourceType: 'AWS::Other' } },
    ],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:CreateAnalyzer',
    input: { analyzerName: 'outside', type: 'ACCOUNT', tags: { team: 'tea' } },
    needs: ['access-analyzer:CreateAnalyzer', 'access-analyzer:TagResource', 'iam:CreateServiceLinkedRole'],
    reply: { arn: ARN },
    faults: [
      {
        code: 'ConflictException',
        before: [ANALYZER],
        input: { analyzerName: 'outside', type: 'ACCOUNT' },
      },
      {
        code: 'ServiceQuotaExceededException',
        before: [ANALYZER],
        input: { analyzerName: 'another', type: 'ACCOUNT' },
      },
      { code: 'ValidationException', input: { analyzerName: 'all', type: 'ORGANIZATION' } },
    ],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:GetAnalyzer',
    before: [QUEUE, ANALYZER],
    input: { analyzerName: 'outside' },
    needs: ['access-analyzer:GetAnalyzer'],
    reply: {
      analyzer: {
        arn: ARN,
        type: 'ACCOUNT',
        status: 'ACTIVE',
        lastResourceAnalyzed: 'arn:aws:sqs:us-east-1:111122223333:orders',
      },
    },
    faults: [NO_ANALYZER, NO_NAME],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:ListAnalyzers',
    before: [ANALYZER],
    input: { type: 'ACCOUNT' },
    needs: ['access-analyzer:ListAnalyzers'],
    reply: { analyzers: [{ arn: ARN, name: 'outside' }] },
    faults: [BAD_PAGE],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:DeleteAnalyzer',
    before: [ANALYZER],
    input: { analyzerName: 'outside' },
    needs: ['access-analyzer:DeleteAnalyzer'],
    faults: [NO_ANALYZER, NO_NAME],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:ListFindings',
    before: [QUEUE, ANALYZER],
    input: { analyzerArn: ARN, filter: { resourceType: { eq: ['AWS::SQS::Queue'] } } },
    needs: ['access-analyzer:ListFindings'],
    reply: {
      findings: [{ principal: { AWS: '444455556666' }, isPublic: false, action: ['sqs:SendMessage'] }],
    },
    faults: [
      NO_ANALYZER,
      BAD_ARN,
      { code: 'ValidationException', input: { analyzerArn: ARN, nextToken: 'x' } },
    ],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:ListFindingsV2',
    before: [QUEUE, ANALYZER],
    input: { analyzerArn: ARN },
    needs: ['access-analyzer:ListFindings'],
    reply: { findings: [{ resourceType: 'AWS::SQS::Queue', findingType: 'ExternalAccess' }] },
    faults: [NO_ANALYZER, BAD_ARN],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:GetFinding',
    before: [QUEUE, ANALYZER, LISTED],
    input: foundBefore(),
    needs: ['access-analyzer:GetFinding'],
    reply: { finding: { principal: { AWS: '444455556666' }, status: 'ACTIVE' } },
    faults: [NO_ANALYZER, NO_FINDING, BAD_ARN],
    never: NEVER,
  },
  {
    operation: 'access-analyzer:GetFindingV2',
    before: [QUEUE, ANALYZER, LISTED],
    input: foundBefore(),
    needs: ['access-analyzer:GetFinding'],
    reply: {
      findingType: 'ExternalAccess',
      findingDetails: [{ externalAccessDetails: { principal: { AWS: '444455556666' } } }],
    },
    faults: [NO_ANALYZER, NO_FINDING, BAD_ARN],
    never: NEVER,
  },
];
