// Objects fetched by their addresses, with and without a signature in them.
import { expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession } from '../../session.ts';

const MADE = `
aws s3 mb s3://tern-web > /dev/null
printf 'hello\\n' | aws s3 cp - 's3://tern-web/d/a b'
U=$(aws s3 presign 's3://tern-web/d/a b' --expires-in 60)
open() {
  aws s3api delete-public-access-block --bucket tern-web
  aws s3api put-bucket-policy --bucket tern-web --policy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::tern-web/*"}]}'
}
`;

async function typed(script: string): Promise<string> {
  const session = await openSession(blankWorld());
  const { chunks } = await session.script(`${MADE}${script}`);
  return chunks.map(({ text }) => text).join('');
}

const refused = (code: string, message: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;

test('[signed-addresses-expire] whoever has a signed address gets the object, until it expires', async () => {
  expect(await typed('curl -s "$U"')).toBe('hello\n');
  expect(await typed('sleep 59; curl -s "$U"')).toBe('hello\n');
  expect(await typed('sleep 60; curl -s "$U"')).toBe(refused('AccessDenied', 'Request has expired'));
});

test('[explicit-deny-wins] a signed address can do what its signer can do now, and no more', async () => {
  const deny =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:GetObject","Resource":"*"}]}';
  const text = await typed(
    `aws iam put-user-policy --user-name admin --policy-name no --policy-document '${deny}'; curl -s "$U"`,
  );
  expect(text).toContain('<Code>AccessDenied</Code>');
  expect(text).toContain('user/admin is not authorized to perform: s3:GetObject');
  expect(text).toContain('with an explicit deny in an identity-based policy');
});

test('[signed-addresses-expire] an address of a session stands and falls with its token', async () => {
  const text = await typed(`
read A B C <<< "$(aws sts get-session-token --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)"
V=$(AWS_ACCESS_KEY_ID=$A AWS_SECRET_ACCESS_KEY=$B AWS_SESSION_TOKEN=$C aws s3 presign 's3://tern-web/d/a b')
curl -s "$V"; curl -s "\${V/Security-Token=I/Security-Token=J}" | grep -o 'SignatureDoesNotMatch'`);
  expect(text).toBe('hello\nSignatureDoesNotMatch\n');
});

test('[anonymous-needs-the-resource-policy] an address without a signature gives what everybody may read', async () => {
  const address = 'https://tern-web.s3.us-east-1.amazonaws.com/d/a%20b';
  expect(await typed(`curl -s ${address}`)).toBe(refused('AccessDenied', 'Access Denied'));
  expect(await typed(`open; curl -s ${address}; curl -s https://s3.amazonaws.com/tern-web/d/a%20b`)).toBe(
    'hello\nhello\n',
  );
  const head = await typed(`open; curl -sI ${address} | head -1; curl -s https://nobody.s3.amazonaws.com/x`);
  expect(await typed('aws s3 ls s3://tern-web --no-sign-request')).toContain('operation: Access Denied\n');
  expect(head).toBe(`HTTP/1.1 200 OK\r\n${refused('NoSuchBucket', 'The specified bucket does not exist')}`);
});

test('[curl-reaches-aws-alone] nothing is written by an address, and nothing else of the web is there', async () => {
  const text = await typed(`
curl -s -X DELETE https://tern-web.s3.amazonaws.com/d/a%20b -o /dev/null -w '%{http_code}\\n'
curl -s https://tern-web.s3.amazonaws.com:444/x; echo $?
curl -s https://s3.example.com/x; echo $?`);
  expect(text).toBe('405\n7\n6\n');
});
