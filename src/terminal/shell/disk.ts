// The disk as the shell library asks for it, in the words of errors that it reads. What lies there is the tree's business.
import type { IFileSystem } from 'just-bash';
import { bytesOfLatin1, latin1 } from './latin1.ts';
import { BREATH_PATH } from './loops.ts';
import { absolute, isBelow, moved } from './paths.ts';
import { MODES, sizeOf, type Entry, type Tree } from './tree.ts';

type Stat = Awaited<ReturnType<IFileSystem['stat']>>;
type Encoding = Parameters<IFileSystem['writeFile']>[2];

export interface Disk extends IFileSystem {
  readonly mkdirSync: (path: string, options?: { readonly recursive?: boolean }) => void;
  readonly writeFileSync: (path: string, content: string | Uint8Array) => void;
}

/** What is written there is gone. */
const DEVICE = /^\/dev\/(?:null|zero|tty)$/;

/** So many looks at the disk between two breaths: every round of a loop looks there, and every command not built in. */
const BREATH = 32;

/** @param pause lets the page take breath; a script that runs commands without end would not let it */
export function diskOf(tree: Tree, pause?: () => Promise<void>): Disk {
  let looks = 0;
  const breathe = async (): Promise<void> => {
    looks += 1;
    if (looks % BREATH === 0) await pause?.();
  };
  const entryAt = (path: string, verb: string): Entry => tree.at(path) ?? none(path, verb);
  const lyingAt = (path: string, verb: string): Entry => tree.lying(path) ?? none(path, verb);
  const write = (path: string, bytes: Uint8Array): void => {
    const place = tree.resolved(path);
    const there = tree.at(place);
    if (there?.kind === 'folder') fault('EISDIR', 'illegal operation on a directory', 'write', path);
    if (there && DEVICE.test(place)) return;
    tree.put(place, { kind: 'file', bytes, mode: there?.mode ?? MODES.file, time: tree.now() });
  };
  const makeFolder: Disk['mkdirSync'] = (path, options) => {
    const place = tree.resolved(path);
    const there = tree.at(place);
    if (there?.kind === 'folder' && options?.recursive === true) return;
    if (there) fault('EEXIST', 'file already exists', 'mkdir', path);
    if (options?.recursive === true) makeFolder(`${place}/..`, options);
    tree.put(place, { kind: 'folder', mode: MODES.folder, time: tree.now() });
  };
  const listed = (path: string): Awaited<ReturnType<NonNullable<Disk['readdirWithFileTypes']>>> => {
    if (entryAt(path, 'scandir').kind !== 'folder') fault('ENOTDIR', 'not a directory', 'scandir', path);
    const folder = tree.resolved(path);
    return tree.inside(folder).map((name) => {
      const kind = tree.lying(`${folder}/${name}`)?.kind;
      return {
        name,
        isFile: kind === 'file',
        isDirectory: kind === 'folder',
        isSymbolicLink: kind === 'link',
      };
    });
  };
  return {
    mkdirSync: makeFolder,
    writeFileSync: (path, content) => write(path, bytesIn(content, undefined)),
    readFileBuffer: (path) =>
      later(() => {
        const entry = entryAt(path, 'open');
        return entry.kind === 'file'
          ? entry.bytes
          : fault('EISDIR', 'illegal operation on a directory', 'read', path);
      }),
    readFile: (path, options) =>
      later(() => {
        const entry = entryAt(path, 'open');
        if (entry.kind !== 'file') return fault('EISDIR', 'illegal operation on a directory', 'read', path);
        return textIn(entry.bytes, typeof options === 'string' ? options : options?.encoding);
      }),
    writeFile: (path, content, options) => later(() => write(path, bytesIn(content, options))),
    appendFile: (path, content, options) =>
      later(() => {
        const entry = tree.at(path);
        const before = entry?.kind === 'file' ? entry.bytes : new Uint8Array();
        const added = bytesIn(content, options);
        const bytes = new Uint8Array(before.length + added.length);
        bytes.set(before);
        bytes.set(added, before.length);
        write(path, bytes);
      }),
    exists: async (path) => {
      await breathe();
      if (path === BREATH_PATH) return true;
      try {
        return tree.at(path) !== undefined;
      } catch {
        return false;
      }
    },
    stat: (path) => later(() => statOf(entryAt(path, 'stat'))),
    lstat: (path) => later(() => statOf(lyingAt(path, 'lstat'))),
    mkdir: (path, options) => later(() => makeFolder(path, options)),
    readdir: (path) => later(() => listed(path).map(({ name }) => name)),
    readdirWithFileTypes: (path) => later(() => listed(path)),
    rm: (path, options) =>
      later(() => {
        if (!tree.lying(path) && options?.force === true) return;
        lyingAt(path, 'rm');
        const place = tree.place(path);
        const inside = tree.below(place);
        if (inside.length > 0 && options?.recursive !== true)
          fault('ENOTEMPTY', 'directory not empty', 'rm', path);
        for (const one of [place, ...inside].reverse()) tree.remove(one);
      }),
    cp: (from, to, options) =>
      later(() => {
        const source = tree.place(from);
        const target = tree.resolved(to);
        if (lyingAt(from, 'cp').kind === 'folder' && options?.recursive !== true)
          fault('EISDIR', 'is a directory', 'cp', from);
        if (isBelow(target, source)) fault('EINVAL', `cannot copy '${from}' into itself`, 'cp', to);
        for (const one of [source, ...tree.below(source)]) {
          const place = moved(one, source, target);
          const entry = lyingAt(one, 'cp');
          const isThere = entry.kind === 'folder' && tree.lying(place)?.kind === 'folder';
          if (!isThere) tree.put(place, { ...entry, time: tree.now() });
        }
      }),
    mv: (from, to) =>
      later(() => {
        const source = tree.place(from);
        const target = tree.place(to);
        const moving = [source, ...tree.below(source)].map((one) => ({ one, entry: lyingAt(one, 'mv') }));
        if (source === target) return;
        if (isBelow(target, source)) fault('EINVAL', `cannot move '${from}' into itself`, 'mv', to);
        for (const { one, entry } of moving) tree.put(moved(one, source, target), entry);
        for (const { one } of moving.reverse()) tree.remove(one);
      }),
    resolvePath: absolute,
    getAllPaths: () => [...tree.paths()],
    chmod: (path, mode) => later(() => tree.put(tree.resolved(path), { ...entryAt(path, 'chmod'), mode })),
    utimes: (path, _seen, changed) =>
      later(() => tree.put(tree.resolved(path), { ...entryAt(path, 'utimes'), time: changed.getTime() })),
    symlink: (target, path) =>
      later(() => {
        if (tree.lying(path)) fault('EEXIST', 'file already exists', 'symlink', path);
        tree.put(tree.place(path), { kind: 'link', target, mode: MODES.link, time: tree.now() });
      }),
    link: (path, name) =>
      later(() => {
        const entry = entryAt(path, 'link');
        if (entry.kind !== 'file') fault('EPERM', 'operation not permitted', 'link', path);
        if (tree.lying(name)) fault('EEXIST', 'file already exists', 'link', name);
        tree.put(tree.place(name), entry);
      }),
    readlink: (path) =>
      later(() => {
        const entry = lyingAt(path, 'readlink');
        return entry.kind === 'link' ? entry.target : fault('EINVAL', 'invalid argument', 'readlink', path);
      }),
    realpath: (path) =>
      later(() => {
        entryAt(path, 'realpath');
        return tree.resolved(path);
      }),
  };
}

/** What happens at once, as the library waits for it. */
function later<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

function fault(code: string, why: string, verb: string, path: string): never {
  throw new Error(`${code}: ${why}, ${verb} '${path}'`);
}

function none(path: string, verb: string): never {
  return fault('ENOENT', 'no such file or directory', verb, path);
}

function statOf(entry: Entry): Stat {
  return {
    isFile: entry.kind === 'file',
    isDirectory: entry.kind === 'folder',
    isSymbolicLink: entry.kind === 'link',
    mode: entry.mode,
    size: sizeOf(entry),
    mtime: new Date(entry.time),
  };
}

function bytesIn(content: string | Uint8Array, options: Encoding): Uint8Array {
  if (typeof content !== 'string') return content;
  const encoding = typeof options === 'string' ? options : options?.encoding;
  if (encoding === 'binary' || encoding === 'latin1' || encoding === 'ascii') return bytesOfLatin1(content);
  return new TextEncoder().encode(content);
}

function textIn(bytes: Uint8Array, encoding: string | null | undefined): string {
  const isBytes = encoding === 'binary' || encoding === 'latin1' || encoding === 'ascii';
  return isBytes ? latin1(bytes) : new TextDecoder().decode(bytes);
}
