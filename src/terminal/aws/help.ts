// What `aws help`, `aws SERVICE help` and `aws SERVICE OPERATION help` print: what there is, and how it is written.
import { MODELS, type ServiceModel } from '#cloud/models';
import type { Printed } from './command.ts';
import type { CommandOptions } from './customised.ts';
import { inputOf, typeNamed, type Type } from './model-type.ts';
import { kebab } from './names.ts';
import type { Parameter } from './options.ts';

/** What goes to standard output, and all is well. */
export function printed(stdout: string): Printed {
  return { stdout, stderr: '', exit: 0 };
}

export function commandHelp(): string {
  return page([
    ['NAME', ['aws - works on a simulated AWS account, in the words of the AWS CLI']],
    ['SYNOPSIS', ['aws [options] <command> <subcommand> [parameters]', 'aws <command> help']],
    ['OPTIONS', GLOBAL],
    ['SIMULATED SERVICES', [...MODELS.keys()].sort()],
    ['OTHER COMMANDS', ['s3', 'configure']],
    [
      'EXIT STATUS',
      [
        '0    the command did what it says',
        '252  the line cannot be read',
        '253  credentials, a profile or the region are missing',
        '254  the service refused or could not do it',
        '255  anything else',
      ],
    ],
  ]);
}

const GLOBAL = [
  '--profile <name>            the credentials to use, from ~/.aws',
  '--region <name>             the region to call',
  '--output <format>           json, text, table, yaml, yaml-stream or off',
  '--query <expression>        a JMESPath expression over the answer',
  '--no-paginate               one page only',
  '--cli-binary-format <name>  base64 or raw-in-base64-out',
  '--version                   the version that is simulated',
];

export function serviceHelp(model: ServiceModel): string {
  const simulated = Object.keys(model.operations).map(kebab).sort();
  const others = model.others.length;
  return page([
    ['NAME', [model.command]],
    ['SYNOPSIS', [`aws ${model.command} <subcommand> [parameters]`]],
    ['SIMULATED', simulated],
    ...(others > 0 ? [['NOT SIMULATED HERE', [`${String(others)} other operations of AWS's`]] as const] : []),
  ]);
}

/** @param waiters what can be waited for */
export function waitHelp({ command }: ServiceModel, waiters: readonly string[]): string {
  return page([
    ['NAME', ['wait']],
    ['SYNOPSIS', [`aws ${command} wait <subcommand> [parameters]`]],
    ['AVAILABLE COMMANDS', waiters],
  ]);
}

export function operationHelp(model: ServiceModel, operation: string, own: CommandOptions): string {
  const name = kebab(operation);
  const members = new Map(
    Object.entries(inputOf(model, operation).members).map(([member, type]) => [
      kebab(member),
      typeNamed(model, type),
    ]),
  );
  const shown = [...own.parameters.values()].filter(({ hidden }) => hidden !== true);
  const whole = own.takesWholeInput
    ? ['[--cli-input-json | --cli-input-yaml]', '[--generate-cli-skeleton <value>]']
    : [];
  return page([
    ['NAME', [name]],
    ['SYNOPSIS', [name, ...shown.map(synopsis), ...whole, ...own.positionals.map((one) => `<${one.name}>`)]],
    ['OPTIONS', shown.map((one) => described(model, one, members.get(one.name)))],
  ]);
}

function synopsis({ name, takes, required }: Parameter): string {
  const value = typeof takes === 'object' && 'flag' in takes ? '' : ' <value>';
  return required === true ? `--${name}${value}` : `[--${name}${value}]`;
}

function described(model: ServiceModel, { name, required }: Parameter, type: Type | undefined): string {
  const kind = type ? ` (${kindOf(model, type)})` : '';
  return `--${name}${kind}${required === true ? ' [required]' : ''}`;
}

function kindOf(model: ServiceModel, type: Type): string {
  if (type.kind === 'list' || type.kind === 'map') {
    return `${type.kind} of ${kindOf(model, typeNamed(model, type.of))}`;
  }
  if (type.kind === 'structure') return `structure: ${Object.keys(type.members).join(', ')}`;
  return 'choices' in type ? type.choices.join(' | ') : type.kind;
}

function page(parts: readonly (readonly [string, readonly string[]])[]): string {
  return parts
    .map(([title, lines]) => `${title}\n${lines.map((line) => `       ${line}\n`).join('')}`)
    .join('\n');
}
