// What an organization keeps beside its tree and the texts of its policies. Everything may be absent: a scenario says less.
import type { Named } from '../cloud.ts';
import type { Tags } from '../tags.ts';

export interface OrganizationState {
  /** All features where nothing is said. */
  readonly features?: 'CONSOLIDATED_BILLING';
  /** What belongs to a policy that decides something, by `scp/NAME` or `rcp/NAME`. */
  readonly records?: Named<PolicyRecord>;
  /** Kinds of deciding policies that are switched off. */
  readonly off?: readonly ('scp' | 'rcp')[];
  /** Policies that decide nothing here, such as tag policies, by id; and the types that are switched on. */
  readonly others?: Named<OtherPolicy>;
  readonly enabled?: readonly string[];
  readonly joined?: Named<Joined>;
  /** Requests for new accounts by id, `car-…`. */
  readonly requests?: Named<AccountRequest>;
  /** By id, `h-…`. */
  readonly handshakes?: Named<Handshake>;
  /** Since when a service is trusted, by its principal. */
  readonly trusted?: Named<number>;
  /** Since when an account administers a service, by account and principal. */
  readonly delegated?: Named<Named<number>>;
  /** By the id of a root, unit, account or policy. */
  readonly tags?: Named<Tags>;
  /** What is centralized about the root users of members: `RootCredentialsManagement`, `RootSessions`. */
  readonly rootFeatures?: readonly string[];
}

export interface PolicyRecord {
  readonly id: string;
  readonly description: string;
}

export interface OtherPolicy {
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly content: string;
  /** Ids of the places that it is attached to. */
  readonly targets: readonly string[];
  readonly updated: number;
}

/** How an account came into the organization. */
export interface Joined {
  readonly email: string;
  readonly method: 'CREATED' | 'INVITED';
  readonly joined: number;
  /** When it was closed. */
  readonly closed?: number;
}

export interface AccountRequest {
  readonly name: string;
  readonly account: string;
  readonly requested: number;
  /** When the account is there. */
  readonly completed: number;
}

export interface Handshake {
  readonly id: string;
  readonly action: 'INVITE' | 'ENABLE_ALL_FEATURES';
  /** The account, or the address, that was asked. */
  readonly target: { readonly id: string; readonly type: string };
  readonly notes?: string;
  readonly tags?: Tags;
  readonly requested: number;
  readonly expires: number;
  readonly state: 'OPEN' | 'ACCEPTED' | 'CANCELED' | 'DECLINED';
}
