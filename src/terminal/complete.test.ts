// What Tab puts at the end of a line.
import { expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { complete, type Known } from './complete.ts';

const KNOWN: Known = {
  cloud: blankWorld(),
  account: '111122223333',
  commands: ['aws', 'cat', 'cd'],
  files: ['policy.json', 'notes/'],
  profiles: ['default', 'partner'],
};

const CASES: readonly (readonly [line: string, becomes: string, options: readonly string[] | undefined])[] = [
  ['aw', 'aws ', undefined],
  ['c', 'c', ['cat', 'cd']],
  ['aws i', 'aws iam ', undefined],
  ['aws iam create-us', 'aws iam create-user ', undefined],
  ['aws iam list-user', 'aws iam list-user', ['list-user-policies', 'list-user-tags', 'list-users']],
  ['aws iam get-user --us', 'aws iam get-user --user-name ', undefined],
  ['aws iam get-user --user-name ad', 'aws iam get-user --user-name admin ', undefined],
  ['aws iam update-access-key --status A', 'aws iam update-access-key --status Active ', undefined],
  ['aws s3 sy', 'aws s3 sync ', undefined],
  ['aws iam list-users --profile p', 'aws iam list-users --profile partner ', undefined],
  ['aws iam list-users --output y', 'aws iam list-users --output yaml', ['yaml', 'yaml-stream']],
  [
    'aws iam attach-user-policy --policy-arn arn:aws:iam::aws:policy/Administrator',
    'aws iam attach-user-policy --policy-arn arn:aws:iam::aws:policy/AdministratorAccess ',
    undefined,
  ],
  [
    'aws iam create-policy --policy-document file://p',
    'aws iam create-policy --policy-document file://policy.json ',
    undefined,
  ],
  ['cat not', 'cat notes/ ', undefined],
  ['echo x | aws st', 'echo x | aws sts ', undefined],
  ['aws nothing-here x', 'aws nothing-here x', undefined],
];

test.each(CASES)('[completion-knows-the-world] %s becomes %s', (line, becomes, options) => {
  const completion = complete(line, line.length, KNOWN);
  expect(completion.text).toBe(becomes);
  if (options) expect(completion.options).toEqual(options);
});

test('[completion-knows-the-world] what stands behind the caret stays', () => {
  expect(complete('aws ia list-users', 6, KNOWN).text).toBe('aws iam  list-users');
});
