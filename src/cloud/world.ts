// What a scenario says of a world. What does not fit together in it is `world-fault`.
import type { AwsPolicy, DocumentText } from './cloud.ts';
import type { Idp } from './idp/state.ts';

export interface IdentitySpec {
  readonly path?: string | undefined;
  readonly policies?: Readonly<Record<string, DocumentText>> | undefined;
  readonly attached?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

export type NamedSpec<T> = Readonly<Record<string, T>> | undefined;

export interface AccountSpec {
  /** What people call it. */
  readonly name?: string | undefined;
  readonly region: string;
  /** How many access keys its root user has; none where nothing is said. */
  readonly rootKeys?: number | undefined;
  readonly users?: NamedSpec<
    IdentitySpec & {
      readonly groups?: readonly string[] | undefined;
      readonly boundary?: string | undefined;
      /** How many access keys it has; none where nothing is said. */
      readonly keys?: number | undefined;
    }
  >;
  readonly groups?: NamedSpec<Omit<IdentitySpec, 'tags'>>;
  readonly roles?: NamedSpec<
    IdentitySpec & { readonly trust: DocumentText; readonly boundary?: string | undefined }
  >;
  readonly policies?: Readonly<Record<string, DocumentText>> | undefined;
  readonly instanceProfiles?: NamedSpec<{
    readonly role?: string | undefined;
    readonly path?: string | undefined;
  }>;
  readonly tables?: NamedSpec<object>;
  readonly buckets?: NamedSpec<{
    readonly policy?: DocumentText | undefined;
    readonly objects?: readonly string[] | undefined;
  }>;
  readonly instances?: NamedSpec<{ readonly profile?: string | undefined }>;
  /** Of a role that somebody took, or of a federated user for whom a user asked. */
  readonly sessions?: NamedSpec<
    ({ readonly role: string } | { readonly user: string }) & {
      readonly policy?: DocumentText | undefined;
      readonly attached?: readonly string[] | undefined;
      readonly vpc?: string | undefined;
    }
  >;
  /** KMS keys by the name of their alias. */
  readonly keys?: NamedSpec<{ readonly id: string; readonly policy: DocumentText }>;
  readonly endpoints?: NamedSpec<{
    readonly id: string;
    readonly vpc: string;
    readonly service: string;
    readonly policy?: DocumentText | undefined;
  }>;
}

/** What is attached at a place of an organization; FullAWSAccess alone where nothing is said of `scp`. */
export interface AttachedSpec {
  readonly scp?: readonly string[] | undefined;
  readonly rcp?: readonly string[] | undefined;
}

export interface MemberSpec extends AttachedSpec {
  readonly unit?: string | undefined;
}

export interface OrganizationSpec {
  /** The account that manages it. */
  readonly management: string;
  readonly root: AttachedSpec & { readonly id: string };
  /** Units by name. A unit stands below the one that it lies under. */
  readonly units?: NamedSpec<AttachedSpec & { readonly id: string; readonly under?: string | undefined }>;
  /** Accounts by id; the management account is in the root where nothing is said of it. */
  readonly members?: NamedSpec<MemberSpec>;
  readonly scp?: Readonly<Record<string, DocumentText>> | undefined;
  readonly rcp?: Readonly<Record<string, DocumentText>> | undefined;
}

/** What a scenario's `world:` holds. */
export interface WorldSpec {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly seed: number;
  readonly accounts: Readonly<Record<string, AccountSpec>>;
  /** What AWS keeps and anybody may attach, by ARN. */
  readonly awsPolicies?: Readonly<Record<string, AwsPolicy>> | undefined;
  /** By organization id. */
  readonly organizations?: NamedSpec<OrganizationSpec>;
  /** Identity providers outside AWS by name. */
  readonly idps?: Readonly<Record<string, Idp>> | undefined;
}
