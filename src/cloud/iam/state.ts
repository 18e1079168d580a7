// What IAM keeps in an account beside identities, policies and instance profiles.
import type { Named } from '../cloud.ts';

export interface IamState {
  readonly alias?: string;
  readonly passwordPolicy?: PasswordPolicy;
  /** Virtual devices by ARN, enabled or not. */
  readonly virtualMfa?: Named<VirtualMfa>;
  readonly saml?: Named<SamlProvider>;
  readonly oidc?: Named<OidcProvider>;
}

/** Source: ug-passwords. */
export interface PasswordPolicy {
  readonly MinimumPasswordLength: number;
  readonly RequireSymbols: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireUppercaseCharacters: boolean;
  readonly RequireLowercaseCharacters: boolean;
  readonly AllowUsersToChangePassword: boolean;
  /** Days; none is never. */
  readonly MaxPasswordAge?: number;
  readonly PasswordReusePrevention?: number;
  readonly HardExpiry?: boolean;
}

export interface VirtualMfa {
  /** The shared secret in base32. */
  readonly seed: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly created: number;
  /** The user whose it is; `root` is the account's root user. */
  readonly holder?: { readonly user?: string; readonly enabled: number };
}

/** By ARN. */
export interface SamlProvider {
  readonly name: string;
  readonly metadata: string;
  readonly created: number;
  readonly validUntil?: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** By ARN. */
export interface OidcProvider {
  /** Without `https://`. */
  readonly url: string;
  readonly clients: readonly string[];
  readonly thumbprints: readonly string[];
  readonly created: number;
  readonly tags: Readonly<Record<string, string>>;
}
