// Answers that go into a file: where it may be, and what goes to standard output instead.
import { expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession } from '../index.ts';

async function said(line: string): Promise<string> {
  const session = await openSession(blankWorld());
  await session.run('aws s3api create-bucket --bucket tern-files; echo hi > f; mkdir in');
  await session.run('aws s3api put-object --bucket tern-files --key k --body f');
  const { chunks, exit } = await session.run(line);
  return `${chunks.map(({ text }) => text).join('')}${exit}`;
}

const GET = 'aws s3api get-object --bucket tern-files --key k --query ContentLength';

test.each(['g', './g', 'in/g', '~/g', '/tmp/g'])('[outfile-is-written] into %s', async (path) => {
  expect(await said(`${GET} ${path} && cat ${path}`)).toBe('3\nhi\n0');
});

test('[outfile-is-written] standard output has the content and then the answer', async () => {
  expect(await said(`${GET} /dev/stdout`)).toBe('hi\n3\n0');
});

test('[outfile-is-written] without a folder for the file nothing is called', async () => {
  const make = 'aws iam create-virtual-mfa-device --virtual-mfa-device-name v --bootstrap-method QRCodePNG';
  const line = `${make} --outfile /none/v.png; echo $?; aws iam list-virtual-mfa-devices --query VirtualMFADevices`;
  expect(await said(line)).toBe('\naws: [ERROR]: Unable to write to file: /none/v.png\n255\n[]\n0');
});
