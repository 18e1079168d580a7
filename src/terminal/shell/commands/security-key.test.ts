// Security keys: made where the console is, of use where the console is, and known to IAM like any other device.
import { expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession } from '../../session.ts';

const MEI = 'arn:aws:iam::111122223333:user/mei';

/** What the last line prints once Mei has a password, may list with a second factor, and has the key `$key`. */
async function lastOf(script: string): Promise<{ readonly text: string; readonly exit: number }> {
  const session = await openSession(blankWorld());
  await session.run(`aws iam create-user --user-name mei
aws iam create-login-profile --user-name mei --password Tulip-Harbour-42
aws iam put-user-policy --user-name mei --policy-name listing --policy-document '{"Version":"2012-10-17","Statement":[{
  "Effect":"Allow","Action":"iam:List*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}'
key=$(security-key register blue --user-name mei)
keys() { eval "$(jq -r '"export AWS_ACCESS_KEY_ID=\\(.AccessKeyId) AWS_SECRET_ACCESS_KEY=\\(.SecretAccessKey) AWS_SESSION_TOKEN=\\(.SessionToken)"')"; }`);
  const { chunks, exit } = await session.script(script);
  return { text: chunks.map(({ text }) => text).join(''), exit };
}

test('[condition-holds] a key that was touched in the console is a second factor there', async () => {
  const { text } = await lastOf(
    'keys <<< "$(security-key touch $key)"\naws iam list-users --query Users[1].Arn',
  );
  expect(text).toBe(`"${MEI}"\n`);
});

test('[missing-key-fails] STS takes no code of a security key', async () => {
  const { text } = await lastOf(
    'keys <<< "$(security-key touch $key)"; aws sts get-session-token --serial-number $key --token-code 123456',
  );
  expect(text).toMatch(/\(AccessDenied\).*session credentials/);
});

test('[worlds-are-values] IAM lists the key, and no user goes before it does', async () => {
  const { text } = await lastOf(
    'aws iam list-mfa-devices --user-name mei --query MFADevices[].SerialNumber --output text\n' +
      'aws iam delete-login-profile --user-name mei\naws iam delete-user-policy --user-name mei --policy-name listing\n' +
      'aws iam delete-user --user-name mei\n' +
      'aws iam deactivate-mfa-device --user-name mei --serial-number $key && aws iam delete-user --user-name mei && echo gone',
  );
  expect(text).toMatch(
    /^arn:aws:iam::111122223333:u2f\/user\/mei\/blue-[A-Z2-7]{26}\n\n.*must delete MFA device first\.\ngone\n$/,
  );
});

test('[a-condition-must-hold] a policy may ask for keys that are certified higher', async () => {
  const { text, exit } =
    await lastOf(`aws iam put-user-policy --user-name admin --policy-name higher --policy-document '{
  "Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:EnableMFADevice","Resource":"*","Condition":{
    "StringEquals":{"iam:RegisterSecurityKey":"Activate"},"StringNotEquals":{"iam:FIDO-certification":"L2"}}}]}'
security-key register red --user-name mei`);
  expect(text).toMatch(/^security-key: AccessDenied: .*not authorized to perform: iam:EnableMFADevice/);
  expect(exit).toBe(1);
});

test.each([
  ['security-key touch none', 'NoSuchEntity: nobody here has the security key none'],
  [
    'security-key register red --user-name nobody',
    'NoSuchEntity: The user with name nobody cannot be found.',
  ],
  ['security-key dance $key', 'usage: security-key register NAME'],
  [
    'aws iam delete-login-profile --user-name mei; security-key touch $key',
    'NoPassword: mei has no password for the console',
  ],
])('[every-refusal-has-words] %s', async (line, words) => {
  expect((await lastOf(line)).text).toContain(words);
});
