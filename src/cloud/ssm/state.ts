// What Systems Manager keeps of an account: parameters, and shells into its instances.
import type { Named } from '../cloud.ts';

export interface SystemsState {
  /** By region and name: `us-east-1 /app/port`. */
  readonly parameters?: Named<Parameter>;
  /** By id. */
  readonly sessions?: Named<ShellSession>;
  /** Instances are known to Systems Manager only if their role lets them say that they are there. */
  readonly needsRole?: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly region: string;
  readonly type: string;
  readonly tier: string;
  readonly dataType: string;
  /** What encrypts it, as it was named: a key's id, ARN or alias. */
  readonly keyId?: string;
  readonly description?: string;
  readonly pattern?: string;
  /** The oldest first. */
  readonly versions: readonly ParameterVersion[];
}

export interface ParameterVersion {
  readonly number: number;
  readonly value: string;
  readonly modified: number;
  /** The ARN of whoever wrote it. */
  readonly by: string;
}

export interface ShellSession {
  readonly id: string;
  readonly region: string;
  readonly target: string;
  readonly owner: string;
  readonly document?: string;
  readonly reason?: string;
  readonly started: number;
  readonly ended?: number;
}
