// A verdict in the shape of AWS's Access Troubleshooter. Source: api-authorization-details.
import { decidingSteps } from './matched.ts';
import { placedDocuments } from './places.ts';
import type { PolicyKind } from './policy.ts';
import type { Layers, Request } from './request.ts';
import type { Pointer, Step, Verdict } from './trace.ts';

const TYPES = {
  identity: 'IDENTITY_BASED_POLICY',
  resource: 'RESOURCE_BASED_POLICY',
  trust: 'RESOURCE_BASED_POLICY',
  boundary: 'PERMISSIONS_BOUNDARY',
  session: 'SESSION_POLICY',
  scp: 'SERVICE_CONTROL_POLICY',
  rcp: 'RESOURCE_CONTROL_POLICY',
  vpce: 'VPC_ENDPOINT_POLICY',
} as const satisfies Readonly<Record<PolicyKind, string>>;

const EFFECTS = { allowed: 'ALLOW', explicitDeny: 'EXPLICIT_DENY', implicitDeny: 'IMPLICIT_DENY' } as const;

export interface MatchedPolicy {
  readonly uri: string;
  readonly matchedStatements: readonly { readonly sid: string; readonly evaluatedEffect: 'ALLOW' | 'DENY' }[];
}

export interface PolicyInfo {
  readonly uri: string;
  readonly type: (typeof TYPES)[PolicyKind];
  readonly inline: boolean;
  readonly attachedTo: readonly string[];
}

export interface AuthorizationDetails {
  readonly requestContext: Request['context'];
  readonly evaluations: readonly {
    readonly action: string;
    readonly resource: string;
    readonly context: Request['context'];
    readonly evaluatedEffect: (typeof EFFECTS)[keyof typeof EFFECTS];
    readonly matchedPolicies: readonly MatchedPolicy[];
  }[];
  readonly policies: readonly PolicyInfo[];
}

/** How a document is known outside. */
export type Known = Omit<PolicyInfo, 'type'>;

/**
 * The answer of `GetRequestAuthorizationDetails` for one evaluated pair. A statement without a Sid gets one made up; an
 * implicit denial has no matched policies.
 * @param knownAs how a document is known; without it, an address made of its kind and number
 */
export function authorizationDetails(
  request: Request,
  layers: Layers,
  verdict: Verdict,
  knownAs: (at: Omit<Pointer, 'range'>) => Known = unnamed,
): AuthorizationDetails {
  const { context, action, resource } = request;
  return {
    requestContext: context,
    evaluations: [
      {
        action,
        resource,
        context,
        evaluatedEffect: EFFECTS[verdict.decision],
        matchedPolicies: byPolicy(decidingSteps(verdict), knownAs),
      },
    ],
    policies: placedDocuments(layers).map(({ at }) => ({ ...knownAs(at), type: TYPES[at.layer] })),
  };
}

function byPolicy(matched: readonly Step[], knownAs: (at: Pointer) => Known): readonly MatchedPolicy[] {
  const policies = new Map<string, MatchedPolicy['matchedStatements'][number][]>();
  for (const { at, seen = {} } of matched) {
    if (!at) continue;
    const { uri } = knownAs(at);
    const sid = seen['sid'] ?? '';
    const statements = policies.get(uri) ?? [];
    statements.push({
      sid: sid === '' ? `GeneratedSid${at.statement ?? 0}` : sid,
      evaluatedEffect: seen['effect'] === 'Deny' ? 'DENY' : 'ALLOW',
    });
    policies.set(uri, statements);
  }
  return [...policies].map(([uri, matchedStatements]) => ({ uri, matchedStatements }));
}

function unnamed({ layer, level, policy }: Omit<Pointer, 'range'>): Known {
  const uri = level === undefined ? `policy:${layer}/${policy}` : `policy:${layer}/${level}/${policy}`;
  return { uri, inline: true, attachedTo: [] };
}
