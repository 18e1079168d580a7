// The laws of the proof of a lab in the terminal, each broken once in a lab made up for it.
import { expect, test } from 'vitest';
import type { TerminalLab } from './content.ts';
import { proveTerminalLab } from './prove-terminal.ts';

const LAB: TerminalLab = {
  id: 'x',
  file: 'content/labs/x.yaml',
  title: 'A user',
  about: 'A user is wanted.',
  order: 1,
  goal: 'Make the user `mei`.',
  profiles: ['default'],
  setup: 'aws iam create-user --user-name oskar\n',
  files: {},
  claims: [
    { id: 'mei', text: 'Mei is there', checks: 'aws iam get-user --user-name mei\n' },
    { id: 'oskar', text: 'Oskar is there', checks: 'aws iam get-user --user-name oskar\n' },
  ],
  hints: ['a', 'b'],
  solution: 'aws iam create-user --user-name mei\n',
  lazy: [
    {
      text: 'Another one is renamed',
      script: 'aws iam update-user --user-name oskar --new-user-name mei\n',
      fails: ['oskar'],
    },
  ],
  sources: [],
};

const LIARS: readonly (readonly [what: string, lab: TerminalLab, field: string, reason: string])[] = [
  ['a setup that fails', { ...LAB, setup: 'false\n' }, 'setup', 'ends with 1'],
  ['a setup that fails in its middle', { ...LAB, setup: `false\n${LAB.setup}` }, 'setup', 'ends with 1'],
  [
    'claims that hold as given',
    { ...LAB, claims: LAB.claims.slice(1), lazy: [] },
    'claims',
    'every claim holds',
  ],
  ['a solution that fails', { ...LAB, solution: `${LAB.solution}false\n` }, 'solution', 'it ends with 1'],
  [
    'a solution that leaves a claim open',
    { ...LAB, solution: 'true\n' },
    'solution',
    'leaves the claim `mei` open',
  ],
  [
    'a lazy way that leaves open what it does not say',
    { ...LAB, lazy: LAB.lazy.map((one) => ({ ...one, fails: ['mei'] })) },
    'lazy.0.fails',
    'it says `mei`, the account says `oskar`',
  ],
];

test('[content-proves-itself] a lab whose solution solves it and whose lazy ways do not is proved', async () => {
  expect(await proveTerminalLab(LAB)).toEqual([]);
});

test.each(LIARS)('[content-proves-itself] %s is found', async (_, lab, field, reason) => {
  const failures = await proveTerminalLab(lab);
  expect(failures.map((failure) => failure.field.join('.'))).toContain(field);
  expect(failures.map((failure) => failure.reason).join('; ')).toContain(reason);
});
