// What lies on the shell's disk, by its path: files, folders, links, with the times of a clock that somebody else holds.
import { above, absolute, isBelow } from './paths.ts';

/** What lies at one path. It is never changed, only replaced. */
export type Entry =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly mode: number; readonly time: number }
  | { readonly kind: 'folder'; readonly mode: number; readonly time: number }
  | { readonly kind: 'link'; readonly target: string; readonly mode: number; readonly time: number };

export type DiskCopy = ReadonlyMap<string, Entry>;

export interface Tree {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What a path leads to, through all links. */
  readonly at: (path: string) => Entry | undefined;
  /** What lies at the path itself, were it a link. */
  readonly lying: (path: string) => Entry | undefined;
  /** Where a path leads, through all links. */
  readonly resolved: (path: string) => string;
  /** Where a path leads, through the links of its folders only. */
  readonly place: (path: string) => string;
  readonly paths: () => readonly string[];
  /** Everything below a folder, what lies deep last. */
  readonly below: (folder: string) => readonly string[];
  /** The names of what a folder holds, in their order. */
  readonly inside: (folder: string) => readonly string[];
  /** @throws when there is no folder for it, or no room */
  readonly put: (path: string, entry: Entry) => void;
  readonly remove: (path: string) => void;
  /** The same value as long as nothing changes. */
  readonly copy: () => DiskCopy;
  readonly putBack: (copy: DiskCopy) => void;
}

export const MODES = { file: 0o644, folder: 0o755, link: 0o777 } as const;

/** So many links may lead to one another. */
const LINKS = 40;

/** @param limit bytes in all files together */
export function openTree(now: () => number, limit: number): Tree {
  let entries = new Map<string, Entry>([['/', { kind: 'folder', mode: MODES.folder, time: now() }]]);
  let copied: DiskCopy | undefined;
  let size = 0;

  const follow = (path: string, isWhole: boolean): string => {
    const steps = absolute('/', path).slice(1).split('/');
    let at = '/';
    let links = 0;
    while (steps.length > 0) {
      const step = steps.shift() ?? '';
      const next = absolute(at, step);
      const entry = entries.get(next);
      if (entry?.kind !== 'link' || (steps.length === 0 && !isWhole)) {
        at = next;
        continue;
      }
      if ((links += 1) > LINKS) throw new Error(`ELOOP: too many levels of symbolic links, open '${path}'`);
      steps.unshift(...absolute(at, entry.target).slice(1).split('/'));
      at = '/';
    }
    return at;
  };
  /** The folder got or lost something. */
  const touch = (folder: string): void => {
    const entry = entries.get(folder);
    if (entry) entries.set(folder, { ...entry, time: now() });
  };

  return {
    now,
    at: (path) => entries.get(follow(path, true)),
    lying: (path) => entries.get(follow(path, false)),
    resolved: (path) => follow(path, true),
    place: (path) => follow(path, false),
    paths: () => [...entries.keys()],
    below: (folder) => [...entries.keys()].filter((path) => isBelow(path, folder)).sort(),
    inside: (folder) => {
      const start = folder === '/' ? '/' : `${folder}/`;
      return [...entries.keys()]
        .filter(
          (path) => path.startsWith(start) && path.length > start.length && !path.includes('/', start.length),
        )
        .map((path) => path.slice(start.length))
        .sort();
    },
    put: (path, entry) => {
      const before = entries.get(path);
      const grown = size + roomOf(entry) - roomOf(before);
      if (grown > limit) throw new Error(`ENOSPC: no space left on device, write '${path}'`);
      const folder = entries.get(above(path));
      if (!folder) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
      if (folder.kind !== 'folder') throw new Error(`ENOTDIR: not a directory, open '${path}'`);
      copied = undefined;
      size = grown;
      entries.set(path, entry);
      if (!before) touch(above(path));
    },
    remove: (path) => {
      copied = undefined;
      size -= roomOf(entries.get(path));
      entries.delete(path);
      touch(above(path));
    },
    copy: () => (copied ??= new Map(entries)),
    putBack: (copy) => {
      entries = new Map(copy);
      copied = copy;
      size = [...copy.values()].reduce((sum, entry) => sum + roomOf(entry), 0);
    },
  };
}

/** The bytes of a file. */
function roomOf(entry: Entry | undefined): number {
  return entry?.kind === 'file' ? entry.bytes.length : 0;
}

/** How large a listing says that something is. */
export function sizeOf(entry: Entry): number {
  if (entry.kind === 'file') return entry.bytes.length;
  return entry.kind === 'link' ? new TextEncoder().encode(entry.target).length : 4096;
}
