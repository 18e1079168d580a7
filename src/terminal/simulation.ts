// The cell in which a terminal keeps the account's present value, and the only ways to change it. No text is read or printed here.
import {
  callAs,
  mfaCode,
  openServices,
  type Credentials,
  type OpenServices,
  type SignedCall,
} from '#cloud/services';
import type { Cloud, Fault, Reply } from '#cloud';

export type Answer = { readonly reply: Reply } | { readonly fault: Fault };

export interface Simulation {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Where its luck begins. */
  readonly seed: () => number;
  /** Lets time go by. */
  readonly pass: (seconds: number) => void;
  /** Is done when a service, by the prefix of its operations, can be called. */
  readonly ready: (service: string) => Promise<void>;
  /** @param credentials none for a call that is not signed */
  readonly call: (credentials: Credentials | undefined, wanted: SignedCall) => Answer;
  /** What a virtual MFA device shows; `undefined` when there is no such device. */
  readonly mfaCode: (serial: string) => string | undefined;
}

/** A simulation whose value can be looked at and put back. */
export interface OpenSimulation extends Simulation {
  readonly cloud: () => Cloud;
  readonly restore: (cloud: Cloud) => void;
  /** The same world as a cell of its own. */
  readonly fork: () => OpenSimulation;
}

/** @param services what can be called, where it is not what is simulated anyway */
export function simulate(cloud: Cloud, services: OpenServices = openServices()): OpenSimulation {
  let present = cloud;
  return {
    now: () => present.time,
    seed: () => present.seed,
    pass: (seconds) => {
      present = { ...present, time: present.time + Math.round(seconds * 1000) };
    },
    ready: services.ready,
    call: (credentials, wanted) => {
      const outcome = callAs(present, credentials, wanted, services);
      present = outcome.cloud;
      return 'fault' in outcome ? { fault: outcome.fault } : { reply: outcome.reply };
    },
    mfaCode: (serial) => mfaCode(present, serial),
    cloud: () => present,
    fork: () => simulate(present, services),
    restore: (earlier) => {
      present = earlier;
    },
  };
}
