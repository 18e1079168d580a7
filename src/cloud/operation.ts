// What an operation is: a name, the members it must be given, the permissions it needs, and what it does.
import type { BareRequest } from './authorize.ts';
import type { Account, Cloud } from './cloud.ts';
import type { Refused } from './fault.ts';
import type { Session } from './session.ts';

export type Input = Readonly<Record<string, unknown>>;
export type Reply = Readonly<Record<string, unknown>>;

/** Where an operation is carried out. */
export interface Site {
  readonly cloud: Cloud;
  readonly account: Account;
  readonly session: Session;
}

export interface Operation {
  /** Such as `iam:CreateRole`. */
  readonly name: string;
  /** Members that must be there, as strings unless the operation reads them otherwise. */
  readonly required: readonly string[];
  /** Every (action, resource) pair that the call needs, in the order in which AWS names them. */
  readonly needs: (site: Site, input: Input) => readonly BareRequest[] | Refused;
  readonly run: (site: Site, input: Input) => { readonly cloud: Cloud; readonly reply: Reply } | Refused;
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

/** A member as text; empty when it is absent. `required` is checked before. */
export function textOf(input: Input, name: string): string {
  const value = input[name];
  return typeof value === 'string' ? value : '';
}
