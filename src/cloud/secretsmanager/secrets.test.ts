// What secrets do with time, with their versions, with keys and for other accounts.
import { expect, test } from 'vitest';
import { isStructure, textOf } from '../operation.ts';
import { act, actAll, at, type Act } from '../test/acting.ts';

const create: Act = ['default', 'secretsmanager:CreateSecret', { Name: 'db', SecretString: 'tea' }];
const read = (as: string, SecretId = 'db'): Act => [as, 'secretsmanager:GetSecretValue', { SecretId }];
const put = (SecretString: string, more = {}): Act => [
  'default',
  'secretsmanager:PutSecretValue',
  { SecretId: 'db', SecretString, ...more },
];
const DAY = 86_400;

test('[worlds-are-values] a new value is the current one, and the one before it stays to be had', () => {
  const cloud = actAll([create, put('coffee'), put('water', { VersionStages: ['AWSPENDING'] })]);
  const stage = (VersionStage: string): unknown =>
    act(cloud, ['default', 'secretsmanager:GetSecretValue', { SecretId: 'db', VersionStage }]).reply[
      'SecretString'
    ];
  expect(stage('AWSCURRENT')).toBe('coffee');
  expect(stage('AWSPREVIOUS')).toBe('tea');
  expect(stage('AWSPENDING')).toBe('water');
});

test('[worlds-are-values] the same token with the same value makes no second version', () => {
  const token = { ClientRequestToken: 'a-token-of-thirty-six-characters-0000' };
  const once = actAll([create, put('coffee', token)]);
  const twice = actAll([put('coffee', token)], once);
  const list: Act = ['default', 'secretsmanager:ListSecretVersionIds', { SecretId: 'db' }];
  expect(act(twice, list).reply['Versions']).toHaveLength(2);
});

test('[worlds-are-values] a deleted secret can be had back until its days are over, and then its name is free', () => {
  const deletion: Act = [
    'default',
    'secretsmanager:DeleteSecret',
    { SecretId: 'db', RecoveryWindowInDays: 7 },
  ];
  const restore: Act = ['default', 'secretsmanager:RestoreSecret', { SecretId: 'db' }];
  const deleted = actAll([create, deletion]);
  const late = at(deleted, 7 * DAY - 1);
  expect(act(act(late, restore).cloud, read('default')).reply).toMatchObject({ SecretString: 'tea' });
  const gone = at(deleted, 7 * DAY);
  expect(() => act(gone, restore)).toThrow("can't find the specified secret");
  expect(act(gone, create).reply).toMatchObject({ Name: 'db' });
});

test('[every-pair-must-pass] a secret with a key of its own needs the key, and another account needs both', () => {
  const statement = { Effect: 'Allow', Action: 'kms:*', Resource: '*' };
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        ...statement,
        Principal: { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:root'] },
      },
    ],
  });
  const key = act(actAll([create]), ['default', 'kms:CreateKey', { Policy }]);
  const { KeyMetadata } = key.reply;
  const KmsKeyId = isStructure(KeyMetadata) ? textOf(KeyMetadata, 'KeyId') : '';
  const open = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::444455556666:root' },
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
      },
    ],
  });
  const opened = actAll(
    [['default', 'secretsmanager:PutResourcePolicy', { SecretId: 'db', ResourcePolicy: open }]],
    key.cloud,
  );
  const arn = textOf(act(opened, read('default')).reply, 'ARN');
  expect(() => act(opened, read('partner', arn))).toThrow('default KMS service key');
  const sealed = actAll(
    [['default', 'secretsmanager:UpdateSecret', { SecretId: 'db', KmsKeyId, SecretString: 'coffee' }]],
    opened,
  );
  expect(act(sealed, read('partner', arn)).reply).toMatchObject({ SecretString: 'coffee' });
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ ...statement, Effect: 'Deny', Action: 'kms:Decrypt' }],
  });
  const denied = actAll(
    [['default', 'iam:PutUserPolicy', { UserName: 'admin', PolicyName: 'no', PolicyDocument }]],
    sealed,
  );
  expect(() => act(denied, read('default'))).toThrow('Access to KMS is not allowed');
  const disabled = actAll([['default', 'kms:DisableKey', { KeyId: KmsKeyId }]], sealed);
  expect(() => act(disabled, read('default'))).toThrow('DecryptionFailure');
  expect(() => act(disabled, put('x'))).toThrow('EncryptionFailure');
});

test('[worlds-are-values] a random password has every kind that it may have, and the same seed gives the same one', () => {
  const ask: Act = ['default', 'secretsmanager:GetRandomPassword', { PasswordLength: 4 }];
  const world = actAll([]);
  const password = textOf(act(world, ask).reply, 'RandomPassword');
  for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]) expect(password).toMatch(kind);
  expect(act(world, ask).reply).toEqual({ RandomPassword: password });
  expect(act(act(world, ask).cloud, ask).reply).not.toEqual({ RandomPassword: password });
});
