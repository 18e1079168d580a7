// Which documents apply to one request, each with its name.
import type { Layers } from '#evaluator';
import { lookup, roleOf, type Account, type Cloud, type Identity } from './cloud.ts';
import { documentOf, type DocumentId } from './documents.ts';
import { holderOf, type Session } from './session.ts';

/** Names of the documents, in the places where the layers hold them. */
export interface Names {
  readonly identity: readonly DocumentId[];
  readonly boundary?: DocumentId;
  readonly resource?: DocumentId;
}

interface Source {
  readonly id: DocumentId;
  readonly text: string;
}

export interface Wanted {
  readonly action: string;
  /** The resource's ARN, and the account that owns it. */
  readonly on: string;
  readonly resourceAccount: string;
}

export function layersOf(cloud: Cloud, session: Session, wanted: Wanted): { layers: Layers; names: Names } {
  const owner = lookup(cloud.accounts, session.principal.account);
  const identity = owner ? identitySources(owner, session) : [];
  const boundary = owner && boundarySource(owner, session);
  const resource = resourceSource(cloud, wanted);
  return {
    layers: {
      identity: identity.map(({ text }) => documentOf(text, 'identity')),
      ...(boundary ? { boundary: documentOf(boundary.text, 'boundary') } : {}),
      ...(resource ? { resource: documentOf(resource.text, resource.kind) } : {}),
    },
    names: {
      identity: identity.map(({ id }) => id),
      ...(boundary ? { boundary: boundary.id } : {}),
      ...(resource ? { resource: resource.id } : {}),
    },
  };
}

/** The caller's own policies, then those of its groups; a managed policy that is attached twice counts once. */
function identitySources(account: Account, session: Session): Source[] {
  const holder = holderOf(account, session);
  if (!holder) return [];
  const of = (prefix: string, from: Pick<Identity, 'inline' | 'attached'>): Source[] => [
    ...Object.entries(from.inline).map(([name, text]) => ({ id: `${prefix}/inline/${name}`, text })),
    ...from.attached.flatMap((name) => managed(account, name) ?? []),
  ];
  const groups = ('groups' in holder ? holder.groups : []).flatMap((name) => {
    const group = lookup(account.groups, name);
    return group ? of(`group/${name}`, group) : [];
  });
  const kind = session.principal.type === 'user' ? 'user' : 'role';
  const all = [...of(`${kind}/${session.name}`, holder), ...groups];
  return [...new Map(all.map((source) => [source.id, source])).values()];
}

function boundarySource(account: Account, session: Session): Source | undefined {
  const name = holderOf(account, session)?.boundary;
  return name === undefined ? undefined : managed(account, name);
}

function managed(account: Account, name: string): Source | undefined {
  const text = lookup(account.policies, name);
  return text === undefined ? undefined : { id: `policy/${name}`, text };
}

/** The bucket's policy; for taking a role its trust policy. Source: ug-evaluation-logic. */
function resourceSource(
  cloud: Cloud,
  wanted: Wanted,
): (Source & { readonly kind: 'trust' | 'resource' }) | undefined {
  const owner = lookup(cloud.accounts, wanted.resourceAccount);
  if (!owner) return undefined;
  if (/^sts:(?:assumerole|tagsession|setsourceidentity)/i.test(wanted.action)) {
    const name = roleOf(owner, wanted.on);
    const role = name === undefined ? undefined : lookup(owner.roles, name);
    return name === undefined || !role
      ? undefined
      : { id: `role/${name}/trust`, text: role.trust, kind: 'trust' };
  }
  const bucket = bucketOf(wanted.on);
  const text = bucket === undefined ? undefined : lookup(owner.buckets, bucket)?.policy;
  if (bucket === undefined || text === undefined) return undefined;
  return { id: `bucket/${bucket}/policy`, text, kind: 'resource' };
}

/** The bucket's name in the ARN of a bucket or an object. */
function bucketOf(arn: string): string | undefined {
  return /^arn:aws:s3:::([^/]+)/.exec(arn)?.[1];
}

/** The account that owns what an ARN means, where the ARN or the cloud says so. */
export function ownerOf(cloud: Cloud, arn: string): string | undefined {
  const bucket = bucketOf(arn);
  if (bucket !== undefined)
    return Object.values(cloud.accounts).find(({ buckets }) => lookup(buckets, bucket))?.id;
  const account = arn.split(':')[4] ?? '';
  return account === '' ? undefined : account;
}
