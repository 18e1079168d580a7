// Which documents apply to one request, each with its name.
import type { Layers, PolicyKind } from '#evaluator';
import { lookup, type Account, type Cloud, type Identity } from './cloud.ts';
import { fullId, type DocumentId } from './documents.ts';
import { documentOf } from './read-document.ts';
import type { Passed } from './endpoint.ts';
import type { LevelNames, Names } from './names.ts';
import { FULL_ACCESS_TEXT, levelsOf, organizationOf, policiesOf, supportsRcp } from './organization.ts';
import { textOfPolicy } from './managed.ts';
import { resourcePolicyOf, type FoundPolicy } from './resource-policy.ts';
import { holderOf, keptOf, type Session } from './session.ts';

interface Source {
  readonly id: DocumentId;
  readonly text: string;
}

interface SourceLevel {
  readonly name: string;
  readonly sources: readonly Source[];
}

export interface Wanted {
  readonly action: string;
  /** The resource's ARN, and the account that owns it. */
  readonly on: string;
  readonly resourceAccount: string;
  /** The endpoint on the way. */
  readonly passed?: Passed | undefined;
}

export function layersOf(cloud: Cloud, session: Session, wanted: Wanted): { layers: Layers; names: Names } {
  const owner = lookup(cloud.accounts, session.principal.account);
  const identity = owner ? identitySources(cloud, owner, session) : [];
  const boundary = owner && boundarySource(cloud, owner, session);
  const passed = owner ? sessionSources(cloud, owner, session) : [];
  const resource = resourceSource(cloud, wanted);
  // Of a caller without an account those of the resource's are read: they are set aside, and the derivation says so.
  const scp = levelSources(cloud, session.principal.account || wanted.resourceAccount, 'scp');
  const rcp = supportsRcp(wanted.action) ? levelSources(cloud, wanted.resourceAccount, 'rcp') : [];
  const vpce = endpointSource(cloud, wanted.passed);
  const read = (sources: readonly Source[], kind: PolicyKind) =>
    sources.map(({ text }) => documentOf(text, kind));
  return {
    layers: {
      identity: read(identity, 'identity'),
      ...(boundary ? { boundary: documentOf(boundary.text, 'boundary') } : {}),
      ...(passed.length > 0 ? { session: read(passed, 'session') } : {}),
      ...(resource ? { resource: documentOf(resource.text, resource.kind) } : {}),
      ...(scp.length > 0 ? { scp: scp.map(({ sources }) => read(sources, 'scp')) } : {}),
      ...(rcp.length > 0 ? { rcp: rcp.map(({ sources }) => read(sources, 'rcp')) } : {}),
      ...(vpce ? { vpce: documentOf(vpce.text, 'vpce') } : {}),
    },
    names: {
      identity: identity.map(({ id }) => id),
      ...(boundary ? { boundary: boundary.id } : {}),
      ...(passed.length > 0 ? { session: passed.map(({ id }) => id) } : {}),
      ...(resource ? { resource: resource.id } : {}),
      ...(scp.length > 0 ? { scp: scp.map(levelNames) } : {}),
      ...(rcp.length > 0 ? { rcp: rcp.map(levelNames) } : {}),
      ...(vpce ? { vpce: vpce.id } : {}),
    },
  };
}

function levelNames({ name, sources }: SourceLevel): LevelNames {
  return { name, documents: sources.map(({ id }) => id) };
}

/**
 * What is attached above an account, level by level. Without a resource control policy of the organization's own there is
 * nothing to read: RCPFullAWSAccess is always there. Source: org-scps, org-rcps.
 */
function levelSources(cloud: Cloud, account: string, kind: 'scp' | 'rcp'): readonly SourceLevel[] {
  const organization = organizationOf(cloud, account);
  if (!organization || organization.off?.includes(kind) === true) return [];
  const policies = policiesOf(organization, kind);
  const levels = levelsOf(cloud, organization, account).map((level) => ({
    name: level.name,
    sources: level[kind].flatMap((name) => {
      const text = lookup(policies, name);
      return text === undefined ? [] : [{ id: fullId(cloud, organization.id, `org/${kind}/${name}`), text }];
    }),
  }));
  return kind === 'rcp' && levels.every(({ sources }) => sources.length === 0) ? [] : levels;
}

/** An endpoint without a policy lets everything through. Source: vpc-endpoint-policies. */
function endpointSource(cloud: Cloud, passed: Passed | undefined): Source | undefined {
  const text = passed?.endpoint.policy;
  return passed && text !== undefined
    ? { id: fullId(cloud, passed.account.id, `endpoint/${passed.name}/policy`), text }
    : undefined;
}

/** The session policies of a session: given with its credentials, or those of one that is kept. */
function sessionSources(cloud: Cloud, account: Account, session: Session): readonly Source[] {
  const kept = keptOf(account, session);
  const { policies = [], attached = [] } = session;
  if (!kept)
    return [
      ...policies.map((text, i) => ({ id: `credentials/${session.name}/policy-${i + 1}`, text })),
      ...attached.flatMap((name) => managed(cloud, account, name) ?? []),
    ];
  const id = fullId(cloud, account.id, `session/${session.kept ?? ''}/policy`);
  return [
    ...(kept.policy === undefined ? [] : [{ id, text: kept.policy }]),
    ...kept.attached.flatMap((name) => managed(cloud, account, name) ?? []),
  ];
}

/** The caller's own policies, then those of its groups; a managed policy that is attached twice counts once. */
function identitySources(cloud: Cloud, account: Account, session: Session): Source[] {
  const holder = holderOf(account, session);
  if (!holder) return isOfRoot(session) ? [{ id: 'credentials/root', text: FULL_ACCESS_TEXT }] : [];
  const of = (prefix: string, from: Pick<Identity, 'inline' | 'attached'>): Source[] => [
    ...Object.entries(from.inline).map(([name, text]) => ({
      id: fullId(cloud, account.id, `${prefix}/inline/${name}`),
      text,
    })),
    ...from.attached.flatMap((name) => managed(cloud, account, name) ?? []),
  ];
  const groups = ('groups' in holder ? holder.groups : []).flatMap((name) => {
    const group = lookup(account.groups, name);
    return group ? of(`group/${name}`, group) : [];
  });
  const kind = session.principal.type === 'assumedRole' ? 'role' : 'user';
  const all = [...of(`${kind}/${session.name}`, holder), ...groups];
  return [...new Map(all.map((source) => [source.id, source])).values()];
}

/** A federated user for whom root asked: nothing is kept from it but what its session policies leave out. */
function isOfRoot({ principal: { issuerArn = '' } }: Session): boolean {
  return issuerArn.endsWith(':root');
}

function boundarySource(cloud: Cloud, account: Account, session: Session): Source | undefined {
  const name = holderOf(account, session)?.boundary;
  return name === undefined ? undefined : managed(cloud, account, name);
}

function managed(cloud: Cloud, account: Account, name: string): Source | undefined {
  const text = textOfPolicy(cloud, account, name);
  if (text === undefined) return undefined;
  return { id: name.startsWith('arn:') ? name : fullId(cloud, account.id, `policy/${name}`), text };
}

function resourceSource(cloud: Cloud, wanted: Wanted): FoundPolicy | undefined {
  const owner = lookup(cloud.accounts, wanted.resourceAccount);
  const found = owner && resourcePolicyOf(cloud, owner, wanted);
  return owner && found && { ...found, id: fullId(cloud, owner.id, found.id) };
}
