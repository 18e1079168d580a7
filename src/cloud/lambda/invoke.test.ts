// Who may invoke a function, and whose keys it has.
import { expect, test } from 'vitest';
import { partOf } from '../authorize.ts';
import { accountOf, call, type Cloud } from '../index.ts';
import { serviceSession } from '../session.ts';
import { SERVICES, openInvocation } from '../services.ts';
import { act, actAll, at, type Act } from '../test/acting.ts';

const ACCOUNT = '111122223333';
const ARN = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:nightly`;
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const ZIP =
  'UEsDBBQAAAAAAAAAIVwAAAAAAAAAAAAAAAAIAAAAaW5kZXguc2hQSwECFAMUAAAAAAAAACFcAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAgAEAAAAAaW5kZXguc2hQSwUGAAAAAAEAAQA2AAAAJgAAAAAA';
const NIGHTLY: Cloud = actAll([
  ['default', 'iam:CreateRole', { RoleName: 'night', AssumeRolePolicyDocument: TRUST }],
  [
    'default',
    'lambda:CreateFunction',
    {
      ...{ FunctionName: 'nightly', Runtime: 'provided.al2023', Handler: 'index.handler' },
      ...{ Role: `arn:aws:iam::${ACCOUNT}:role/night`, Code: { ZipFile: ZIP } },
    },
  ],
]);
const allow = (more: object): Act => [
  'default',
  'lambda:AddPermission',
  { FunctionName: 'nightly', StatementId: 'one', Action: 'lambda:InvokeFunction', ...more },
];
const invoke: Act = ['partner', 'lambda:Invoke', { FunctionName: ARN }];

test('[both-accounts-must-allow] another account invokes a function that lets it, and not without', () => {
  expect(() => act(NIGHTLY, invoke)).toThrow('AccessDeniedException');
  const open = act(NIGHTLY, allow({ Principal: '444455556666' })).cloud;
  expect(act(open, invoke).reply).toMatchObject({ StatusCode: 200 });
});

test('[a-condition-must-hold] a service invokes it for the one resource that the statement names', () => {
  const source = 'arn:aws:s3:::tern-timetables';
  const open = act(NIGHTLY, allow({ Principal: 's3.amazonaws.com', SourceArn: source })).cloud;
  const decided = (from: string): string =>
    partOf(open, serviceSession('s3.amazonaws.com'), {
      action: 'lambda:InvokeFunction',
      on: ARN,
      context: { 'aws:SourceArn': from },
    }).verdict.decision;
  expect(decided(source)).toBe('allowed');
  expect(decided('arn:aws:s3:::another')).toBe('implicitDeny');
});

test('[role-trust-must-name-you] a function has the keys of its role, and they say whose they are', () => {
  const opened = openInvocation(NIGHTLY, accountOf(NIGHTLY, ACCOUNT), 'us-east-1', {
    FunctionName: 'nightly',
  });
  const session = opened?.invocation.credentials.session;
  expect(session).toMatchObject({
    principal: { arn: `arn:aws:sts::${ACCOUNT}:assumed-role/night/nightly` },
    keys: { 'lambda:SourceFunctionArn': ARN },
  });
  if (!opened || !session) throw new Error('no session');
  const asked = call(
    opened.cloud,
    session,
    { operation: 'sts:GetCallerIdentity', region: 'us-east-1' },
    SERVICES,
  );
  expect(asked).toMatchObject({ reply: { Account: ACCOUNT } });
});

test('[worlds-are-values] a function is pending for seconds, and a change of it takes seconds', () => {
  const state = (cloud: Cloud) =>
    act(cloud, ['default', 'lambda:GetFunctionConfiguration', { FunctionName: 'nightly' }]).reply;
  const change: Act = [
    'default',
    'lambda:UpdateFunctionConfiguration',
    { FunctionName: 'nightly', Timeout: 9 },
  ];
  expect(state(NIGHTLY)).toMatchObject({ State: 'Pending' });
  expect(() => act(NIGHTLY, change)).toThrow('ResourceConflictException');
  const active = at(NIGHTLY, 3);
  expect(state(active)).toMatchObject({ State: 'Active', LastUpdateStatus: 'Successful' });
  const changing = act(active, change).cloud;
  expect(state(changing)).toMatchObject({ LastUpdateStatus: 'InProgress', Timeout: 9 });
  expect(state(at(changing, 3))).toMatchObject({ LastUpdateStatus: 'Successful' });
});
