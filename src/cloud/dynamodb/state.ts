// Tables of an account and their items. A table's policy is in `resourcePolicies`, its tags in `resourceTags`.
import type { Named } from '../cloud.ts';
import type { Item } from './value.ts';

/** By name; with the region and a slash in front outside the account's own region. */
export interface Table {
  /** How many writes went through. */
  readonly writes: number;
  /** Absent for the tables of scenarios: theirs is `DEFAULT`. */
  readonly design?: Design;
  /** By the text of their keys. */
  readonly items?: Named<Item>;
  /** When it is gone, once it is being deleted. */
  readonly deletes?: number;
  /** Of its policy. */
  readonly revision?: string;
}

export interface Design {
  readonly id: string;
  readonly created: number;
  /** When it is active. */
  readonly ready: number;
  readonly attributes: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly keys: Keys;
  readonly billing: 'PAY_PER_REQUEST' | 'PROVISIONED';
  readonly throughput: Throughput;
  readonly indexes: readonly Index[];
  readonly isProtected: boolean;
  readonly tableClass?: string;
}

export interface Keys {
  readonly hash: string;
  readonly range?: string;
}

export interface Throughput {
  readonly read: number;
  readonly write: number;
}

export interface Index {
  readonly name: string;
  readonly isLocal: boolean;
  readonly keys: Keys;
  /** `ALL`, `KEYS_ONLY` or `INCLUDE`. */
  readonly projection: string;
  readonly included: readonly string[];
  readonly throughput: Throughput;
  readonly ready: number;
}
