// One (action, resource) pair of a caller: which documents apply, which keys the request carries, what is decided.
import { decide, type Context, type Layers, type Principal, type Request, type Verdict } from '#evaluator';
import { accountOf, iamArn, type Account, type Cloud, type Identity } from './cloud.ts';
import { documentOf, type DocumentId } from './documents.ts';
import type { Session } from './session.ts';

/** One action on one resource, as a lesson asks it. */
export interface BareRequest {
  readonly action: string;
  /** The resource's ARN. */
  readonly on: string;
  readonly context?: Context;
}

/** A pair that was decided, with the names of the documents that it was decided under. */
export interface Part {
  readonly request: Request;
  readonly layers: Layers;
  readonly names: {
    readonly identity: readonly DocumentId[];
    readonly boundary?: DocumentId;
    readonly resource?: DocumentId;
  };
  readonly verdict: Verdict;
}

interface Source {
  readonly id: DocumentId;
  readonly text: string;
}

export function partOf(cloud: Cloud, session: Session, bare: BareRequest): Part {
  const { principal } = session;
  const owner = principal.account === '' ? undefined : accountOf(cloud, principal.account);
  const resourceAccount = accountOfResource(cloud, bare.on) ?? principal.account;
  const request: Request = {
    principal,
    action: bare.action,
    resource: bare.on,
    resourceAccount,
    context: { ...contextOf(cloud, session, owner, resourceAccount), ...bare.context },
  };
  const identity = owner ? identitySources(owner, session) : [];
  const boundary = owner && boundarySource(owner, session);
  const resource = resourceSource(cloud, bare, resourceAccount);
  const layers: Layers = {
    identity: identity.map(({ text }) => documentOf(text, 'identity')),
    ...(boundary ? { boundary: documentOf(boundary.text, 'boundary') } : {}),
    ...(resource ? { resource: documentOf(resource.text, resource.kind) } : {}),
  };
  return {
    request,
    layers,
    names: {
      identity: identity.map(({ id }) => id),
      ...(boundary ? { boundary: boundary.id } : {}),
      ...(resource ? { resource: resource.id } : {}),
    },
    verdict: decide(request, layers),
  };
}

function holderOf(account: Account, session: Session): (Identity & { readonly boundary?: string; readonly groups?: readonly string[] }) | undefined {
  const { type } = session.principal;
  if (type === 'user') return account.users[session.name];
  return type === 'assumedRole' ? account.roles[session.name] : undefined;
}

function identitySources(account: Account, session: Session): Source[] {
  const holder = holderOf(account, session);
  if (!holder) return [];
  const kind = session.principal.type === 'user' ? 'user' : 'role';
  const of = (prefix: string, from: Pick<Identity, 'inline' | 'attached'>): Source[] => [
    ...Object.entries(from.inline).map(([name, text]) => ({ id: `${prefix}/inline/${name}`, text })),
    ...from.attached.flatMap((name) => {
      const text = account.policies[name];
      return text === undefined ? [] : [{ id: `policy/${name}`, text }];
    }),
  ];
  const groups = (holder.groups ?? []).flatMap((name) => {
    const group = account.groups[name];
    return group ? of(`group/${name}`, group) : [];
  });
  const seen = new Set<DocumentId>();
  return [...of(`${kind}/${session.name}`, holder), ...groups].filter(({ id }) => !seen.has(id) && seen.add(id));
}

function boundarySource(account: Account, session: Session): Source | undefined {
  const name = holderOf(account, session)?.boundary;
  const text = name === undefined ? undefined : account.policies[name];
  return name === undefined || text === undefined ? undefined : { id: `policy/${name}`, text };
}

function resourceSource(cloud: Cloud, { action, on }: BareRequest, account: string): (Source & { readonly kind: 'trust' | 'resource' }) | undefined {
  const owner = cloud.accounts[account];
  if (!owner) return undefined;
  if (/^sts:assumerole/i.test(action)) {
    const role = Object.entries(owner.roles).find(([name, { path }]) => iamArn(account, 'role', path, name) === on);
    return role && { id: `role/${role[0]}/trust`, text: role[1].trust, kind: 'trust' };
  }
  const bucket = bucketOf(on);
  const text = bucket === undefined ? undefined : owner.buckets[bucket]?.policy;
  return bucket === undefined || text === undefined ? undefined : { id: `bucket/${bucket}/policy`, text, kind: 'resource' };
}

/** The bucket's name in the ARN of a bucket or an object. */
function bucketOf(arn: string): string | undefined {
  return /^arn:aws:s3:::([^/]+)/.exec(arn)?.[1];
}

function accountOfResource(cloud: Cloud, arn: string): string | undefined {
  const bucket = bucketOf(arn);
  if (bucket === undefined) return arn.split(':')[4] || undefined;
  return Object.values(cloud.accounts).find((account) => Object.hasOwn(account.buckets, bucket))?.id;
}

const PRINCIPAL_TYPES: Partial<Record<Principal['type'], string>> = { root: 'Account', user: 'User', assumedRole: 'AssumedRole' };

/** The keys that every request of this caller carries. An address is one of those kept for documentation. */
function contextOf(cloud: Cloud, session: Session, account: Account | undefined, resourceAccount: string): Context {
  const { principal, name } = session;
  const context: Record<string, string> = {
    'aws:CurrentTime': new Date(cloud.time).toISOString().replace('.000Z', 'Z'),
    'aws:EpochTime': String(Math.floor(cloud.time / 1000)),
    'aws:SecureTransport': 'true',
    'aws:ResourceAccount': resourceAccount,
    'aws:PrincipalIsAWSService': String(principal.type === 'service'),
  };
  if (!account) return { ...context, 'aws:PrincipalServiceName': principal.arn };
  const holder = holderOf(account, session);
  const userid = principal.type === 'assumedRole' ? `${holder?.id ?? ''}:${principal.arn.split('/').at(-1) ?? ''}` : (holder?.id ?? account.id);
  Object.assign(context, {
    'aws:PrincipalArn': principal.roleArn ?? principal.arn,
    'aws:PrincipalAccount': account.id,
    'aws:PrincipalType': PRINCIPAL_TYPES[principal.type] ?? '',
    'aws:RequestedRegion': account.region,
    'aws:SourceIp': '192.0.2.17',
    'aws:ViaAWSService': 'false',
    'aws:userid': userid,
  });
  if (principal.type === 'user') context['aws:username'] = name;
  if (principal.type === 'assumedRole') context['aws:MultiFactorAuthPresent'] = 'false';
  for (const [key, value] of Object.entries(holder?.tags ?? {})) context[`aws:PrincipalTag/${key}`] = value;
  return context;
}
