import { describe, expect, it } from 'vitest';
import { decide, errorText, readDocument, type Layers, type PolicyKind, type Request } from '#evaluator';
import { readRefusal } from './read-refusal.ts';

const READ: Request = {
  principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/dev/mei.tan', account: '111122223333' },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::tern-timetables/winter.csv',
  resourceAccount: '111122223333',
  context: {},
};
const policy = (kind: PolicyKind, effect: string, action: string) =>
  readDocument(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: effect,
          Action: action,
          Resource: '*',
          ...(['resource', 'rcp', 'vpce'].includes(kind) ? { Principal: '*' } : {}),
        },
      ],
    }),
    kind,
  );
const may: Layers = { identity: [policy('identity', 'Allow', '*')] };
const layersWith = (kind: PolicyKind, effect: string, action: string): Layers => {
  const document = policy(kind, effect, action);
  if (kind === 'identity') return { identity: [document] };
  if (kind === 'session') return { ...may, session: [document] };
  if (kind === 'scp' || kind === 'rcp') return { ...may, [kind]: [[document]] };
  return { ...may, [kind]: document };
};
const lineOf = (layers: Layers): string =>
  errorText(decide(READ, layers), () => 'arn:aws:iam::111122223333:policy/Keep') ?? '';

describe('a refusal that the evaluator words', () => {
  it.each<PolicyKind>(['identity', 'resource', 'boundary', 'session', 'scp', 'rcp', 'vpce'])(
    '[explicit-deny-wins] is read back: a Deny of %s',
    (kind) => {
      expect(readRefusal(lineOf(layersWith(kind, 'Deny', '*')))).toMatchObject({
        refusal: {
          caller: { kind: 'user', name: 'mei.tan', account: '111122223333' },
          action: 's3:GetObject',
          resource: { arn: READ.resource },
          reason: { effect: 'deny', kind },
        },
      });
    },
  );
  it.each<PolicyKind>(['identity', 'boundary', 'session', 'scp', 'vpce'])(
    '[implicit-deny-by-default] is read back: a silence of %s',
    (kind) => {
      expect(readRefusal(lineOf(layersWith(kind, 'Allow', 'ec2:*')))).toMatchObject({
        refusal: { reason: { effect: 'silent', kind } },
      });
    },
  );
});

describe('a refusal as it is pasted', () => {
  const OUTER = 'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: ';
  it('may be broken into lines, have quotes, and an outer call', () => {
    expect(
      readRefusal(
        `aws: [ERROR]: ${OUTER}You are not authorized to perform this operation. User:\n arn:aws:sts::111122223333:assumed-role/build/run-7 is not\nauthorized to perform: iam:PassRole on resource: "arn:aws:iam::111122223333:role/app" because no identity-based policy allows the iam:PassRole action. Encoded authorization failure message: abc_DEF`,
      ),
    ).toEqual({
      refusal: {
        code: 'UnauthorizedOperation',
        operation: 'RunInstances',
        caller: {
          arn: 'arn:aws:sts::111122223333:assumed-role/build/run-7',
          kind: 'session',
          name: 'build',
          account: '111122223333',
        },
        action: 'iam:PassRole',
        resource: { arn: 'arn:aws:iam::111122223333:role/app', account: '111122223333' },
        reason: { effect: 'silent', kind: 'identity' },
        encoded: 'abc_DEF',
      },
    });
  });
  it('names the policy that denies, where AWS does', () => {
    const arn = 'arn:aws:organizations::999900001111:policy/o-ternferries/service_control_policy/p-0a1b2c3d';
    expect(
      readRefusal(
        `User: arn:aws:iam::111122223333:root is not authorized to perform: s3:ListAllMyBuckets with an explicit deny in a service control policy: ${arn}`,
      ),
    ).toMatchObject({
      refusal: { caller: { kind: 'root' }, reason: { kind: 'scp', effect: 'deny', policy: arn } },
    });
  });
  it('may give a stranger no reason', () => {
    const found = readRefusal(
      'User: arn:aws:iam::777788889999:user/jun is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::tern-reports/a',
    );
    expect(found).toHaveProperty('refusal');
    expect(found).not.toHaveProperty('refusal.reason');
  });
  it.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['x'.repeat(20_001), 'tooLong'],
    ['Access Denied to the pier', 'notOne'],
    ['{"Effect":"Deny"}', 'notOne'],
    ['User: arn:aws:iam::1:user/x is not authorized to perform: ', 'noAction'],
  ])('is said to be none: %j', (text, fault) => {
    expect(readRefusal(text)).toEqual({ fault });
  });
  it.each([
    [
      'Unable to locate credentials. You can configure credentials by running "aws configure".',
      'noCredentials',
    ],
    [
      'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.',
      'expired',
    ],
    [
      'An error occurred (InvalidClientTokenId): The security token included in the request is invalid.',
      'unknownKey',
    ],
    ['An error occurred (SignatureDoesNotMatch) when calling …', 'signature'],
  ])('may be a failure before any policy: %s', (text, before) => {
    expect(readRefusal(text)).toEqual({ before });
  });
});

