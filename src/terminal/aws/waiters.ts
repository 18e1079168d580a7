// What `aws … wait` can wait for. It does not wait.
import { kebab } from './names.ts';
import waiters from './waiters.json' with { type: 'json' };

interface Waiter {
  readonly operation: string;
}

/** A service's waiters by what the command line calls them: `user-exists` → `UserExists`. */
export function waiterNames(service: string): ReadonlyMap<string, string> {
  return new Map(Object.keys(waitersOf(service)).map((name) => [kebab(name), name]));
}

/** The operation that a waiter asks. */
export function waiterOperation(service: string, waiter: string): string {
  const found = waitersOf(service)[waiter];
  if (!found) throw new Error(`no waiter ${waiter} of ${service}`);
  return found.operation;
}

function waitersOf(service: string): Readonly<Record<string, Waiter>> {
  const services: Readonly<Record<string, unknown>> = waiters;
  const found = services[service];
  return isWaiters(found) ? found : {};
}

function isWaiters(value: unknown): value is Readonly<Record<string, Waiter>> {
  return typeof value === 'object' && value !== null;
}
