import { describe, expect, it } from 'vitest';
import {
  authorizationDetails,
  decide,
  readDocument,
  simulationResult,
  type Layers,
  type PolicyKind,
  type Request,
} from './index.ts';

const MEI: Request = {
  principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/dev/mei.tan', account: '111122223333' },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::tern-timetables/winter.csv',
  resourceAccount: '111122223333',
  context: { 'aws:username': 'mei.tan' },
};

const policy = (kind: PolicyKind, ...statements: readonly object[]) =>
  readDocument(JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2), kind);
const ALLOW = { Sid: 'Read', Effect: 'Allow', Action: 's3:Get*', Resource: '*' };
const DENY = { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' };

const simulate = (layers: Layers, request = MEI) =>
  simulationResult(request, layers, decide(request, layers));
const troubleshoot = (layers: Layers) => authorizationDetails(MEI, layers, decide(MEI, layers));

describe('as the policy simulator tells it', () => {
  it('[statement-matches] the statements that determine the result come with where they begin and end', () => {
    expect(simulate({ identity: [policy('identity', DENY), policy('identity', ALLOW)] })).toEqual({
      EvalActionName: 's3:GetObject',
      EvalResourceName: MEI.resource,
      EvalDecision: 'explicitDeny',
      MatchedStatements: [
        {
          SourcePolicyId: 'identity.1',
          SourcePolicyType: 'none',
          StartPosition: { Line: 3, Column: 17 },
          EndPosition: { Line: 8, Column: 6 },
        },
      ],
      MissingContextValues: [],
    });
  });

  it.each([
    [
      'behind the bracket of a list',
      '{"Statement": [ {"Effect":"Deny","Action":"*","Resource":"*"}]}',
      16,
      62,
    ],
    [
      'behind the brace of a lone one',
      '{"Statement": {"Effect":"Deny","Action":"*","Resource":"*"}}',
      16,
      60,
    ],
    [
      'behind the statement before',
      '{"Statement":[{"Effect":"Allow","Action":"a:B","Resource":"*"} , {"Effect":"Deny","Action":"*","Resource":"*"}]}',
      63,
      111,
    ],
  ])('[statement-matches] a statement begins %s', (_, text, start, end) => {
    const { MatchedStatements } = simulate({ identity: [readDocument(text, 'identity')] });
    expect(MatchedStatements).toMatchObject([
      { StartPosition: { Line: 1, Column: start }, EndPosition: { Line: 1, Column: end } },
    ]);
  });

  it('[scp-never-grants] an organization says only whether it allows', () => {
    const layers = { identity: [policy('identity', ALLOW)], scp: [[policy('scp', ALLOW)], []] };
    expect(simulate(layers)).toMatchObject({
      EvalDecision: 'implicitDeny',
      MatchedStatements: [],
      OrganizationsDecisionDetail: { AllowedByOrganizations: false },
    });
    const denied = { ...layers, scp: [[policy('scp', ALLOW, DENY)]] };
    expect(simulate(denied)).toMatchObject({
      EvalDecision: 'explicitDeny',
      MatchedStatements: [],
      OrganizationsDecisionDetail: { AllowedByOrganizations: false },
    });
  });

  it('[boundary-is-a-ceiling] a boundary says whether it allows', () => {
    const layers = { identity: [policy('identity', ALLOW)], boundary: policy('boundary', ALLOW) };
    expect(simulate(layers).PermissionsBoundaryDecisionDetail).toEqual({
      AllowedByPermissionsBoundary: true,
    });
  });

  it('[missing-key-fails] keys that the policies ask for and the request does not carry are listed once', () => {
    const asks = {
      ...ALLOW,
      Resource: 'arn:aws:s3:::${aws:PrincipalTag/Line}/${aws:username}/*',
      Condition: {
        StringEquals: { 'aws:RequestedRegion': '${aws:PrincipalTag/line}', 'AWS:UserName': 'mei.tan' },
      },
    };
    expect(simulate({ identity: [policy('identity', asks)] }).MissingContextValues).toEqual([
      'aws:PrincipalTag/Line',
      'aws:RequestedRegion',
    ]);
  });

  it('[both-accounts-must-allow] across accounts each kind of policy has its decision', () => {
    const request = { ...MEI, resourceAccount: '444455556666' };
    expect(simulate({ identity: [policy('identity', ALLOW)] }, request).EvalDecisionDetails).toEqual({
      'IAM Policy': 'allowed',
      'Resource Policy': 'implicitDeny',
    });
  });
});

describe('as the troubleshooter tells it', () => {
  it('[explicit-deny-wins] the statements that deny, with a Sid made up where there is none', () => {
    const layers = { identity: [policy('identity', ALLOW, DENY)], boundary: policy('boundary', ALLOW) };
    expect(troubleshoot(layers)).toMatchObject({
      requestContext: { 'aws:username': 'mei.tan' },
      evaluations: [
        {
          evaluatedEffect: 'EXPLICIT_DENY',
          matchedPolicies: [
            {
              uri: 'policy:identity/0',
              matchedStatements: [{ sid: 'GeneratedSid1', evaluatedEffect: 'DENY' }],
            },
          ],
        },
      ],
      policies: [
        { uri: 'policy:identity/0', type: 'IDENTITY_BASED_POLICY', inline: true, attachedTo: [] },
        { uri: 'policy:boundary/0', type: 'PERMISSIONS_BOUNDARY', inline: true, attachedTo: [] },
      ],
    });
  });

  it('[implicit-deny-by-default] an implicit denial has no matched policies', () => {
    const layers = {
      identity: [policy('identity', ALLOW)],
      session: [policy('session', { ...ALLOW, Action: 'ec2:*' })],
    };
    expect(troubleshoot(layers).evaluations).toMatchObject([
      { evaluatedEffect: 'IMPLICIT_DENY', matchedPolicies: [] },
    ]);
  });
});