const WHEN = 'An error occurred (AccessDenied) when calling the';
const ENCODED = 'Encoded authorization failure message: abc_DEF-9';
const EC2 = 'You are not authorized to perform this operation.';
describe('a refusal that does not name its caller', () => {
  it.each([
    ['Access Denied', { kind: 's3' }],
    [
      `${WHEN} GetObject operation: Access Denied`,
      { kind: 's3', code: 'AccessDenied', operation: 'GetObject' },
    ],
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>7</RequestId></Error>',
      { kind: 's3', code: 'AccessDenied' },
    ],
    [EC2, { kind: 'ec2' }],
    [
      `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: ${EC2} ${ENCODED}`,
      { kind: 'ec2', code: 'UnauthorizedOperation', operation: 'RunInstances', encoded: 'abc_DEF-9' },
    ],
    [`${EC2} ${ENCODED.replace('_', '_\n')}`, { kind: 'ec2', encoded: 'abc_DEF-9' }],
    ['You are not author\nized to perform this\noperation.', { kind: 'ec2' }],
    [
      `${WHEN} AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity`,
      {
        kind: 'webIdentity',
        code: 'AccessDenied',
        operation: 'AssumeRoleWithWebIdentity',
        action: 'sts:AssumeRoleWithWebIdentity',
      },
    ],
    ['Not authorized to perform sts:AssumeRoleWithSAML', { kind: 'saml', action: 'sts:AssumeRoleWithSAML' }],
    [
      'Not authorized to perform: sts:AssumeRoleWithWeb\nIdentity',
      { kind: 'webIdentity', action: 'sts:AssumeRoleWithWebIdentity' },
    ],
    ['Not authorized to perform: sts:AssumeRole', { kind: 'sts', action: 'sts:AssumeRole' }],
  ])('is read as far as it goes: %j', (text, bare) => {
    expect(readRefusal(text)).toEqual({ bare });
  });
  it.each([
    'An error occurred (AuthFailure) when calling the DescribeInstances operation: AWS was not able to validate the provided access credentials',
    '<Response><Errors><Error><Code>AuthFailure</Code><Message>…</Message></Error></Errors></Response>',
    'AuthFailure',
  ])('may come of credentials that EC2 does not take: %s', (text) => {
    expect(readRefusal(text)).toEqual({ before: 'authFailure' });
  });
});

describe('a refusal in the wrapping of others', () => {
  const caller = 'arn:aws:sts::111122223333:assumed-role/build/run-7';
  const resource = 'arn:aws:iam::111122223333:role/app';
  const whole = `User: ${caller} is not authorized to perform: iam:PassRole on resource: ${resource} with an explicit deny in a permissions boundary: arn:aws:iam::111122223333:policy/Edge`;
  const read = readRefusal(whole);
  it.each(Array.from({ length: whole.length - 1 }, (_, i) => i + 1))(
    'is the same when a terminal breaks the line after %i characters',
    (at) => {
      const before = whole.slice(0, at);
      expect(readRefusal(`${before}\n${whole.slice(at)}`)).toEqual(read);
      expect(readRefusal(`${before.trimEnd()}\r\n${whole.slice(at).trimStart()}`)).toEqual(read);
    },
  );
  it('ends with its sentence, before a prompt or an empty line', () => {
    const bare = `User: ${caller} is not authorized to perform: iam:PassRole on resource: ${resource}`;
    for (const more of ['\n$ ', '\n\nmore words', ' (Service: Iam, Status Code: 403)', '.'])
      expect(readRefusal(bare + more)).toHaveProperty('refusal.resource.arn', resource);
  });
  it('ends with the element of XML', () => {
    expect(
      readRefusal(
        `<Error><Code>AccessDenied</Code><Message>User: ${caller} is not authorized to perform: s3:GetObject on resource: &quot;arn:aws:s3:::tern-timetables/winter plan.csv&quot;</Message></Error>`,
      ),
    ).toMatchObject({
      refusal: { code: 'AccessDenied', resource: { arn: 'arn:aws:s3:::tern-timetables/winter plan.csv' } },
    });
    expect(
      readRefusal(
        `<Message>User: ${caller} is not authorized to perform: iam:GetRole on resource: ${resource}</Message></Error>`,
      ),
    ).toHaveProperty('refusal.resource.arn', resource);
  });
  it('may name the key of KMS by its ciphertext alone, and three reasons at once', () => {
    const said = readRefusal(
      `User: ${caller} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    );
    expect(said).toMatchObject({
      refusal: { action: 'kms:Decrypt', ofCiphertext: true, isOneOfThree: true },
    });
    expect(said).not.toHaveProperty('refusal.reason');
  });
});
