// What an error looks like on standard error, and with which status it ends. It knows no wording of any error.
import type { Fault } from '#cloud';
import type { CliFault, Printed } from '../command.ts';

/** A fault of the command line as it is printed. */
export function printedFault({ exit, message }: CliFault): Printed {
  return { stdout: '', stderr: `${message}\n`, exit };
}

/** Members besides code and message that the model gives the error, such as `Type: User` with Lambda. */
export type ErrorDetails = readonly (readonly [name: string, text: string])[];

/** The error of a service: exit status 254. Source: cli-return-codes. */
export function serviceError(operation: string, fault: Fault, details: ErrorDetails = []): Printed {
  const what = `An error occurred (${fault.code}) when calling the ${operation} operation: ${fault.message}`;
  const lines = details.map(([name, text]) => `${name}: ${text}\n`);
  const below = lines.length > 0 ? `\nAdditional error details:\n${lines.join('')}` : '';
  return { stdout: '', stderr: `\naws: [ERROR]: ${what}\n${below}`, exit: 254 };
}
