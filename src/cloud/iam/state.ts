// What IAM keeps in an account beside identities, policies and instance profiles.
import type { MfaDevice, Named } from '../cloud.ts';

export interface IamState {
  readonly alias?: string;
  readonly passwordPolicy?: PasswordPolicy;
  /** Virtual devices by ARN, enabled or not. */
  readonly virtualMfa?: Named<VirtualMfa>;
  /** Enabled devices of the root user. */
  readonly rootMfa?: readonly MfaDevice[];
  /** The root user has no password: it was deleted. */
  readonly noRootPassword?: boolean;
  /** Of session tokens of the global endpoint; 1 where nothing is said. */
  readonly tokenVersion?: 1 | 2;
  /** Namespaced settings such as `RoleManager/Enabled`. */
  readonly properties?: Named<string>;
  /** Whether tokens are given to services outside, and under which issuer. */
  readonly outbound?: { readonly issuer: string; readonly enabled: boolean };
  readonly credentialReport?: CredentialReport;
  /** Reports of what was last accessed, by the id of their job. */
  readonly accessJobs?: Named<AccessJob>;
  readonly organizationJobs?: Named<OrganizationJob>;
  /** Server certificates by name. */
  readonly certificates?: Named<ServerCertificate>;
  readonly saml?: Named<SamlProvider>;
  readonly oidc?: Named<OidcProvider>;
  /** When service-linked roles were deleted, by the id of the task. */
  readonly deletions?: Named<number>;
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

/** Complete ten seconds after it was started. */
export interface CredentialReport {
  readonly started: number;
  /** Comma-separated values. */
  readonly text: string;
}

/** What a service was last used for. */
export interface ServiceAccess {
  readonly namespace: string;
  readonly time?: number;
  readonly by?: string;
  readonly region?: string;
  /** How many used it. */
  readonly entities: number;
  readonly actions: readonly ActionAccess[];
}

export interface ActionAccess {
  readonly action: string;
  readonly time: number;
  readonly by: string;
  readonly region: string;
}

/** Somebody whom a report is about, and when they last used a service, by namespace. */
export interface EntityAccess {
  readonly arn: string;
  readonly name: string;
  readonly type: 'USER' | 'ROLE' | 'GROUP';
  readonly id: string;
  readonly path: string;
  readonly used: Named<number>;
}

export interface AccessJob {
  readonly started: number;
  readonly level: 'SERVICE_LEVEL' | 'ACTION_LEVEL';
  readonly services: readonly ServiceAccess[];
  readonly entities: readonly EntityAccess[];
}

export interface OrganizationJob {
  readonly started: number;
  readonly path: string;
  readonly services: readonly ServiceAccess[];
}

export interface ServerCertificate {
  readonly id: string;
  readonly path: string;
  readonly uploaded: number;
  readonly expires?: number;
  readonly body: string;
  readonly chain?: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface VirtualMfa {
  /** The shared secret in base32. */
  readonly seed: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly created: number;
  /** The last step of thirty seconds whose code was given: no code is good twice. */
  readonly spent?: number;
  /** By how many steps its clock is ahead, as it was found when it was set right. */
  readonly ahead?: number;
}

/** By ARN. */
export interface SamlProvider {
  readonly name: string;
  /** Letters and digits; the address that encrypted assertions are sent to has it. */
  readonly uuid: string;
  readonly metadata: string;
  readonly created: number;
  readonly validUntil: number;
  readonly tags: Readonly<Record<string, string>>;
  /** Whether assertions must come encrypted; nothing was said without one. */
  readonly encryption?: 'Required' | 'Allowed';
  /** Two at most, the newest last. */
  readonly keys: readonly SamlKey[];
}

/** A private key that decrypts assertions. The key itself is never shown. */
export interface SamlKey {
  readonly id: string;
  readonly added: number;
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
