// What a call answers when it is refused, in AWS's codes and words.
import type { Verdict } from '#evaluator';

export interface Fault {
  /** Such as `AccessDenied` or `NoSuchEntity`. */
  readonly code: string;
  readonly message: string;
}

/** A fault and, where it is a refusal, the decision behind it. */
export interface Refused {
  readonly fault: Fault;
  readonly verdict?: Verdict;
}

export function fault(code: string, message: string): Refused {
  return { fault: { code, message } };
}

/** A user, group or role that is not there. Source: api-iam. */
export function noSuchEntity(kind: string, name: string): Refused {
  return fault('NoSuchEntity', `The ${kind} with name ${name} cannot be found.`);
}

/** A user, group or role whose name is taken. Source: api-iam. */
export function alreadyExists(kind: string, name: string): Refused {
  return fault('EntityAlreadyExists', `${kind} with name ${name} already exists.`);
}

/** Source: api-iam. */
export function overQuota(quota: string, limit: number): Refused {
  return fault('LimitExceeded', `Cannot exceed quota for ${quota}: ${limit}`);
}

export function isRefused(value: object): value is Refused {
  return 'fault' in value;
}
