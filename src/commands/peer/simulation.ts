// A line of the evaluate door in the form of the peer's public call. It translates and decides nothing.
import type { PrincipalType } from '#evaluator';
import { isRecord } from '../lines.ts';

/** What the peer's `runSimulation` takes; documents are objects. */
export interface Simulation {
  readonly request: {
    readonly principal: string | { readonly type: 'Anonymous' };
    readonly action: string;
    readonly resource: { readonly resource: string; readonly accountId: string };
    readonly contextVariables: Readonly<Record<string, string | readonly string[]>>;
  };
  readonly identityPolicies: readonly NamedPolicy[];
  readonly serviceControlPolicies: readonly OrganizationLevel[];
  readonly resourceControlPolicies: readonly OrganizationLevel[];
  readonly sessionPolicy?: unknown;
  readonly resourcePolicy?: unknown;
  readonly permissionBoundaryPolicies?: readonly NamedPolicy[];
  readonly vpcEndpointPolicies?: readonly NamedPolicy[];
}

interface NamedPolicy {
  readonly name: string;
  readonly policy: unknown;
}

interface OrganizationLevel {
  readonly orgIdentifier: string;
  readonly policies: readonly NamedPolicy[];
}

/** A line of the evaluate door, as an object. */
export interface Line {
  readonly principal: {
    readonly type: PrincipalType;
    readonly arn: string | null;
    readonly account: string | null;
    readonly roleArn?: string;
    readonly issuerArn?: string;
    readonly inManagementAccount?: boolean;
    readonly serviceLinkedRole?: boolean;
  };
  readonly request: {
    readonly action: string;
    readonly resource: string;
    readonly resourceAccount: string;
    readonly context: Readonly<Record<string, string | readonly string[]>>;
    readonly resourceInManagementAccount?: boolean;
  };
  readonly identityPolicies: readonly unknown[];
  readonly permissionsBoundary?: unknown;
  readonly sessionPolicies?: readonly unknown[];
  readonly serviceControlPolicies?: readonly (readonly unknown[])[];
  readonly resourceControlPolicies?: readonly (readonly unknown[])[];
  resourcePolicy?: unknown;
  readonly vpcEndpointPolicy?: unknown;
}

/**
 * The same question for the peer. What it has no field for is said in the form that it does have: an exempt caller comes
 * without the policies that do not bind it.
 */
export function simulationOf(line: Line): Simulation {
  const { principal, request, sessionPolicies = [] } = line;
  const isFree = principal.serviceLinkedRole === true;
  const scps = isFree || principal.inManagementAccount === true ? [] : (line.serviceControlPolicies ?? []);
  const rcps = isFree || request.resourceInManagementAccount === true ? [] : line.resourceControlPolicies;
  const session = merged(sessionPolicies);
  return {
    request: {
      principal: principal.type === 'anonymous' ? { type: 'Anonymous' } : (principal.arn ?? ''),
      action: request.action,
      resource: { resource: request.resource, accountId: request.resourceAccount },
      contextVariables: request.context,
    },
    identityPolicies: named(line.identityPolicies),
    serviceControlPolicies: principal.account === null ? [] : levels(scps),
    resourceControlPolicies: levels(rcps ?? []),
    ...(session === undefined ? {} : { sessionPolicy: session }),
    ...(line.resourcePolicy === undefined ? {} : { resourcePolicy: object(line.resourcePolicy) }),
    ...(line.permissionsBoundary === undefined
      ? {}
      : { permissionBoundaryPolicies: named([line.permissionsBoundary]) }),
    ...(line.vpcEndpointPolicy === undefined ? {} : { vpcEndpointPolicies: named([line.vpcEndpointPolicy]) }),
  };
}

function levels(given: readonly (readonly unknown[])[]): OrganizationLevel[] {
  return given.map((policies, at) => ({ orgIdentifier: `level-${at}`, policies: named(policies) }));
}

function named(documents: readonly unknown[]): NamedPolicy[] {
  return documents.map((document, at) => ({ name: `policy-${at}`, policy: object(document) }));
}

/** A document may stand in a line as text. */
function object(document: unknown): unknown {
  return typeof document === 'string' ? JSON.parse(document) : document;
}

/** The peer takes one session policy. Several are a set in which one Allow is enough: the same as their statements in one. */
function merged(documents: readonly unknown[]): unknown {
  if (documents.length < 2) return documents[0] === undefined ? undefined : object(documents[0]);
  const statements = documents.map(object).map((one) => (isRecord(one) ? one['Statement'] : undefined));
  return { Version: '2012-10-17', Statement: statements.flat() };
}
