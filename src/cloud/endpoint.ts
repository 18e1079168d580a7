// Which VPC endpoint a request passes through. It knows nothing of what the policy of the endpoint says.
import type { Context } from '#evaluator';
import { lookup, type Account, type Cloud, type Endpoint } from './cloud.ts';
import { keptOf, type Session } from './session.ts';

/** An endpoint on the way of a request. */
export interface Passed {
  readonly account: Account;
  readonly name: string;
  readonly endpoint: Endpoint;
}

/**
 * The endpoint that the request's own `aws:SourceVpce` names, else the one that the VPC of the caller's session has for
 * the service. An endpoint carries requests to its own service alone, once it is ready. Source: vpc-endpoint-policies.
 */
export function passedOf(
  cloud: Cloud,
  session: Session,
  { action, context }: { readonly action: string; readonly context: Context },
): Passed | undefined {
  const named = Object.entries(context).find(([key]) => key.toLowerCase() === 'aws:sourcevpce')?.[1];
  const owner = lookup(cloud.accounts, session.principal.account);
  const vpc = session.vpc ?? (owner && keptOf(owner, session)?.vpc);
  const service = action.split(':')[0]?.toLowerCase();
  return Object.values(cloud.accounts)
    .flatMap((account) =>
      Object.entries(account.endpoints ?? {}).map(([name, endpoint]) => ({ account, name, endpoint })),
    )
    .find(
      ({ account, endpoint }) =>
        endpoint.service === service &&
        isOpen(endpoint, cloud.time) &&
        (named === undefined
          ? vpc !== undefined && account === owner && endpoint.vpc === vpc
          : endpoint.id === named),
    );
}

/** An interface is passed by requests to the service's own name only if the VPC knows it by that name. */
function isOpen({ detail }: Endpoint, now: number): boolean {
  return !detail || (detail.ready <= now && (detail.type === 'Gateway' || detail.privateDns));
}
