// An error in each of its forms: chosen by an option, else by a variable, else by the profile.
import { expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession } from '../../index.ts';

async function said(...lines: readonly string[]): Promise<string> {
  const session = await openSession(blankWorld());
  for (const line of lines.slice(0, -1)) await session.run(line);
  const { chunks, exit } = await session.run(lines.at(-1) ?? '');
  expect(exit).toBe(254);
  return chunks.map(({ text }) => text).join('');
}

const MESSAGE = 'The user with name mei cannot be found.';
const LINE = 'aws iam get-user --user-name mei';
const USUAL = `\naws: [ERROR]: An error occurred (NoSuchEntity) when calling the GetUser operation: ${MESSAGE}\n`;
const JSON_FORM = `{\n    "Code": "NoSuchEntity",\n    "Message": "${MESSAGE}"\n}\n`;

test.each([
  [LINE, USUAL],
  [`${LINE} --cli-error-format enhanced`, USUAL],
  [`${LINE} --cli-error-format legacy`, USUAL],
  [`${LINE} --cli-error-format json`, JSON_FORM],
  [`${LINE} --cli-error-format json --query Code`, '"NoSuchEntity"\n'],
  [`${LINE} --cli-error-format yaml`, `Code: NoSuchEntity\nMessage: ${MESSAGE}\n`],
  [`${LINE} --cli-error-format text`, `NoSuchEntity\t${MESSAGE}\n`],
  [`AWS_CLI_ERROR_FORMAT=json ${LINE}`, JSON_FORM],
  [`AWS_CLI_ERROR_FORMAT=json ${LINE} --cli-error-format text`, `NoSuchEntity\t${MESSAGE}\n`],
  [`AWS_CLI_ERROR_FORMAT=none ${LINE}`, USUAL],
])('[service-errors-are-254] %s', async (line, text) => {
  expect(await said(line)).toBe(text);
});

test('[service-errors-are-254] a profile says how its errors are shown', async () => {
  expect(await said('aws configure set cli_error_format json', LINE)).toBe(JSON_FORM);
});

test('[service-errors-are-254] a mistake of the line is shown in the same forms, the old one without a code', async () => {
  const session = await openSession(blankWorld());
  const answer = async (format: string) => {
    const { chunks, exit } = await session.run(
      `aws iam get-role --role-name '' --cli-error-format ${format}`,
    );
    expect(exit).toBe(252);
    return chunks.map(({ text }) => text).join('');
  };
  const why = 'Invalid length for parameter RoleName, value: 0, valid min length: 1';
  expect(await answer('legacy')).toBe(`\naws: [ERROR]: Parameter validation failed:\n${why}\n`);
  expect(JSON.parse(await answer('json'))).toEqual({
    Code: 'ParamValidation',
    Message: `Parameter validation failed:\n${why}`,
  });
});
