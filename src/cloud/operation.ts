// What an operation is: a name, the permissions it needs, and what it does. What its input must look like is its model's.
import type { Verdict } from '#evaluator';
import type { BareRequest } from './authorize.ts';
import type { Account, Cloud } from './cloud.ts';
import type { Fault, Refused } from './fault.ts';
import type { Session } from './session.ts';

/** AWS's member names; times are milliseconds since 1970, bytes are base64 text, policies are text. */
export type Input = Readonly<Record<string, unknown>>;
export type Reply = Readonly<Record<string, unknown>>;

/** Where an operation is carried out. */
export interface Site {
  readonly cloud: Cloud;
  readonly account: Account;
  readonly session: Session;
  readonly region: string;
}

/** What an operation comes to. */
export type Done = { readonly cloud: Cloud; readonly reply: Reply } | Refused;

export interface Operation {
  /** Such as `iam:CreateRole`. */
  readonly name: string;
  /** Every (action, resource) pair that the call needs, in the order in which AWS names them. */
  readonly needs: (site: Site, input: Input) => readonly BareRequest[] | Refused;
  readonly run: (site: Site, input: Input) => Done;
  /** It may come without a signature. */
  readonly unsigned?: true;
  /** Somebody without credentials may ask for it too; a resource's policy decides. */
  readonly anonymous?: true;
  /** Who calls an unsigned operation, as what it brings says; the fault when that proves nothing. */
  readonly caller?: (site: Site, input: Input) => Session | Refused;
  /** What is wrong with the input is said before anybody asks for permission. */
  readonly formFirst?: true;
  /** How it words a refusal, where it does not do so as its service does. */
  readonly refusal?: (verdict: Verdict) => Fault | undefined;
  /** What it makes of its service's refusal, where it says the same in other words. */
  readonly rewords?: (refusal: Fault, input: Input) => Fault;
}

export type Operations = ReadonlyMap<string, Operation>;

/** Operations by name. */
export function byName(operations: readonly Operation[]): Operations {
  return new Map(operations.map((operation) => [operation.name, operation]));
}

/** A member that is a structure. */
export function isStructure(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The structures in a member that is a list. */
export function structuresOf(input: Input, name: string): readonly Input[] {
  const value = input[name];
  return Array.isArray(value) ? value.filter(isStructure) : [];
}

/** The texts in a member that is a list. */
export function textsOf(input: Input, name: string): readonly string[] {
  const value = input[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A member as text; empty when it is absent. */
export function textOf(input: Input, name: string): string {
  const value = input[name];
  return typeof value === 'string' ? value : '';
}

/** A member as a number; `undefined` when it is absent. */
export function numberOf(input: Input, name: string): number | undefined {
  const value = input[name];
  return typeof value === 'number' ? value : undefined;
}

/** A member as a truth value; `undefined` when it is absent. */
export function flagOf(input: Input, name: string): boolean | undefined {
  const value = input[name];
  return typeof value === 'boolean' ? value : undefined;
}

/** Some members, those that are there. */
export function present(reply: Readonly<Record<string, unknown>>): Reply {
  return Object.fromEntries(Object.entries(reply).filter(([, value]) => value !== undefined));
}
