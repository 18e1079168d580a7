// Reads an `aws` line of a service whose operations the models describe. It asks no account and prints no answer.
import { MODELS, type ServiceModel } from '#cloud/models';
import { splitArguments, type Positional, type Split } from './arguments.ts';
import { bucketFault } from './bucket-name.ts';
import type { CliFault, Host, OperationCommand, Printed } from './command.ts';
import { optionsOf, type CommandOptions } from './customised.ts';
import { encoded, withBytes } from './encode.ts';
import { generalFault, heard, isCliFault, Mistake, parameterFault } from './faults.ts';
import { commandHelp, operationHelp, serviceHelp } from './help.ts';
import { readLine, type Line } from './line.ts';
import { inputOf } from './model-type.ts';
import { kebab } from './names.ts';
import { WHOLE_INPUT, wholeInput } from './whole-input.ts';
import { namesPage, pagesOf, pagingIn, refusePaging, withPages } from './page-options.ts';
import { validate } from './parameters.ts';
import { launched } from './run-instances.ts';
import { inputSkeleton, outputSample, yamlSkeleton } from './skeleton.ts';
import type { Parameters } from './options.ts';
import { isStructure, type Structure, type Value } from './value.ts';
import { waiterNames, waiterOperation } from './waiters.ts';

/**
 * Reads one line.
 * @param args the words behind `aws`
 * @returns the operation to call; or what there is to print, when the line asks for help or a skeleton; or why it
 * cannot be read, with the exit status
 */
export async function readCommand(
  args: readonly string[],
  host: Host,
): Promise<OperationCommand | CliFault | Printed> {
  const line = await readLine(args);
  return 'command' in line ? readService(line, host) : line;
}

/** The same for a line whose global options have been read. */
export function readService(line: Line, host: Host): Promise<OperationCommand | CliFault | Printed> {
  return heard(() => {
    const { command, args } = line;
    if (command === 'help') return printed(commandHelp());
    const model = MODELS.get(command);
    if (!model) return notSimulated(command, args);
    const names = operationNames(model);
    const waiters = waiterNames(command);
    const known = [...names.keys(), ...(waiters.size > 0 ? ['wait'] : []), 'help'];
    const split = splitArguments([], [{ name: 'operation', required: true, choices: known }], args);
    const word = String(split.values.get('operation'));
    if (word === 'help') return printed(serviceHelp(model));
    if (word === 'wait') return readWaiter(line, model, waiters, split.rest, host);
    const operation = names.get(word) ?? '';
    if (!Object.hasOwn(model.operations, operation)) throw new Mistake(missing(`${command} ${word}`));
    return readOperation({ line, model, operation, host }, split.rest);
  });
}

/** Operations that AWS has and its command line has not. Source: cli-source. */
const REMOVED: ReadonlySet<string> = new Set([
  ...['ec2 ImportInstance', 'ec2 ImportVolume', 'lambda InvokeWithResponseStream'],
]);

/** What the command line calls a service's operations, and their own names. */
export function operationNames(model: ServiceModel): ReadonlyMap<string, string> {
  const all = [...Object.keys(model.operations), ...model.others];
  const kept = all.filter((name) => !REMOVED.has(`${model.command} ${name}`));
  return new Map(kept.map((name) => [kebab(name), name]));
}

function notSimulated(command: string, args: readonly string[]): CliFault | Printed {
  const split = splitArguments([], [{ name: 'operation', required: true }], args);
  return missing(`${command} ${String(split.values.get('operation'))}`);
}

function missing(what: string): CliFault {
  const simulated = [...MODELS.keys()].sort().join(', ');
  return generalFault(
    `${what} is a real operation, but it is not simulated here. Simulated services: ${simulated}`,
  );
}

interface Asked {
  readonly line: Line;
  readonly model: ServiceModel;
  readonly operation: string;
  readonly host: Host;
}

const HELP: Positional = { name: 'help', required: false };

