// The cell in which a terminal keeps the account's present value, and the only ways to change it. No text is read or printed here.
import { callAs, mfaCode, SERVICES, type Credentials, type SignedCall } from '#cloud/services';
import type { Cloud, Fault, Reply, Services } from '#cloud';

export type Answer = { readonly reply: Reply } | { readonly fault: Fault };

export interface Simulation {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Where its luck begins. */
  readonly seed: () => number;
  /** Lets time go by. */
  readonly pass: (seconds: number) => void;
  /** @param credentials none for a call that is not signed */
  readonly call: (credentials: Credentials | undefined, wanted: SignedCall) => Answer;
  /** What a virtual MFA device shows; `undefined` when there is no such device. */
  readonly mfaCode: (serial: string) => string | undefined;
}

/** A simulation whose value can be looked at and put back. */
export interface OpenSimulation extends Simulation {
  readonly cloud: () => Cloud;
  readonly restore: (cloud: Cloud) => void;
}

/** @param services what can be called, where it is not what is simulated anyway */
export function simulate(cloud: Cloud, services: Services = SERVICES): OpenSimulation {
  let present = cloud;
  return {
    now: () => present.time,
    seed: () => present.seed,
    pass: (seconds) => {
      present = { ...present, time: present.time + Math.round(seconds * 1000) };
    },
    call: (credentials, wanted) => {
      const outcome = callAs(present, credentials, wanted, services);
      present = outcome.cloud;
      return 'fault' in outcome ? { fault: outcome.fault } : { reply: outcome.reply };
    },
    mfaCode: (serial) => mfaCode(present, serial),
    cloud: () => present,
    restore: (earlier) => {
      present = earlier;
    },
  };
}
