// All layers of a request, read once, and whom the policies of an organization do not bind.
import { prepare, type Asked } from './asked.ts';
import { readFor, type Read } from './read-documents.ts';
import type { Document, PolicyKind } from './policy.ts';
import type { Layers, Levels, Request } from './request.ts';
import type { RuleId } from './rules.ts';

export interface ReadLayers {
  readonly asked: Asked;
  readonly identity: readonly Read[];
  readonly boundary?: Read;
  /** Absent when the session has no session policy. */
  readonly session?: readonly Read[];
  readonly resource?: Read;
  /** Absent when no service control policies were given. */
  readonly scp?: readonly (readonly Read[])[];
  readonly rcp?: readonly (readonly Read[])[];
  readonly vpce?: Read;
  /** Why the service control policies, or the resource control policies, do not bind here. */
  readonly scpExempt?: RuleId;
  readonly rcpExempt?: RuleId;
}

export function readLayers(request: Request, layers: Layers): ReadLayers {
  const asked = prepare(request, layers.boundary !== undefined);
  const one = (document: Document, policy = 0): Read =>
    readFor(asked, document, { layer: document.kind, policy });
  const levels = (given: Levels, layer: PolicyKind): Read[][] =>
    given.map((level, at) =>
      level.map((document, policy) => readFor(asked, document, { layer, level: at, policy })),
    );
  const { boundary, session = [], resource, scp = [], rcp = [], vpce } = layers;
  const [scpExempt, rcpExempt] = [exemptFromScp(request), exemptFromRcp(request)];
  return {
    asked,
    identity: layers.identity.map(one),
    ...(boundary ? { boundary: one(boundary) } : {}),
    ...(session.length > 0 ? { session: session.map(one) } : {}),
    ...(resource ? { resource: one(resource) } : {}),
    ...(scp.length > 0 ? { scp: levels(scp, 'scp') } : {}),
    ...(rcp.length > 0 ? { rcp: levels(rcp, 'rcp') } : {}),
    ...(vpce ? { vpce: one(vpce) } : {}),
    ...(scpExempt ? { scpExempt } : {}),
    ...(rcpExempt ? { rcpExempt } : {}),
  };
}

/** Every document that was given, those that do not bind included. */
export function allRead({
  resource,
  vpce,
  identity,
  boundary,
  session = [],
  scp = [],
  rcp = [],
}: ReadLayers): readonly Read[] {
  const one = (read: Read | undefined): readonly Read[] => (read ? [read] : []);
  return [
    ...rcp.flat(),
    ...scp.flat(),
    ...one(resource),
    ...one(vpce),
    ...identity,
    ...one(boundary),
    ...session,
  ];
}

/** A caller without an account of its own. */
export function isOutsider({ principal: { type } }: Pick<Request, 'principal'>): boolean {
  return type === 'service' || type === 'federatedProvider' || type === 'anonymous';
}

/** Source: org-scps. */
function exemptFromScp(request: Request): RuleId | undefined {
  if (request.principal.serviceLinkedRole) return 'service-linked-role-is-not-bound';
  if (request.principal.inManagementAccount) return 'management-account-is-not-bound';
  return isOutsider(request) ? 'scp-binds-only-principals-of-the-account' : undefined;
}

/** Source: org-rcps. */
function exemptFromRcp(request: Request): RuleId | undefined {
  if (request.principal.serviceLinkedRole) return 'service-linked-role-is-not-bound';
  return request.resourceInManagementAccount ? 'management-account-is-not-bound' : undefined;
}
