// What the command line says of a line that it cannot read, in the words and with the exit status of AWS CLI 2.36.
import type { CliFault } from './command.ts';

const USAGE = [
  'usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]',
  'To see help text, you can run:',
  '',
  '  aws help',
  '  aws <command> help',
  '  aws <command> <subcommand> help',
].join('\n');

/** A mistake in what a parameter says: 252. Source: cli-source. */
export function parameterFault(message: string): CliFault {
  return { exit: 252, message: `\naws: [ERROR]: An error occurred (ParamValidation): ${message}` };
}

/** A line that does not fit the grammar: 252, and how a line is written. Source: cli-source. */
export function syntaxFault(message: string): CliFault {
  return parameterFault(`${message}\n\n${USAGE}`);
}

/** What goes wrong otherwise before anything is called: 255. Source: cli-source. */
export function generalFault(message: string): CliFault {
  return { exit: 255, message: `\naws: [ERROR]: ${message}` };
}

/** Carries a fault from the depth of a line's reading to its door, `heard`. It leaves this folder by no other way. */
export class Mistake extends Error {
  readonly fault: CliFault;

  constructor(fault: CliFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** @returns what the reading comes to, or the fault at which it stopped */
export async function heard<T>(reading: () => Promise<T> | T): Promise<T | CliFault> {
  try {
    return await reading();
  } catch (stop) {
    if (stop instanceof Mistake) return stop.fault;
    throw stop;
  }
}

/** A parameter whose value cannot be read. `option` as it is typed, `--tags`. */
export function unreadable(option: string, why: string): Mistake {
  return new Mistake(parameterFault(`Error parsing parameter '${option}': ${why}`));
}

export function isCliFault(value: object): value is CliFault {
  return 'exit' in value && 'message' in value;
}
