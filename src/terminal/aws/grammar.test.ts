import { MODELS } from '#cloud/models';
import { describe, expect, it } from 'vitest';
import lines from '../test/lines.json' with { type: 'json' };
import { testHost } from '../test/host.ts';
import { operationNames, readCommand, readService } from './grammar.ts';
import { readLine } from './line.ts';

const USAGE =
  'usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\n' +
  'To see help text, you can run:\n\n  aws help\n  aws <command> help\n  aws <command> <subcommand> help';

interface Case {
  readonly line: readonly string[];
  readonly exit?: number;
  /** Of a fault: what stands behind `aws: [ERROR]: `. */
  readonly says?: string;
  /** Whether the usage follows. */
  readonly usage?: boolean;
}

const CASES: readonly Case[] = lines;

const read = (...args: readonly string[]) => readCommand(args, testHost({ HOME: '/home/learner' }));

describe('[a line is what the real command line makes of it]', () => {
  it.each(CASES.map((one) => [one.line.join(' '), one] as const))('aws %s', async (_, one) => {
    const { line, exit, says, usage, ...command } = one;
    const got = await read(...line);
    if (exit !== undefined) {
      const message = `\naws: [ERROR]: ${says ?? ''}${usage === true ? `\n\n${USAGE}` : ''}`;
      expect(got).toEqual({ exit, message });
    } else
      expect(got).toEqual({
        options: {},
        paging: {},
        ...command,
        service: line.find((word) => MODELS.has(word)),
      });
  });
});

it('[every operation has one name] no two operations of a service are called alike', () => {
  for (const model of MODELS.values()) {
    const all = [...Object.keys(model.operations), ...model.others].length;
    expect(all - operationNames(model).size).toBeLessThanOrEqual(2);
  }
});

it('[help needs no parameters] each simulated operation tells its options', async () => {
  for (const model of MODELS.values()) {
    for (const [name, operation] of operationNames(model)) {
      if (!Object.hasOwn(model.operations, operation)) continue;
      expect(await read(model.command, name, 'help')).toMatchObject({ exit: 0, stderr: '' });
    }
  }
});

it('[help needs no parameters] waiting tells for what', async () => {
  expect(await read('iam', 'wait', 'help')).toMatchObject({
    exit: 0,
    stdout: expect.stringContaining('user-exists') as string,
  });
});

it('[help needs no parameters] a service and the whole tell what is simulated', async () => {
  expect(await read('iam', 'help')).toMatchObject({
    stdout: expect.stringContaining('create-user') as string,
  });
  expect(await read('help')).toMatchObject({ stdout: expect.stringContaining('secretsmanager') as string });
});

it('[configuration comes after the line] a binary format may be put in between', async () => {
  const line = await readLine(['lambda', 'invoke', '--function-name', 'f', '--payload', '{}', 'out']);
  if (!('command' in line)) throw new Error('no line');
  const configured = { ...line, options: { ...line.options, binaryFormat: 'raw-in-base64-out' as const } };
  expect(await readService(configured, testHost())).toMatchObject({ input: { Payload: 'e30=' } });
});
