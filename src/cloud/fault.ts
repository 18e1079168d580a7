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

/** Source: api-iam. */
export function noSuchEntity(kind: string, name: string): Refused {
  return fault('NoSuchEntity', `The ${kind} with name ${name} cannot be found.`);
}

/** Source: api-iam. */
export function alreadyExists(kind: string, name: string): Refused {
  return fault('EntityAlreadyExists', `${kind} with name ${name} already exists.`);
}

export function isRefused(value: object): value is Refused {
  return 'fault' in value;
}
