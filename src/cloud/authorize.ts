// One (action, resource) pair of a caller, decided. It changes nothing and knows no operation.
import { decide, type Context, type Layers, type Request, type Verdict } from '#evaluator';
import { lookup, type Cloud } from './cloud.ts';
import { contextOf, mergeContexts } from './context.ts';
import { passedOf } from './endpoint.ts';
import { layersOf } from './layers.ts';
import type { Names } from './names.ts';
import { isManagement } from './organization.ts';
import { ownerOf } from './owner.ts';
import type { Session } from './session.ts';
import { resourceTagKeys } from './tags.ts';

/** One action on one resource, as a lesson asks it. */
export interface BareRequest {
  readonly action: string;
  /** The resource's ARN. */
  readonly on: string;
  /** Condition keys beside those that the cloud gives; they win over them. */
  readonly context?: Context;
  /** The caller's own account answers for it, whoever owns the resource. */
  readonly own?: true;
}

/** A pair that was decided, with the names of the documents that it was decided under. */
export interface Part {
  readonly request: Request;
  readonly layers: Layers;
  readonly names: Names;
  readonly verdict: Verdict;
}

/**
 * Decides one pair. What nobody here owns counts as the caller's own.
 * @param region where it is asked; the caller's own region when absent
 */
export function partOf(
  cloud: Cloud,
  session: Session,
  { action, on, context = {}, own }: BareRequest,
  region?: string,
): Part {
  const { principal } = session;
  const resourceAccount = (own ? undefined : ownerOf(cloud, on)) ?? principal.account;
  const owner = lookup(cloud.accounts, resourceAccount);
  const passed = passedOf(cloud, session, { action, context });
  const request: Request = {
    principal: isManagement(cloud, principal.account)
      ? { ...principal, inManagementAccount: true }
      : principal,
    action,
    resource: on,
    resourceAccount,
    context: mergeContexts(
      {
        ...contextOf(cloud, session, { resourceAccount, passed, region }),
        ...(owner ? resourceTagKeys(owner, action, on) : {}),
      },
      context,
    ),
    ...(isManagement(cloud, resourceAccount) ? { resourceInManagementAccount: true } : {}),
  };
  const { layers, names } = layersOf(cloud, session, { action, on, resourceAccount, passed });
  return { request, layers, names, verdict: decide(request, layers) };
}
