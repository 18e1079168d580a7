// What the commands of `aws s3` share: calling S3, and what an error of it reads like.
import type { Fault, Input, Reply } from '#cloud';
import type { CliFault, Host, Printed } from '../command.ts';
import { parameterFault } from '../faults.ts';
import type { Caller } from '../run.ts';

export type Answer = { readonly reply: Reply } | { readonly fault: Fault };

/** Where a command of `aws s3` runs. */
export interface S3Place {
  readonly host: Host;
  readonly caller: Caller;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** @param operation such as `PutObject` */
  readonly ask: (operation: string, input: Input) => Answer;
}

/** No call is made for an object without a key. */
export const NO_KEY: Fault = {
  code: 'ParamValidation',
  message: 'Parameter validation failed:\nInvalid length for parameter Key, value: 0, valid min length: 1',
};

/** An error as these commands show it, without who says it. */
export function errorText(operation: string, { code, message }: Fault): string {
  if (code === NO_KEY.code) return message;
  return `An error occurred (${code}) when calling the ${operation} operation: ${message}`;
}

/** A line that names the wrong kinds of places: 252. Source: cli-source. */
export function usageFault(usage: string): CliFault {
  return parameterFault(`${usage}\nError: Invalid argument type`);
}

export function quiet(exit: number): Printed {
  return { stdout: '', stderr: '', exit };
}

/** The structures in a member of a reply. */
export function listIn(reply: Reply, member: string): readonly Reply[] {
  const value = reply[member];
  return Array.isArray(value) ? value.filter(isReply) : [];
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null;
}

export function textIn(reply: Reply, member: string): string {
  const value = reply[member];
  return typeof value === 'string' ? value : '';
}

export function numberIn(reply: Reply, member: string): number {
  const value = reply[member];
  return typeof value === 'number' ? value : 0;
}

/** All pages of a list of objects. */
export function allObjects(
  { ask }: S3Place,
  input: Input,
): { readonly pages: readonly Reply[]; readonly fault?: Fault } {
  const pages: Reply[] = [];
  let token = '';
  do {
    const answer = ask('ListObjectsV2', { ...input, ...(token === '' ? {} : { ContinuationToken: token }) });
    if ('fault' in answer) return { pages, fault: answer.fault };
    pages.push(answer.reply);
    token = textIn(answer.reply, 'NextContinuationToken');
  } while (token !== '');
  return { pages };
}
