// `aws … wait`: asks until the answer is the one that is waited for. Between two questions the world's clock moves on.
import type { Fault } from '#cloud';
import { parseQuery } from '../jmespath/query.ts';
import { isList, type Fields, type Value } from '../value.ts';
import type { CliFault } from './command.ts';
import { generalFault } from './faults.ts';
import waiters from './waiters.json' with { type: 'json' };

interface Acceptor {
  readonly state: 'success' | 'failure' | 'retry';
  readonly matcher: 'path' | 'pathAll' | 'pathAny' | 'status' | 'error';
  readonly expected: string | number | boolean;
  readonly argument?: string;
}

interface Waiter {
  readonly delay: number;
  readonly maxAttempts: number;
  readonly acceptors: readonly Acceptor[];
}

/** What a question is answered with, in the form in which it would be printed. */
export type Heard = { readonly fields: Fields } | { readonly fault: Fault };

/**
 * @param ask asks once
 * @param pass lets seconds go by
 * @returns a fault when it comes to nothing; `undefined` when the wait is over
 */
export function waitFor(
  service: string,
  name: string,
  ask: () => Heard,
  pass: (seconds: number) => void,
): CliFault | undefined {
  const { delay, maxAttempts, acceptors } = waiterOf(service, name);
  const failed = (why: string): CliFault => generalFault(`Waiter ${name} failed: ${why}`);
  let last: Acceptor | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const heard = ask();
    const accepted = acceptors.find((one) => accepts(one, heard));
    if (!accepted && 'fault' in heard)
      return failed(`An error occurred (${heard.fault.code}): ${heard.fault.message}`);
    last = accepted ?? last;
    if (accepted?.state === 'success') return undefined;
    if (accepted?.state === 'failure')
      return failed(`Waiter encountered a terminal failure state: ${because(accepted)}`);
    if (attempt >= maxAttempts)
      return failed(
        last ? `Max attempts exceeded. Previously accepted state: ${because(last)}` : 'Max attempts exceeded',
      );
    pass(delay);
  }
}

function waiterOf(service: string, name: string): Waiter {
  const services: Readonly<Record<string, unknown>> = waiters;
  const own = services[service];
  const found: unknown =
    typeof own === 'object' && own !== null
      ? Object.entries(own).find(([one]) => one === name)?.[1]
      : undefined;
  if (!isWaiter(found)) throw new Error(`no waiter ${name} of ${service}`);
  return found;
}

function isWaiter(value: unknown): value is Waiter {
  return typeof value === 'object' && value !== null && 'acceptors' in value;
}

function accepts(acceptor: Acceptor, heard: Heard): boolean {
  const { matcher, expected } = acceptor;
  if (matcher === 'error')
    return 'fault' in heard ? expected === true || heard.fault.code === expected : expected === false;
  if (matcher === 'status') return statusOf(heard) === expected;
  if ('fault' in heard) return false;
  const value = valueAt(acceptor.argument ?? '', heard.fields);
  if (matcher === 'path') return value === expected;
  if (!isList(value) || value.length === 0) return false;
  return matcher === 'pathAll'
    ? value.every((one) => one === expected)
    : value.some((one) => one === expected);
}

function valueAt(expression: string, fields: Fields): Value {
  const read = parseQuery(expression);
  if ('wrong' in read) throw new Error(read.wrong);
  const answer = read.query(fields);
  return 'wrong' in answer ? null : answer.value;
}

/** The status of the answer on the wire. */
function statusOf(heard: Heard): number {
  if (!('fault' in heard)) return 200;
  const { code } = heard.fault;
  if (/^\d{3}$/.test(code)) return Number(code);
  if (/^NoSuch|NotFound/.test(code)) return 404;
  return code.startsWith('AccessDenied') ? 403 : 400;
}

/** Source: cli-source. */
function because({ matcher, argument, expected }: Acceptor): string {
  const shown = typeof expected === 'boolean' ? (expected ? 'True' : 'False') : String(expected);
  const REASONS = {
    path: `For expression "${argument ?? ''}" we matched expected path: "${shown}"`,
    pathAll: `For expression "${argument ?? ''}" all members matched excepted path: "${shown}"`,
    pathAny: `For expression "${argument ?? ''}" we matched expected path: "${shown}" at least once`,
    status: `Matched expected HTTP status code: ${shown}`,
    error: `Matched expected service error code: ${shown}`,
  };
  return REASONS[matcher];
}
