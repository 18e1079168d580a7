// The one pipeline of every call: who asks, what it needs, may they, is the input right, do it. Who signed is `signed`.
import { combine, type Verdict } from '#evaluator';
import { partOf, type BareRequest, type Part } from './authorize.ts';
import { accountOf, lookup, type Cloud } from './cloud.ts';
import { isRefused, type Fault, type Refused } from './fault.ts';
import type { Input, Operations, Reply, Site } from './operation.ts';
import { refusalText } from './refusal.ts';
import { LAB_OPERATIONS } from './lab-operations.ts';
import type { Session } from './session.ts';

export interface OperationCall {
  /** Such as `iam:CreateRole`. */
  readonly operation: string;
  readonly input?: Input | undefined;
  /** Where it is called; the account's own region when absent. */
  readonly region?: string | undefined;
}

export type Call = BareRequest | OperationCall;

export type Outcome =
  | { readonly cloud: Cloud; readonly reply: Reply; readonly parts: readonly Part[] }
  | {
      readonly cloud: Cloud;
      readonly fault: Fault;
      readonly verdict?: Verdict;
      readonly parts: readonly Part[];
    };

/** The simulated services, and what their models say of an input. */
export interface Services {
  readonly operations: Operations;
  /** The first thing in an input that its model forbids. */
  readonly fault?: (operation: string, input: Input) => Fault | undefined;
  /** How a refusal is worded where there is more to say than its plain line. */
  readonly refusal?: (cloud: Cloud, operation: string, needed: readonly Part[], verdict: Verdict) => Fault;
}

/** What a lab asks. */
const OF_LABS: Services = { operations: LAB_OPERATIONS };

function isBare(call: Call): call is BareRequest {
  return 'action' in call;
}

/**
 * Every pair that a call needs, each decided. A fault instead when the call names something that AWS looks up
 * before it asks for permission, or when the caller makes no such call here.
 */
export function parts(
  cloud: Cloud,
  session: Session,
  call: Call,
  services: Services = OF_LABS,
): readonly Part[] | { readonly fault: Fault } {
  const needed = isBare(call) ? [call] : needsOf(cloud, session, call, services);
  if ('fault' in needed) return needed;
  const region = isBare(call) ? undefined : call.region;
  return needed.map((bare) => partOf(cloud, session, bare, region));
}

function needsOf(
  cloud: Cloud,
  session: Session,
  call: OperationCall,
  { operations }: Services,
): readonly BareRequest[] | Refused {
  const operation = operations.get(call.operation);
  if (!operation) return { fault: unknown(call) };
  const stranger = !lookup(cloud.accounts, session.principal.account);
  if (stranger && operation.unsigned !== true && operation.anonymous !== true) {
    return {
      fault: { code: 'NotSimulated', message: 'a caller without an account makes no such call here' },
    };
  }
  return operation.needs(siteOf(cloud, session, call), call.input ?? {});
}

/** The decision on a call; changes nothing. `undefined` when the call fails before any decision. */
export function ask(cloud: Cloud, session: Session, call: Call, services?: Services): Verdict | undefined {
  const needed = parts(cloud, session, call, services);
  return 'fault' in needed ? undefined : verdictOf(needed);
}

export function verdictOf(needed: readonly Part[]): Verdict {
  const [only] = needed;
  return only && needed.length === 1 ? only.verdict : combine(needed.map((part) => part.verdict.trace));
}

/** Where a call is carried out. A caller without an account works in the first one of the world. */
export function siteOf(cloud: Cloud, session: Session, { region }: OperationCall): Site {
  const own = lookup(cloud.accounts, session.principal.account);
  const account = own ?? accountOf(cloud, Object.keys(cloud.accounts)[0] ?? '');
  return { cloud, session, account, region: region ?? account.region };
}

/** Carries a call out. The cloud comes back changed, or as it was with the fault and the decision behind it. */
export function call(
  cloud: Cloud,
  session: Session,
  wanted: OperationCall,
  services: Services = OF_LABS,
): Outcome {
  const operation = services.operations.get(wanted.operation);
  if (!operation) return { cloud, fault: unknown(wanted), parts: [] };
  const input = wanted.input ?? {};
  const early = operation.formFirst === true ? services.fault?.(operation.name, input) : undefined;
  if (early) return { cloud, fault: early, parts: [] };
  const needed = parts(cloud, session, wanted, services);
  if ('fault' in needed) return { cloud, fault: needed.fault, parts: [] };
  const verdict = verdictOf(needed);
  if (verdict.decision !== 'allowed') {
    const fault =
      operation.refusal?.(verdict) ??
      services.refusal?.(cloud, operation.name, needed, verdict) ??
      refusalText(operation.name, verdict);
    return { cloud, fault: operation.rewords?.(fault, input) ?? fault, verdict, parts: needed };
  }
  const wrong = services.fault?.(operation.name, input);
  if (wrong) return { cloud, fault: wrong, parts: needed };
  const done = operation.run(siteOf(cloud, session, wanted), input);
  return isRefused(done) ? { cloud, fault: done.fault, parts: needed } : { ...done, parts: needed };
}

function unknown({ operation }: OperationCall): Fault {
  return { code: 'InvalidAction', message: `${operation} is not simulated here` };
}
