import { expect, it } from 'vitest';
import { readLine } from './line.ts';

it('[global options stand anywhere] before the command, behind it, between its own', async () => {
  const line = [
    '--region',
    'eu-west-1',
    'iam',
    '--output=text',
    'get-user',
    '--user-name',
    'a',
    '--profile',
    'p',
  ];
  expect(await readLine(line)).toEqual({
    command: 'iam',
    args: ['get-user', '--user-name', 'a'],
    options: { region: 'eu-west-1', output: 'text', profile: 'p' },
  });
});

it('[the last one counts] of two values for one option', async () => {
  const read = await readLine(['iam', 'list-users', '--region', 'a', '--region', 'b']);
  expect(read).toMatchObject({ options: { region: 'b' } });
});

it('[a beginning is enough] where no other option begins like it', async () => {
  expect(await readLine(['iam', 'list-users', '--q', 'Users'])).toMatchObject({
    options: { query: 'Users' },
  });
  expect(await readLine(['iam', 'list-users', '--no'])).toMatchObject({
    exit: 252,
    message: expect.stringContaining(
      'ambiguous option: --no could match --no-verify-ssl, --no-paginate, --no-sign-request, --no-cli-pager, --no-cli-auto-prompt',
    ) as string,
  });
});

it('[commands of another kind] are handed on with their words', async () => {
  expect(await readLine(['s3', 'cp', '--recursive', 'a', 's3://b', '--no-paginate'])).toEqual({
    command: 's3',
    args: ['cp', '--recursive', 'a', 's3://b'],
    options: { noPaginate: true },
  });
});

it('[--version] prints the version and asks nothing', async () => {
  const printed = {
    stdout: 'aws-cli/2.36.0 Python/3.13.7 Linux/6.1 exe/x86_64.gatehouse\n',
    stderr: '',
    exit: 0,
  };
  expect(await readLine(['--version'])).toEqual(printed);
  expect(await readLine(['iam', '--version'])).toEqual(printed);
});

it('[an address has a scheme] and timeouts are whole numbers', async () => {
  expect(await readLine(['iam', 'list-users', '--endpoint-url', 'localhost'])).toMatchObject({
    exit: 252,
    message: expect.stringContaining(
      'Bad value for --endpoint-url "localhost": scheme is missing.',
    ) as string,
  });
  expect(await readLine(['iam', 'list-users', '--cli-connect-timeout', '1.5'])).toEqual({
    exit: 255,
    message: "\naws: [ERROR]: invalid literal for int() with base 10: '1.5'",
  });
});
