// The table's rows for the policy simulator and the keys that policies ask for.
import { ACCOUNT, BROKEN, policyText, READ, USER } from './policy-texts.ts';
import type { Row, Step } from './row.ts';

const MEI = `arn:aws:iam::${ACCOUNT}:user/dev/mei.tan`;
const ASKS = policyText('Allow', 's3:*', {
  Resource: 'arn:aws:s3:::tern/${aws:username}/*',
  Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
});
const PUT: Step = [
  'default',
  'iam:PutUserPolicy',
  { UserName: 'mei.tan', PolicyName: 'asks', PolicyDocument: ASKS },
];
const NOBODY = {
  code: 'NoSuchEntity',
  input: { PolicySourceArn: `arn:aws:iam::${ACCOUNT}:user/nobody`, ActionNames: ['s3:GetObject'] },
  message: 'The user with name nobody cannot be found.',
};
const ROOT = {
  code: 'InvalidInput',
  input: { PolicySourceArn: `arn:aws:iam::${ACCOUNT}:root`, ActionNames: ['s3:GetObject'] },
  message: `Invalid Entity Arn: arn:aws:iam::${ACCOUNT}:root does not clearly define entity type and name.`,
};
const NEVER = { PolicyEvaluation: 'the evaluator decides everything that can be read' };

export const IAM_SIMULATOR_ROWS: readonly Row[] = [
  {
    operation: 'iam:SimulateCustomPolicy',
    input: { PolicyInputList: [READ], ActionNames: ['s3:GetObject', 's3:PutObject'] },
    needs: ['iam:SimulateCustomPolicy'],
    reply: {
      EvaluationResults: [
        {
          EvalActionName: 's3:GetObject',
          EvalResourceName: '*',
          EvalDecision: 'allowed',
          MatchedStatements: [{ SourcePolicyId: 'PolicyInputList.1', SourcePolicyType: 'IAM Policy' }],
        },
        { EvalActionName: 's3:PutObject', EvalDecision: 'implicitDeny', MatchedStatements: [] },
      ],
      IsTruncated: false,
    },
    faults: [
      { code: 'InvalidInput', input: { PolicyInputList: [BROKEN], ActionNames: ['s3:GetObject'] } },
      { code: 'InvalidInput', input: { PolicyInputList: [READ], ActionNames: ['s3:*'] } },
      {
        code: 'InvalidInput',
        input: { PolicyInputList: [READ], ActionNames: ['s3:GetObject'], ResourcePolicy: READ },
      },
    ],
    never: NEVER,
  },
  {
    operation: 'iam:SimulatePrincipalPolicy',
    before: [USER, PUT],
    input: {
      PolicySourceArn: MEI,
      ActionNames: ['s3:GetObject'],
      ResourceArns: ['arn:aws:s3:::tern/mei.tan/a'],
      ContextEntries: [
        { ContextKeyName: 'aws:RequestedRegion', ContextKeyValues: ['eu-west-1'], ContextKeyType: 'string' },
      ],
    },
    needs: ['iam:SimulatePrincipalPolicy'],
    reply: {
      EvaluationResults: [
        {
          EvalDecision: 'allowed',
          MatchedStatements: [{ SourcePolicyId: 'asks' }],
          ResourceSpecificResults: [{ EvalResourceDecision: 'allowed' }],
        },
      ],
    },
    faults: [NOBODY, ROOT],
    never: NEVER,
  },
  {
    operation: 'iam:GetContextKeysForCustomPolicy',
    input: { PolicyInputList: [ASKS] },
    needs: ['iam:GetContextKeysForCustomPolicy'],
    reply: { ContextKeyNames: ['aws:username', 'aws:RequestedRegion'] },
    faults: [{ code: 'InvalidInput', input: { PolicyInputList: [BROKEN] } }],
  },
  {
    operation: 'iam:GetContextKeysForPrincipalPolicy',
    before: [USER, PUT],
    input: { PolicySourceArn: MEI },
    needs: ['iam:GetContextKeysForPrincipalPolicy'],
    reply: { ContextKeyNames: ['aws:username', 'aws:RequestedRegion'] },
    faults: [NOBODY, ROOT],
  },
];
