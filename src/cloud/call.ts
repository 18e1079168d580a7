// The one pipeline of every call: who asks, what it needs, may they, is the input right, do it.
import { combine, type Verdict } from '#evaluator';
import { partOf, type BareRequest, type Part } from './authorize.ts';
import { accountOf, lookup, type Cloud } from './cloud.ts';
import { isRefused, type Fault, type Refused } from './fault.ts';
import { OPERATIONS } from './operations.ts';
import type { Input, Operation, Reply, Site } from './operation.ts';
import { refusalText } from './refusal.ts';
import type { Session } from './session.ts';

export interface OperationCall {
  /** Such as `iam:CreateRole`. */
  readonly operation: string;
  readonly input?: Input | undefined;
}

export type Call = BareRequest | OperationCall;

export type Outcome =
  | { readonly cloud: Cloud; readonly reply: Reply }
  | {
      readonly cloud: Cloud;
      readonly fault: Fault;
      readonly verdict?: Verdict;
      readonly parts: readonly Part[];
    };

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
): readonly Part[] | { readonly fault: Fault } {
  const needed = isBare(call) ? [call] : needsOf(cloud, session, call);
  if ('fault' in needed) return needed;
  return needed.map((bare) => partOf(cloud, session, bare));
}

function needsOf(cloud: Cloud, session: Session, call: OperationCall): readonly BareRequest[] | Refused {
  const operation = OPERATIONS.get(call.operation);
  if (!operation) return { fault: unknown(call) };
  if (!lookup(cloud.accounts, session.principal.account)) {
    return {
      fault: { code: 'NotSimulated', message: 'a caller without an account makes no such call here' },
    };
  }
  return operation.needs(siteOf(cloud, session), call.input ?? {});
}

/** The decision on a call; changes nothing. `undefined` when the call fails before any decision. */
export function ask(cloud: Cloud, session: Session, call: Call): Verdict | undefined {
  const needed = parts(cloud, session, call);
  return 'fault' in needed ? undefined : verdictOf(needed);
}

export function verdictOf(needed: readonly Part[]): Verdict {
  const [only] = needed;
  return only && needed.length === 1 ? only.verdict : combine(needed.map((part) => part.verdict.trace));
}

function siteOf(cloud: Cloud, session: Session): Site {
  return { cloud, session, account: accountOf(cloud, session.principal.account) };
}

/** Carries a call out. The cloud comes back changed, or as it was with the fault and the decision behind it. */
export function call(cloud: Cloud, session: Session, wanted: OperationCall): Outcome {
  const operation = OPERATIONS.get(wanted.operation);
  if (!operation) return { cloud, fault: unknown(wanted), parts: [] };
  const input = wanted.input ?? {};
  const needed = parts(cloud, session, wanted);
  if ('fault' in needed) return { cloud, fault: needed.fault, parts: [] };
  const verdict = verdictOf(needed);
  if (verdict.decision !== 'allowed') {
    return { cloud, fault: refusalText(operation.name, verdict), verdict, parts: needed };
  }
  const missing = missingMember(operation, input);
  if (missing) return { cloud, fault: missing, parts: needed };
  const done = operation.run(siteOf(cloud, session), input);
  return isRefused(done) ? { cloud, fault: done.fault, parts: needed } : done;
}

function unknown({ operation }: OperationCall): Fault {
  return { code: 'InvalidAction', message: `${operation} is not simulated here` };
}

/** Source: api-common-errors. */
function missingMember(operation: Operation, input: Input): Fault | undefined {
  const absent = operation.required.filter((name) => input[name] === undefined || input[name] === '');
  if (absent.length === 0) return undefined;
  const list = absent.map(
    (name) =>
      `Value null at '${name[0]?.toLowerCase() ?? ''}${name.slice(1)}' failed to satisfy constraint: Member must not be null`,
  );
  const count = `${absent.length} validation error${absent.length === 1 ? '' : 's'} detected`;
  return { code: 'ValidationError', message: `${count}: ${list.join('; ')}` };
}
