// Reads the words behind an operation's name into its input, and checks it before anything is called. It asks no account.
import type { ServiceModel } from '#cloud/models';
import { splitArguments, type Option, type Positional, type Split } from './arguments.ts';
import { bucketFault } from './bucket-name.ts';
import type { CliFault, Host, OperationCommand, Printed } from './command.ts';
import { optionsOf, type CommandOptions } from './customised.ts';
import { encoded, withBytes } from './encode.ts';
import { isCliFault, Mistake, parameterFault } from './faults.ts';
import type { Line } from './line.ts';
import { inputOf } from './model-type.ts';
import type { Parameters } from './options.ts';
import { namesPage, pagesOf, pagingIn, refusePaging, withPages } from './page-options.ts';
import { validate } from './parameters.ts';
import { launched } from './run-instances.ts';
import { isStructure, type Structure, type Value } from './value.ts';
import { WHOLE_INPUT, wholeInput } from './whole-input.ts';

/** An operation, and the line that names it. */
export interface Asked {
  readonly line: Line;
  readonly model: ServiceModel;
  readonly operation: string;
  readonly host: Host;
}

const HELP: Positional = { name: 'help', required: false };

/**
 * @param args what stands behind the operation's name
 * @throws Mistake
 */
export async function readOperation(
  { line, model, operation, host }: Asked,
  args: readonly string[],
): Promise<OperationCommand | CliFault | Printed> {
  const own = optionsOf(model, operation);
  const help = async (): Promise<Printed> => {
    const { operationHelp, printed } = await import('./help.ts');
    return printed(operationHelp(model, operation, own));
  };
  if (args.length === 1 && args[0] === 'help') return help();
  const pages = pagesOf(model.command, operation);
  const table = pages ? withPages(own.parameters, pages) : own.parameters;
  const split = splitArguments(grammarOf(own, table, args), [...own.positionals, HELP], args);
  const stray = split.values.get('help');
  if (stray === 'help') return help();
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
  const sampled = skeleton === undefined ? undefined : await import('./skeleton.ts');
  if (sampled && skeleton === 'input') return written(sampled.inputSkeleton(model, operation));
  if (sampled && skeleton === 'yaml-input') return written(sampled.yamlSkeleton(model, operation));
  const byMembers =
    pages !== undefined && [...pages.in, pages.size ?? ''].some((name) => Object.hasOwn(whole, name));
  const command = finished({ line, model, operation, host }, parameters, split);
  if (isCliFault(command)) return command;
  return {
    ...command,
    options: asksPage || byMembers ? { ...command.options, noPaginate: true } : command.options,
    paging: pages && !asksPage ? pagingIn(split) : {},
    ...(sampled && skeleton === 'output' ? { sample: sampled.outputSample(model, operation) } : {}),
  };
}

/** What stands on standard output alone. */
function written(stdout: string): Printed {
  return { stdout, stderr: '', exit: 0 };
}

/** The options as the grammar sees them: with a whole input or a skeleton, nothing else is required. */
function grammarOf(own: CommandOptions, table: Parameters, args: readonly string[]): readonly Option[] {
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
    input: input === '' ? {} : encoded(model, input, isStructure(parameters) ? parameters : {}),
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
