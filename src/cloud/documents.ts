// Every policy document of a cloud under one name, to be listed, read and rewritten. Rewriting asks nobody: it is the lab's pencil.
import type { PolicyKind } from '#evaluator';
import {
  withAccount,
  type Account,
  type Cloud,
  type DocumentText,
  type ManagedPolicy,
  type Named,
  type Organization,
} from './cloud.ts';
import { defaultText } from './managed.ts';

/**
 * Such as `group/developers/inline/launch`, `role/bookings/trust`, `policy/FirstWeek`, `bucket/tern-timetables/policy`,
 * `session/night-1/policy`, `endpoint/quay/policy`, `org/scp/NoLeaving`. What is not of the first account, or of the first
 * organization, has the owner's id in front: `444455556666/bucket/tern-reports/policy`.
 */
export type DocumentId = string;

export interface StoredDocument {
  readonly id: DocumentId;
  /** The account or organization whose it is. */
  readonly owner: string;
  readonly kind: PolicyKind;
  readonly text: DocumentText;
}

/** A document by its name among those of its owner. */
type Own = Omit<StoredDocument, 'owner'>;

/** The name of a document in the whole cloud. @param own its name among those of its owner */
export function fullId(cloud: Cloud, owner: string, own: DocumentId): DocumentId {
  const isFirst = [cloud.accounts, cloud.organizations ?? {}].some(
    (owners) => Object.keys(owners)[0] === owner,
  );
  return isFirst ? own : `${owner}/${own}`;
}

/** All documents: those of accounts, identities first, then those of organizations, in the order of the world. */
export function documentsOf(cloud: Cloud): readonly StoredDocument[] {
  const of = (owner: string, own: readonly Own[]): readonly StoredDocument[] =>
    own.map((document) => ({ ...document, id: fullId(cloud, owner, document.id), owner }));
  return [
    ...Object.values(cloud.accounts).flatMap((account) => of(account.id, documentsOfAccount(account))),
    ...Object.values(cloud.organizations ?? {}).flatMap((one) => of(one.id, documentsOfOrganization(one))),
  ];
}

function documentsOfAccount(account: Account): Own[] {
  const boundaries = new Set(
    [...Object.values(account.users), ...Object.values(account.roles)].map((identity) => identity.boundary),
  );
  const inline = (
    kind: 'user' | 'group' | 'role',
    named: Named<{ readonly inline: Named<DocumentText> }>,
  ): Own[] =>
    Object.entries(named).flatMap(([name, { inline: policies }]) =>
      texts(policies).map(([policy, text]) => ({
        id: `${kind}/${name}/inline/${policy}`,
        kind: 'identity',
        text,
      })),
    );
  const policyOf = (
    part: string,
    kind: PolicyKind,
    named: Named<{ readonly policy?: DocumentText }> = {},
  ): Own[] =>
    Object.entries(named).flatMap(([name, { policy: text }]) =>
      text === undefined ? [] : [{ id: `${part}/${name}/policy`, kind, text }],
    );
  return [
    ...inline('user', account.users),
    ...inline('group', account.groups),
    ...Object.entries(account.roles).map(([name, role]): Own => ({
      id: `role/${name}/trust`,
      kind: 'trust',
      text: role.trust,
    })),
    ...inline('role', account.roles),
    ...Object.entries(account.policies).map(([name, policy]): Own => ({
      id: `policy/${name}`,
      kind: boundaries.has(name) ? 'boundary' : 'identity',
      text: defaultText(policy),
    })),
    ...policyOf('session', 'session', account.sessions),
    ...policyOf('bucket', 'resource', account.buckets),
    ...policyOf('endpoint', 'vpce', account.endpoints),
    ...Object.entries(account.resourcePolicies ?? {}).map(([arn, { text }]): Own => ({
      id: `resource/${arn}/policy`,
      kind: 'resource',
      text,
    })),
  ];
}

