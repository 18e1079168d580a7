// What people call the documents of a cloud. It reads none of them.
import type { Pointer } from '#evaluator';
import { documentIdAt, FULL_ACCESS, type DocumentId, type Part } from '#cloud';
import { lab } from '#strings';

/** `group/contractors/inline/timetables` → `contractors, timetables`; behind the id of an owner, that too where it tells. */
export function nameOf(id: DocumentId): string {
  if (id.startsWith('arn:')) return lab.names.kept(id.split('/').at(-1) ?? id);
  const [, owner, own = ''] = /^(?:(\d{12}|o-[^/]+)\/)?(.*)$/.exec(id) ?? [];
  const [kind = '', name = '', part = '', policy = ''] = own.split('/');
  if (kind === 'resource') return nameOfResource(own.split(/[:/]/).at(-2) ?? own);
  if (kind === 'credentials') return lab.names.session(name);
  if (kind === 'bucket') return lab.names.bucket(name);
  if (kind === 'endpoint') return lab.names.endpoint(name);
  if (kind === 'session') return lab.names.session(name);
  const called =
    kind === 'policy'
      ? name
      : kind === 'org'
        ? part
        : part === 'trust'
          ? lab.names.trust(name)
          : `${name}, ${policy}`;
  return owner === undefined ? called : lab.names.owned(called, owner);
}

/** A key of KMS has an id for a name; its beginning tells it apart. */
function nameOfResource(name: string): string {
  const [, first] = /^([0-9a-f]{8})-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.exec(name) ?? [];
  return first === undefined ? lab.names.resource(name) : lab.names.key(first);
}

/** The name of the document that a place is in, with the level at which it was read. */
export function documentName({ names }: Part, at: Pointer): string | undefined {
  const id = documentIdAt(names, at);
  if (id === undefined) return undefined;
  const { layer, level } = at;
  const where =
    level !== undefined && (layer === 'scp' || layer === 'rcp') ? names[layer]?.[level] : undefined;
  return where ? lab.names.attached(nameOf(id), where.name) : nameOf(id);
}

/** Is it the policy that lets everything through and is attached everywhere from the beginning? */
export function isFullAccess(id: DocumentId): boolean {
  return id.endsWith(`org/scp/${FULL_ACCESS}`);
}
