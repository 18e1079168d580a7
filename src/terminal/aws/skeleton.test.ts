import { MODELS } from '#cloud/models';
import { expect, it } from 'vitest';
import { testHost } from '../test/host.ts';
import { readCommand } from './grammar.ts';
import { inputOf } from './model-type.ts';
import { validate } from './parameters.ts';
import { parseJson } from './json.ts';
import { inputSkeleton, yamlSkeleton } from './skeleton.ts';
import { parseYaml } from './yaml.ts';

const OPERATIONS = [...MODELS.values()].flatMap((model) =>
  Object.keys(model.operations).map((operation) => ({ model, operation })),
);

it('[a skeleton fits] nothing in it is unknown, missing or of another type', () => {
  for (const { model, operation } of OPERATIONS) {
    const read = parseJson(inputSkeleton(model, operation));
    const { name } = inputOf(model, operation);
    if (name === '' || !('value' in read)) continue;
    const findings = validate(model, name, read.value).filter(
      (line) => !/^Invalid (length|value)/.test(line) && !/type: <class 'NoneType'>/.test(line),
    );
    expect(findings.filter((line) => !line.startsWith('Missing'))).toEqual([]);
  }
});

it('[a skeleton fits] as YAML it says the same', () => {
  for (const { model, operation } of OPERATIONS) {
    const json = JSON.stringify(JSON.parse(inputSkeleton(model, operation)))
      .replaceAll('T00:00:00', ' 00:00:00')
      .replaceAll('null', '""');
    expect(JSON.stringify(parseYaml(yamlSkeleton(model, operation))), `${model.command} ${operation}`).toBe(
      json,
    );
  }
});

it('[--generate-cli-skeleton] needs nothing else, and calls nothing', async () => {
  const read = await readCommand(['iam', 'create-user', '--generate-cli-skeleton'], testHost());
  expect(read).toEqual({
    exit: 0,
    stderr: '',
    stdout: `{
    "Path": "",
    "UserName": "",
    "PermissionsBoundary": "",
    "Tags": [
        {
            "Key": "",
            "Value": ""
        }
    ]
}
`,
  });
});

it('[--generate-cli-skeleton output] checks the parameters and gives an answer of names', async () => {
  const line = ['sts', 'get-caller-identity', '--generate-cli-skeleton', 'output'];
  expect(await readCommand(line, testHost())).toMatchObject({
    sample: { UserId: 'UserId', Account: 'Account', Arn: 'Arn' },
  });
  expect(
    await readCommand(['iam', 'create-user', '--generate-cli-skeleton', 'output'], testHost()),
  ).toMatchObject({
    exit: 252,
  });
});

it('[a structure in itself] ends', () => {
  const model = MODELS.get('dynamodb');
  if (!model) throw new Error('no dynamodb');
  const text = inputSkeleton(model, 'PutItem').replaceAll(/\s/g, '');
  expect(text).toContain('"M":{"KeyName":{}},"L":[{}]');
  expect(text).not.toContain('"M":{"KeyName":{"');
});
