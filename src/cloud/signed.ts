// A call as somebody signs it: whose credentials, are they good, what came of it, and what is remembered.
import type { Part } from './authorize.ts';
import { call, siteOf, type OperationCall, type Outcome, type Services } from './call.ts';
import { lookup, type Cloud } from './cloud.ts';
import { authenticate, type Credentials } from './authenticate.ts';
import { withEvent } from './event.ts';
import { isRefused, type Fault, type Refused } from './fault.ts';
import type { Session } from './session.ts';
import { withUse } from './uses.ts';

export type { Credentials } from './authenticate.ts';

export interface SignedCall extends OperationCall {
  readonly region: string;
}

/** Services that have one region for all the world. */
const GLOBAL: ReadonlySet<string> = new Set(['iam', 'organizations']);

/**
 * Carries out a signed call. Whatever it answers, an authenticated call is in the history of the cloud that comes back.
 * @param credentials none for a call that is not signed
 */
export function callAs(
  cloud: Cloud,
  credentials: Credentials | undefined,
  wanted: SignedCall,
  services: Services,
): Outcome {
  const [service = ''] = wanted.operation.split(':');
  const unsigned = services.operations.get(wanted.operation)?.unsigned === true;
  const known = authenticate(cloud, credentials, { operation: wanted.operation, unsigned });
  if ('fault' in known) return { cloud, fault: known.fault, parts: [] };
  const region = GLOBAL.has(service) ? 'us-east-1' : wanted.region;
  const session = callerOf(cloud, known.session, { ...wanted, region }, services);
  if (isRefused(session)) return { cloud, fault: session.fault, parts: [] };
  const outcome = call(cloud, session, { ...wanted, region }, services);
  return { ...outcome, cloud: remembered(outcome, session, { ...wanted, region }) };
}

/** An unsigned call says itself who calls. Whoever proves nothing leaves no event. */
function callerOf(cloud: Cloud, session: Session, wanted: SignedCall, services: Services): Session | Refused {
  const { caller, name } = services.operations.get(wanted.operation) ?? {};
  if (!caller) return session;
  const input = wanted.input ?? {};
  const wrong = services.fault?.(name ?? '', input);
  return wrong ? { fault: wrong } : caller(siteOf(cloud, session, wanted), input);
}

function remembered(outcome: Outcome, session: Session, wanted: SignedCall): Cloud {
  const { cloud, parts } = outcome;
  const account = session.principal.account;
  return withEvent(withUse(cloud, session, wanted), {
    region: wanted.region,
    operation: wanted.operation,
    session,
    account,
    owner: ownerOf(cloud, parts) ?? account,
    input: wanted.input ?? {},
    ...('fault' in outcome ? { fault: outcome.fault satisfies Fault } : { reply: outcome.reply }),
    parts,
  });
}

function ownerOf(cloud: Cloud, parts: readonly Part[]): string | undefined {
  const owner = parts[0]?.request.resourceAccount;
  return owner !== undefined && lookup(cloud.accounts, owner) ? owner : undefined;
}