async function readOperation(
  { line, model, operation, host }: Asked,
  args: readonly string[],
): Promise<OperationCommand | CliFault | Printed> {
  const own = optionsOf(model, operation);
  if (args.length === 1 && args[0] === 'help') return printed(operationHelp(model, operation, own));
  const pages = pagesOf(model.command, operation);
  const table = pages ? withPages(own.parameters, pages) : own.parameters;
  const split = splitArguments(grammarOf(own, table, args), [...own.positionals, HELP], args);
  const stray = split.values.get('help');
  if (stray === 'help') return printed(operationHelp(model, operation, own));
  refuseUnknown(split, stray);

  const asksPage = line.options.noPaginate === true || (pages !== undefined && namesPage(split, pages));
  const shadowed = new Map(
    [...own.parameters].filter(([name]) => table.get(name) !== own.parameters.get(name)),
  );
  if (asksPage && pages) refusePaging(split, shadowed);
  const fromLine = await filled(asksPage ? new Map([...table, ...shadowed]) : table, split, { model, host });
  const whole = await wholeInput(split, host);
  const parameters = { ...whole, ...fromLine };

  const skeleton = split.values.get('generate-cli-skeleton');
  if (skeleton === 'input') return printed(inputSkeleton(model, operation));
  if (skeleton === 'yaml-input') return printed(yamlSkeleton(model, operation));
  const byMembers =
    pages !== undefined && [...pages.in, pages.size ?? ''].some((name) => Object.hasOwn(whole, name));
  const command = finished({ line, model, operation, host }, parameters, split);
  if (isCliFault(command)) return command;
  return {
    ...command,
    options: asksPage || byMembers ? { ...command.options, noPaginate: true } : command.options,
    paging: pages && !asksPage ? pagingIn(split) : {},
    ...(skeleton === 'output' ? { sample: outputSample(model, operation) } : {}),
  };
}

/** The options as the grammar sees them: with a whole input or a skeleton, nothing else is required. */
function grammarOf(own: CommandOptions, table: Parameters, args: readonly string[]) {
  const options = [...table.values()];
  if (!own.takesWholeInput) return options;
  const at = args.indexOf('--generate-cli-skeleton');
  const isLoose =
    args.includes('--cli-input-json') ||
    args.includes('--cli-input-yaml') ||
    (at >= 0 && args[at + 1] !== 'output');
  return [...options.map((one) => (isLoose ? { ...one, required: false } : one)), ...WHOLE_INPUT];
}

function refuseUnknown(split: Split, stray: unknown): void {
  const unknown = [...split.rest, ...(typeof stray === 'string' ? [stray] : [])];
  if (unknown.length > 0) throw new Mistake(parameterFault(`Unknown options: ${unknown.join(', ')}`));
}

async function filled(
  table: Parameters,
  split: Split,
  reading: { readonly model: ServiceModel; readonly host: Host },
): Promise<Structure> {
  let parameters: Structure = {};
  const done = new Set<string>();
  for (const one of table.values()) {
    const written = split.values.get(one.dest ?? one.name);
    if (written === undefined || done.has(one.dest ?? one.name)) continue;
    done.add(one.dest ?? one.name);
    parameters = await one.fill(parameters, written, reading);
  }
  return parameters;
}

function finished(
  { line, model, operation }: Asked,
  given: Structure,
  split: Split,
): OperationCommand | CliFault {
  const { options } = line;
  const input = inputOf(model, operation).name;
  const complete = `${model.command} ${operation}` === 'ec2 RunInstances' ? launched(given) : given;
  const parameters =
    input === '' ? complete : withBytes(model, input, complete, options.binaryFormat ?? 'base64');
  const findings = input === '' ? [] : findingsIn(model, input, parameters);
  if (findings.length > 0) return parameterFault(`Parameter validation failed:\n${findings.join('\n')}`);
  const outfile = split.values.get('outfile');
  const seed = split.values.get('bootstrap-method');
  return {
    service: model.command,
    operation,
    input: input === '' ? {} : encoded(model, input, complete),
    options,
    paging: {},
    ...(typeof outfile === 'string' ? { outfile } : {}),
    ...(seed === 'QRCodePNG' || seed === 'Base32StringSeed' ? { seed } : {}),
  };
}

function findingsIn(model: ServiceModel, input: string, parameters: Value): readonly string[] {
  const bucket = model.command === 's3api' && isStructure(parameters) ? parameters['Bucket'] : undefined;
  const named = typeof bucket === 'string' ? bucketFault(bucket) : undefined;
  return named === undefined ? validate(model, input, parameters) : [named];
}

async function readWaiter(
  line: Line,
  model: ServiceModel,
  waiters: ReadonlyMap<string, string>,
  args: readonly string[],
  host: Host,
): Promise<OperationCommand | CliFault | Printed> {
  const { options } = line;
  const known = [...waiters.keys()];
  const split = splitArguments([], [{ name: 'subcommand', required: false, choices: known }], args);
  const word = split.values.get('subcommand');
  if (typeof word !== 'string') return tooFew(`${model.command} wait`);
  const waiter = waiters.get(word) ?? '';
  const operation = waiterOperation(model.command, waiter);
  const rest = args.filter((_, at) => at !== args.indexOf(word));
  const read = await readOperation({ line: { ...line, options }, model, operation, host }, rest);
  return 'operation' in read ? { ...read, waiter } : read;
}

function tooFew(what: string): CliFault {
  return parameterFault(
    `usage: aws [options] ${what} <subcommand> [parameters]\naws: [ERROR]: too few arguments`,
  );
}

function printed(stdout: string): Printed {
  return { stdout, stderr: '', exit: 0 };
}
