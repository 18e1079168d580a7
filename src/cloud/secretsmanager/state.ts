// Secrets of an account. A secret's policy is in `resourcePolicies`, its tags in `resourceTags`.
import type { Named } from '../cloud.ts';

export interface SecretState {
  /** By ARN. */
  readonly secrets: Named<Secret>;
}

export interface Secret {
  readonly name: string;
  readonly created: number;
  readonly changed: number;
  readonly accessed?: number;
  readonly description?: string;
  /** A key of KMS; without one it is the one that AWS keeps for secrets. */
  readonly key?: string;
  readonly type?: string;
  /** The newest first. */
  readonly versions: readonly SecretVersion[];
  /** When its deletion was asked for, and when it is gone. */
  readonly deleted?: { readonly asked: number; readonly gone: number };
}

export interface SecretVersion {
  readonly id: string;
  readonly created: number;
  readonly accessed?: number;
  /** Labels: each is on one version. */
  readonly stages: readonly string[];
  readonly text?: string;
  /** Bytes as base64 text. */
  readonly binary?: string;
}
