// Reads an `aws` line of a service whose operations the models describe. It asks no account and prints no answer.
import { MODELS, type ServiceModel } from '#cloud/models';
import { splitArguments } from './arguments.ts';
import type { CliFault, Host, OperationCommand, Printed } from './command.ts';
import type * as helpPages from './help.ts';
import { generalFault, heard, parameterFault } from './faults.ts';
import { readLine, type Line } from './line.ts';
import { kebab } from './names.ts';
import { readOperation } from './operation-line.ts';
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
  return heard(async () => {
    const { command, args } = line;
    if (command === 'help') return help(({ commandHelp }) => commandHelp());
    const model = MODELS.get(command);
    if (!model) return notSimulated(command, args);
    const names = operationNames(model);
    const waiters = waiterNames(command);
    const known = [...names.keys(), ...(waiters.size > 0 ? ['wait'] : []), 'help'];
    const split = splitArguments([], [{ name: 'operation', required: true, choices: known }], args);
    const word = String(split.values.get('operation'));
    if (word === 'help') return help(({ serviceHelp }) => serviceHelp(model));
    if (word === 'wait') return readWaiter(line, model, waiters, split.rest, host);
    const operation = names.get(word) ?? '';
    if (!Object.hasOwn(model.operations, operation)) return missing(`${command} ${word}`);
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

async function help(wanted: (pages: typeof helpPages) => string): Promise<Printed> {
  const pages = await import('./help.ts');
  return pages.printed(wanted(pages));
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

async function readWaiter(
  line: Line,
  model: ServiceModel,
  waiters: ReadonlyMap<string, string>,
  args: readonly string[],
  host: Host,
): Promise<OperationCommand | CliFault | Printed> {
  const known = [...waiters.keys()];
  const choices = [...known, 'help'];
  const split = splitArguments([], [{ name: 'subcommand', required: false, choices }], args);
  const word = split.values.get('subcommand');
  if (typeof word !== 'string') return tooFew(`${model.command} wait`);
  if (word === 'help') return help(({ waitHelp }) => waitHelp(model, known));
  const waiter = waiters.get(word) ?? '';
  const operation = waiterOperation(model.command, waiter);
  const rest = args.filter((_, at) => at !== args.indexOf(word));
  const read = await readOperation({ line, model, operation, host }, rest);
  return 'operation' in read ? { ...read, waiter } : read;
}

function tooFew(what: string): CliFault {
  return parameterFault(
    `usage: aws [options] ${what} <subcommand> [parameters]\naws: [ERROR]: too few arguments`,
  );
}
