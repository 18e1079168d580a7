// One-time codes in the shell, against the examples of RFC 6238.
import { describe, expect, test } from 'vitest';
import { totp } from '#cloud/services';
import { codeCommands } from './codes.ts';
import type { Place, Ran } from '../command.ts';

const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const COMMANDS = codeCommands({
  now: () => 59_000,
  mfaCode: (serial) => (serial === 'phone' ? '287082' : undefined),
  totp,
});
const PLACE: Place = {
  env: new Map(),
  cwd: '/',
  stdin: new Uint8Array(),
  files: {
    read: () => Promise.resolve(undefined),
    write: () => Promise.resolve(),
    list: () => Promise.resolve(undefined),
    remove: () => Promise.resolve(),
    makeFolder: () => Promise.resolve(),
    at: () => undefined,
    lying: () => undefined,
    inside: () => [],
    setTime: () => Promise.resolve(),
  },
};

async function run(line: string): Promise<Ran> {
  const [name = '', ...args] = line.split(' ');
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return command.run(args, PLACE);
}

describe('codes', () => {
  test.each([
    ['mfa-code phone', '287082\n'],
    [`oathtool --totp -b ${SEED}`, '287082\n'],
    [`oathtool -b --totp=SHA1 ${SEED.toLowerCase()}`, '287082\n'],
    [`oathtool --base32 --totp -w 1 ${SEED}`, '287082\n359152\n'],
  ])('[worlds-are-values] `%s` prints the code of the world’s moment', async (line, stdout) => {
    expect(await run(line)).toEqual({ stdout, stderr: '', exit: 0 });
  });

  test.each([
    ['mfa-code', 2],
    ['mfa-code other', 1],
    [`oathtool ${SEED}`, 1],
    ['oathtool --totp -b 0189', 1],
    [`oathtool --totp -b ${SEED} ${SEED}`, 1],
    [`oathtool --totp -b -c 5 ${SEED}`, 1],
    [`oathtool --totp -b -w x ${SEED}`, 1],
  ])('[every-refusal-has-words] `%s` says what is wrong', async (line, exit) => {
    const ran = await run(line);
    expect(ran).toMatchObject({ stdout: '', exit });
    expect(ran.stderr).not.toBe('');
  });
});
