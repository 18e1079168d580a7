// Reads what every `aws` line has: the options that belong to no command, and the command. It does not know the commands'
// own options.
import { invalidChoice, splitArguments, type Option, type Split } from './arguments.ts';
import type { CliFault, GlobalOptions, OutputFormat, Printed } from './command.ts';
import { ERROR_FORMATS } from './config.ts';
import { heard, Mistake, parameterFault } from './faults.ts';
import services from './services.json' with { type: 'json' };
import { wholeNumber } from './values.ts';

/** A line without its global options. */
export interface Line {
  /** Such as `iam`, `s3` or `configure`: one that AWS has. */
  readonly command: string;
  /** What else stands on the line, in its order. */
  readonly args: readonly string[];
  readonly options: GlobalOptions;
}

/** Every command that AWS's command line has at its top. */
export const COMMANDS: readonly string[] = services.commands;

const VERSION = 'aws-cli/2.36.0 Python/3.13.7 Linux/6.1 exe/x86_64.gatehouse';

const OUTPUTS = ['json', 'text', 'table', 'yaml', 'yaml-stream', 'off'];

const flag = (name: string): Option => ({ name, takes: { flag: true } });
const value = (name: string, choices?: readonly string[]): Option => ({
  name,
  takes: 'one',
  ...(choices ? { choices } : {}),
});

/** In the order of AWS's command line. Source: cli-guide-options. */
const GLOBAL: readonly Option[] = [
  flag('debug'),
  value('endpoint-url'),
  flag('no-verify-ssl'),
  flag('no-paginate'),
  value('output', OUTPUTS),
  value('query'),
  value('profile'),
  value('region'),
  flag('version'),
  value('color', ['on', 'off', 'auto']),
  flag('no-sign-request'),
  value('ca-bundle'),
  value('cli-read-timeout'),
  value('cli-connect-timeout'),
  value('cli-binary-format', ['base64', 'raw-in-base64-out']),
  flag('no-cli-pager'),
  flag('cli-auto-prompt'),
  flag('no-cli-auto-prompt'),
  value('cli-error-format', ERROR_FORMATS),
];

/**
 * Reads a line's global options, wherever they stand, and its command.
 * @param args the words behind `aws`
 * @returns a fault for an unknown command; what `--version` prints
 */
export function readLine(args: readonly string[]): Promise<Line | CliFault | Printed> {
  return heard(() => {
    const wantsVersion = beforeCommand(args, '--version');
    if (wantsVersion) return { stdout: `${VERSION}\n`, stderr: '', exit: 0 };
    const split = splitArguments(GLOBAL, [{ name: 'command', required: true }], args);
    const command = text(split, 'command') ?? '';
    const known = [...COMMANDS, 'help'];
    if (!known.includes(command)) throw invalidChoice('command', command, known);
    if (split.values.has('version')) return { stdout: `${VERSION}\n`, stderr: '', exit: 0 };
    return { command, args: split.rest, options: optionsIn(split) };
  });
}

/** Whether a word stands before the first one that is no option. */
function beforeCommand(args: readonly string[], word: string): boolean {
  const first = args.findIndex((arg) => !arg.startsWith('-'));
  return args.slice(0, first < 0 ? args.length : first).includes(word);
}

function optionsIn(split: Split): GlobalOptions {
  const url = text(split, 'endpoint-url');
  if (url !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    const form = 'scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/';
    throw new Mistake(parameterFault(`Bad value for --endpoint-url "${url}": ${form}`));
  }
  for (const name of ['cli-read-timeout', 'cli-connect-timeout']) {
    const seconds = text(split, name);
    if (seconds !== undefined) wholeNumber(seconds);
  }
  const output = text(split, 'output');
  const binaryFormat = text(split, 'cli-binary-format');
  const errorFormat = text(split, 'cli-error-format');
  return {
    ...given('profile', text(split, 'profile')),
    ...given('region', text(split, 'region')),
    ...(isFormat(output) ? { output } : {}),
    ...(output === 'off' ? { silent: true } : {}),
    ...given('query', text(split, 'query')),
    ...given('endpointUrl', url),
    ...given('noPaginate', split.values.has('no-paginate') || undefined),
    ...given('noSignRequest', split.values.has('no-sign-request') || undefined),
    ...given('debug', split.values.has('debug') || undefined),
    ...(binaryFormat === 'base64' || binaryFormat === 'raw-in-base64-out' ? { binaryFormat } : {}),
    ...given(
      'errorFormat',
      ERROR_FORMATS.find((one) => one === errorFormat),
    ),
  };
}

function given<Name extends string, T>(name: Name, one: T | undefined): Partial<Record<Name, T>> {
  const named: Partial<Record<Name, T>> = {};
  return one === undefined ? named : { ...named, [name]: one };
}

function isFormat(output: string | undefined): output is OutputFormat {
  return output !== undefined && output !== 'off' && OUTPUTS.includes(output);
}

function text(split: Split, name: string): string | undefined {
  const found = split.values.get(name);
  return typeof found === 'string' ? found : undefined;
}
