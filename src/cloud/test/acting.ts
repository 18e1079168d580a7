// Calls of the blank world's people, for tests that follow what calls lead to. A fault is thrown: such tests expect it or none.
import type { Cloud } from '../index.ts';
import type { Input, Reply } from '../operation.ts';
import { blankWorld, callAs, profilesOf, SERVICES } from '../services.ts';

/** Somebody of `profilesOf`, an operation, its input. */
export type Act = readonly [as: string, operation: string, input: Input];

const BLANK = blankWorld();

/** @throws Error of the fault's code and message */
export function act(
  cloud: Cloud,
  [as, operation, input]: Act,
): { readonly cloud: Cloud; readonly reply: Reply } {
  const profile = profilesOf(BLANK).find(({ name }) => name === as);
  const key = profile && { accessKeyId: profile.key.id, secretAccessKey: profile.key.secret };
  const outcome = callAs(cloud, key, { operation, input, region: 'us-east-1' }, SERVICES);
  if ('fault' in outcome) throw new Error(`${operation}: ${outcome.fault.code}: ${outcome.fault.message}`);
  return outcome;
}

/** The world after several calls, the blank one where none is given. */
export function actAll(acts: readonly Act[], cloud: Cloud = BLANK): Cloud {
  return acts.reduce((before, one) => act(before, one).cloud, cloud);
}

/** The world so many seconds later. */
export function at(cloud: Cloud, seconds: number): Cloud {
  return { ...cloud, time: cloud.time + seconds * 1000 };
}
