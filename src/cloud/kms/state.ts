// Keys of an account and their aliases. A key's policy is in `resourcePolicies`, its tags in `resourceTags`.
import type { DocumentText, Named } from '../cloud.ts';

export interface KmsState {
  /** By key id. */
  readonly keys: Named<KmsKey>;
  /** By the alias's ARN. */
  readonly aliases: Named<Alias>;
}

export interface Alias {
  /** The id of its key. */
  readonly key: string;
  readonly created: number;
  readonly updated: number;
}

export interface KmsKey {
  readonly region: string;
  readonly created: number;
  readonly enabled: boolean;
  readonly description: string;
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly spec: string;
  readonly usage: string;
  readonly origin: string;
  readonly multiRegion: boolean;
  /** When it will be gone, where its deletion is scheduled. */
  readonly deletes?: number;
  readonly rotation?: Rotation;
  readonly grants?: readonly Grant[];
  /** The policy as it was written, while grants stand beside it in `resourcePolicies`. */
  readonly policy?: DocumentText;
}

export interface Rotation {
  readonly since: number;
  readonly days: number;
}

export interface Grant {
  readonly id: string;
  readonly token: string;
  readonly name?: string;
  readonly grantee: string;
  readonly retiree?: string;
  readonly operations: readonly string[];
  /** `EncryptionContextEquals` or `EncryptionContextSubset`. */
  readonly constraints?: Named<Named<string>>;
  readonly created: number;
  readonly issuer: string;
}
