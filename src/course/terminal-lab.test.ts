// What a learner leaves in the shell is not asked whether a claim holds: the account is.
import { expect, test } from 'vitest';
import { gradeSession, openTerminalLab } from './terminal-lab.ts';

const LAB = {
  profiles: ['default'] as [string],
  setup: '',
  files: {},
  claims: [{ id: 'mei', text: 'Mei is there', checks: 'aws iam list-users --output text | grep -qw mei\n' }],
};

async function holds(script: string): Promise<boolean | undefined> {
  const session = await openTerminalLab(LAB);
  await session.script(script);
  const [mei] = await gradeSession(LAB, session);
  return mei?.holds;
}

test.each([
  ['functions', 'aws() { echo mei; }\ngrep() { return 0; }'],
  ['a function alone', 'grep() { return 0; }'],
  ['a path of its own', 'mkdir bin; echo "echo mei" > bin/aws; chmod +x bin/aws; export PATH=~/bin:$PATH'],
  ['commands written over', 'for at in /bin /usr/bin; do echo "echo mei" > $at/aws; chmod +x $at/aws; done'],
])('[the-account-decides] %s make no claim hold', async (_, script) => {
  expect(await holds(script)).toBe(false);
});

test.each([
  ['nobody’s profile', 'export AWS_PROFILE=nobody'],
  ['keys in the environment', 'export AWS_ACCESS_KEY_ID=AKIAEXAMPLE AWS_SECRET_ACCESS_KEY=none'],
  ['another folder', 'mkdir away; cd away'],
  ['a shell that was left', 'exit 3'],
])('[the-account-decides] %s takes no claim away', async (_, script) => {
  expect(await holds(`aws iam create-user --user-name mei\n${script}`)).toBe(true);
});
