// A line of the evaluate door, read into a request and its documents. Every field is checked; none is skipped.
import { isInvalid, messageOf, placeOf, readDocument, refusalsOf } from '#evaluator';
import type { Context, Document, Layers, PolicyKind, Principal, PrincipalType, Request } from '#evaluator';
import { isRecord, Unreadable } from './lines.ts';

const TYPES: readonly string[] = [
  'root',
  'user',
  'assumedRole',
  'federatedUser',
  'service',
  'federatedProvider',
  'anonymous',
] satisfies readonly PrincipalType[];

const REFUSED_LAYERS = [
  'sessionPolicies',
  'serviceControlPolicies',
  'resourceControlPolicies',
  'vpcEndpointPolicy',
] as const;

export interface Case {
  readonly request: Request;
  readonly layers: Layers;
  readonly documents: readonly {
    readonly kind: PolicyKind;
    readonly policy: number;
    readonly document: Document;
  }[];
}

/** @throws Unreadable when a field is missing, of the wrong type, or needs a rule that is not evaluated yet */
export function readCase(input: Record<string, unknown>): Case {
  const principal = readPrincipal(input['principal']);
  const request = readRequest(input['request'], principal);
  const refused = REFUSED_LAYERS.filter((name) => !isNothing(input[name]));
  const all = [...refused, ...refusalsOf(request)];
  if (all.length > 0) throw new Unreadable(`not evaluated here yet: ${all.join(', ')}`);
  const trust = /^sts:assumerole/i.test(request.action);
  const policies = input['identityPolicies'] ?? [];
  if (!Array.isArray(policies)) throw new Unreadable('identityPolicies must be a list of documents');
  const identity = policies.map((policy) => readPolicy(policy, 'identity'));
  const boundary = one(input['permissionsBoundary'], 'boundary');
  const resource = one(input['resourcePolicy'], trust ? 'trust' : 'resource');
  const documents = [
    ...identity.map((document, policy) => ({ kind: 'identity' as const, policy, document })),
    ...[boundary, resource].flatMap((document) =>
      document ? [{ kind: document.kind, policy: 0, document }] : [],
    ),
  ];
  for (const { document } of documents) refuse(document);
  const layers = { identity, ...(boundary ? { boundary } : {}), ...(resource ? { resource } : {}) };
  return { request, layers, documents };
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function one(value: unknown, kind: PolicyKind): Document | undefined {
  return isNothing(value) ? undefined : readPolicy(value, kind);
}

/** A document may be given as an object or as text. */
function readPolicy(value: unknown, kind: PolicyKind): Document {
  return readDocument(typeof value === 'string' ? value : JSON.stringify(value), kind);
}

function refuse(document: Document): void {
  const issue = isInvalid(document) ? document.issues.find((candidate) => candidate.refused) : undefined;
  if (!issue) return;
  const { line, column } = placeOf(document.text, issue.range.start);
  throw new Unreadable(
    `${document.kind} policy, ${issue.path}, line ${line} column ${column}: ${messageOf(issue)}`,
  );
}

function text(record: Record<string, unknown>, name: string, of: string): string {
  const value = record[name];
  if (typeof value !== 'string') throw new Unreadable(`${of}.${name} must be a string`);
  return value;
}

function isType(type: string): type is PrincipalType {
  return TYPES.includes(type);
}

function readPrincipal(value: unknown): Principal {
  if (!isRecord(value)) throw new Unreadable('principal must be an object');
  const type = text(value, 'type', 'principal');
  if (!isType(type)) throw new Unreadable(`principal.type must be one of ${TYPES.join(', ')}`);
  for (const flag of ['inManagementAccount', 'serviceLinkedRole']) {
    if (value[flag] !== undefined && typeof value[flag] !== 'boolean') {
      throw new Unreadable(`principal.${flag} must be true or false`);
    }
  }
  const nameless = type === 'service' || type === 'anonymous' || type === 'federatedProvider';
  const own = (name: string): string =>
    nameless && value[name] === null ? '' : text(value, name, 'principal');
  const principal = { type, arn: own('arn'), account: own('account') };
  if (type === 'assumedRole') return { ...principal, roleArn: text(value, 'roleArn', 'principal') };
  return principal;
}

function readRequest(value: unknown, principal: Principal): Request {
  if (!isRecord(value)) throw new Unreadable('request must be an object');
  const context = value['context'] ?? {};
  if (!isContext(context))
    throw new Unreadable('request.context must map keys to strings or lists of strings');
  return {
    principal,
    action: text(value, 'action', 'request'),
    resource: text(value, 'resource', 'request'),
    resourceAccount: text(value, 'resourceAccount', 'request'),
    context,
  };
}

function isContext(value: unknown): value is Context {
  const isText = (item: unknown): boolean => typeof item === 'string';
  return (
    isRecord(value) && Object.values(value).every((v) => isText(v) || (Array.isArray(v) && v.every(isText)))
  );
}
