// The options that give or show an operation's whole input: `--cli-input-json`, `--cli-input-yaml`,
// `--generate-cli-skeleton`. It does not know the operation.
import type { Option, Split } from './arguments.ts';
import type { Host } from './command.ts';
import { Mistake, parameterFault, unreadable } from './faults.ts';
import { isJsonMistake, parseJson } from './json.ts';
import { pythonTypeOf } from '../python-text.ts';
import { isStructure, type Structure, type Value } from './value.ts';
import { loaded } from './values.ts';

export const WHOLE_INPUT: readonly Option[] = [
  { name: 'cli-input-json', takes: 'one' },
  { name: 'cli-input-yaml', takes: 'one' },
  {
    name: 'generate-cli-skeleton',
    takes: { maybe: 'input' },
    choices: ['input', 'output', 'yaml-input'],
  },
];

/** @returns the members that the line gives as a whole; those on the line itself win over them. Source: cli-guide-skeleton. */
export async function wholeInput(split: Split, host: Host): Promise<Structure> {
  const json = split.values.get('cli-input-json');
  const yaml = split.values.get('cli-input-yaml');
  if (typeof json === 'string' && typeof yaml === 'string') {
    throw new Mistake(parameterFault('Only one --cli-input- parameter may be specified.'));
  }
  if (typeof json === 'string') {
    const read = parseJson(await textOf(host, '--cli-input-json', json));
    if (isJsonMistake(read)) throw unreadable('cli-input-json', 'Invalid JSON received.');
    return structure('--cli-input-json', read.value);
  }
  if (typeof yaml !== 'string') return {};
  const { parseYaml } = await import('./yaml.ts');
  const value = parseYaml(await textOf(host, '--cli-input-yaml', yaml));
  if (value === undefined) throw unreadable('cli-input-yaml', 'Invalid YAML received.');
  return structure('--cli-input-yaml', value);
}

async function textOf(host: Host, option: string, written: string): Promise<string> {
  const found = await loaded(host, option, written);
  if (found instanceof Uint8Array) return new TextDecoder().decode(found);
  return typeof found === 'string' ? found : '';
}

function structure(option: string, value: Value): Structure {
  if (isStructure(value)) return value;
  throw unreadable(option, `Invalid type: expecting map, received <class '${pythonTypeOf(value)}'>`);
}