function documentsOfOrganization({ scp, rcp }: Organization): Own[] {
  return [
    ...texts(scp).map(([name, text]): Own => ({ id: `org/scp/${name}`, kind: 'scp', text })),
    ...texts(rcp).map(([name, text]): Own => ({ id: `org/rcp/${name}`, kind: 'rcp', text })),
  ];
}

function texts(named: Named<DocumentText>): readonly (readonly [string, DocumentText])[] {
  return Object.entries(named);
}

/** The cloud with another text in one document. The text may be anything. @throws when there is no such document */
export function writeDocument(cloud: Cloud, id: DocumentId, text: DocumentText): Cloud {
  const found = documentsOf(cloud).find((document) => document.id === id);
  if (!found) throw new Error(`no document ${id}`);
  const own = id.startsWith(`${found.owner}/`) ? id.slice(found.owner.length + 1) : id;
  const path = own.split('/');
  const account = cloud.accounts[found.owner];
  if (account) return withAccount(cloud, rewrite(account, path, text));
  const organization = cloud.organizations?.[found.owner];
  if (!organization) return cloud;
  const [, kind = '', name = ''] = path;
  const changed =
    kind === 'scp'
      ? { ...organization, scp: { ...organization.scp, [name]: text } }
      : { ...organization, rcp: { ...organization.rcp, [name]: text } };
  return { ...cloud, organizations: { ...cloud.organizations, [organization.id]: changed } };
}

type Rewrite = (account: Account, name: string, text: DocumentText, inline: string) => Account;

/** How a document of each kind is put back where it was. */
const REWRITE: Readonly<Record<string, Rewrite>> = {
  user: (account, name, text, inline) => ({
    ...account,
    users: withInline(account.users, name, inline, text),
  }),
  group: (account, name, text, inline) => ({
    ...account,
    groups: withInline(account.groups, name, inline, text),
  }),
  role: (account, name, text, inline) => ({
    ...account,
    roles: withInline(account.roles, name, inline, text),
  }),
  trust: (account, name, trust) => ({ ...account, roles: withPart(account.roles, name, { trust }) }),
  policy: (account, name, text) => ({ ...account, policies: withDefault(account.policies, name, text) }),
  session: (account, name, policy) => ({
    ...account,
    sessions: withPart(account.sessions ?? {}, name, { policy }),
  }),
  bucket: (account, name, policy) => ({ ...account, buckets: withPart(account.buckets, name, { policy }) }),
  endpoint: (account, name, policy) => ({
    ...account,
    endpoints: withPart(account.endpoints ?? {}, name, { policy }),
  }),
};

function rewrite(account: Account, path: readonly string[], text: DocumentText): Account {
  if (path[0] === 'resource') {
    const arn = path.slice(1, -1).join('/');
    return {
      ...account,
      resourcePolicies: withPart(account.resourcePolicies ?? {}, arn, { text }),
    };
  }
  const [kind = '', name = '', part = '', inline = ''] = path;
  return REWRITE[part === 'trust' ? part : kind]?.(account, name, text, inline) ?? account;
}

function withPart<T extends object>(named: Named<T>, name: string, part: Partial<T>): Named<T> {
  const holder = named[name];
  return holder ? { ...named, [name]: { ...holder, ...part } } : named;
}

function withDefault(named: Named<ManagedPolicy>, name: string, text: DocumentText): Named<ManagedPolicy> {
  const policy = named[name];
  if (!policy) return named;
  const versions = policy.versions.map((one) => (one.id === policy.default ? { ...one, text } : one));
  return { ...named, [name]: { ...policy, versions } };
}

function withInline<T extends { readonly inline: Named<DocumentText> }>(
  named: Named<T>,
  name: string,
  policy: string,
  text: DocumentText,
): Named<T> {
  const holder = named[name];
  return holder ? { ...named, [name]: { ...holder, inline: { ...holder.inline, [policy]: text } } } : named;
}
