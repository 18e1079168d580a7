// The worked cases: lines of the `evaluate` door, each with the rule that it is about.
import { readdirSync, readFileSync } from 'node:fs';
import {
  readDocument,
  type Decision,
  type Document,
  type Layers,
  type PolicyKind,
  type Request,
  type RuleId,
} from '../index.ts';

export interface Case {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly principal: Request['principal'];
  readonly request: Omit<Request, 'principal'>;
  readonly identityPolicies: readonly unknown[];
  readonly resourcePolicy?: unknown;
  readonly permissionsBoundary?: unknown;
  readonly sessionPolicies?: readonly unknown[];
  readonly serviceControlPolicies?: readonly (readonly unknown[])[];
  readonly resourceControlPolicies?: readonly (readonly unknown[])[];
  readonly vpcEndpointPolicy?: unknown;
  readonly expected: Decision;
  /** The rule that decides the case, and whether it holds somewhere in the trace. */
  readonly rule: RuleId;
  readonly holds: boolean;
}

const FOLDER = new URL('cases/', import.meta.url);

export const CASES: readonly Case[] = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(new URL(file, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case),
);

const document = (value: unknown, kind: PolicyKind): Document =>
  readDocument(typeof value === 'string' ? value : JSON.stringify(value), kind);

export function requestOf(one: Case): Request {
  const { arn, account, ...principal } = one.principal as Partial<Request['principal']> & {
    type: Request['principal']['type'];
  };
  return { ...one.request, principal: { ...principal, arn: arn ?? '', account: account ?? '' } };
}

export function layersOf(one: Case): Layers {
  const all = (list: readonly unknown[] = [], kind: PolicyKind): readonly Document[] =>
    list.map((value) => document(value, kind));
  const only = (value: unknown, kind: PolicyKind): Document | undefined =>
    value === undefined || value === null ? undefined : document(value, kind);
  const trust = /^sts:(?:AssumeRole|TagSession|SetSourceIdentity)/.test(one.request.action);
  const resource = only(one.resourcePolicy, trust ? 'trust' : 'resource');
  const boundary = only(one.permissionsBoundary, 'boundary');
  const vpce = only(one.vpcEndpointPolicy, 'vpce');
  return {
    identity: all(one.identityPolicies, 'identity'),
    session: all(one.sessionPolicies, 'session'),
    scp: (one.serviceControlPolicies ?? []).map((level) => all(level, 'scp')),
    rcp: (one.resourceControlPolicies ?? []).map((level) => all(level, 'rcp')),
    ...(resource ? { resource } : {}),
    ...(boundary ? { boundary } : {}),
    ...(vpce ? { vpce } : {}),
  };
}
