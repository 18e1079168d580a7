// Every policy document of a cloud under one name, to be listed, read and rewritten. Rewriting asks nobody: it is the lab's pencil.
import { readDocument, type Document, type PolicyKind } from '#evaluator';
import { withAccount, type Account, type Cloud, type DocumentText } from './cloud.ts';

/** Such as `group/developers/inline/launch`, `role/bookings/trust`, `policy/FirstWeek`, `bucket/tern-timetables/policy`. */
export type DocumentId = string;

export interface StoredDocument {
  readonly id: DocumentId;
  readonly account: string;
  readonly kind: PolicyKind;
  readonly text: DocumentText;
}

/** All documents, identities first, in the order of their names in the world. */
export function documentsOf(cloud: Cloud): readonly StoredDocument[] {
  return Object.values(cloud.accounts).flatMap(documentsOfAccount);
}

function documentsOfAccount(account: Account): StoredDocument[] {
  const boundaries = new Set(
    [...Object.values(account.users), ...Object.values(account.roles)].map((identity) => identity.boundary),
  );
  const stored = (id: DocumentId, kind: PolicyKind, text: DocumentText): StoredDocument => ({
    id,
    kind,
    text,
    account: account.id,
  });
  const inline = (
    kind: 'user' | 'group' | 'role',
    named: Readonly<Record<string, { inline: Readonly<Record<string, DocumentText>> }>>,
  ) =>
    Object.entries(named).flatMap(([name, { inline: policies }]) =>
      Object.entries(policies).map(([policy, text]) =>
        stored(`${kind}/${name}/inline/${policy}`, 'identity', text),
      ),
    );
  return [
    ...inline('user', account.users),
    ...inline('group', account.groups),
    ...Object.entries(account.roles).map(([name, role]) => stored(`role/${name}/trust`, 'trust', role.trust)),
    ...inline('role', account.roles),
    ...Object.entries(account.policies).map(([name, text]) =>
      stored(`policy/${name}`, boundaries.has(name) ? 'boundary' : 'identity', text),
    ),
    ...Object.entries(account.buckets).flatMap(([name, bucket]) =>
      bucket.policy === undefined ? [] : [stored(`bucket/${name}/policy`, 'resource', bucket.policy)],
    ),
  ];
}

/** The cloud with another text in one document. The text may be anything. @throws when there is no such document */
export function writeDocument(cloud: Cloud, id: DocumentId, text: DocumentText): Cloud {
  const found = documentsOf(cloud).find((document) => document.id === id);
  const account = found && cloud.accounts[found.account];
  if (!account) throw new Error(`no document ${id}`);
  return withAccount(cloud, rewrite(account, id, text));
}

function rewrite(account: Account, id: DocumentId, text: DocumentText): Account {
  const [kind = '', name = '', part = '', policy = ''] = id.split('/');
  const put = <T extends { readonly inline: Readonly<Record<string, DocumentText>> }>(
    named: Readonly<Record<string, T>>,
  ): Readonly<Record<string, T>> => {
    const holder = named[name];
    return holder ? { ...named, [name]: { ...holder, inline: { ...holder.inline, [policy]: text } } } : named;
  };
  const role = account.roles[name];
  const bucket = account.buckets[name];
  if (kind === 'user') return { ...account, users: put(account.users) };
  if (kind === 'group') return { ...account, groups: put(account.groups) };
  if (kind === 'role' && part === 'trust' && role) {
    return { ...account, roles: { ...account.roles, [name]: { ...role, trust: text } } };
  }
  if (kind === 'role') return { ...account, roles: put(account.roles) };
  if (kind === 'bucket' && bucket) {
    return { ...account, buckets: { ...account.buckets, [name]: { ...bucket, policy: text } } };
  }
  return { ...account, policies: { ...account.policies, [name]: text } };
}

const KEPT_AT_MOST = 400;
const LARGEST_KEPT = 50_000;
const read = new Map<string, Document>();

/** A document, read once for each text and kind; a text beyond any quota is read again each time. */
export function documentOf(text: DocumentText, kind: PolicyKind): Document {
  if (text.length > LARGEST_KEPT) return readDocument(text, kind);
  const key = `${kind} ${text}`;
  const known = read.get(key);
  if (known) return known;
  const document = readDocument(text, kind);
  if (read.size >= KEPT_AT_MOST) read.clear();
  read.set(key, document);
  return document;
}
