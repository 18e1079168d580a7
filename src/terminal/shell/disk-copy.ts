// A copy of a disk, to go back to and to begin another shell with. What the shell library keeps there for itself is left out.
import type { InMemoryFs } from 'just-bash';

export type DiskCopy = readonly DiskEntry[];

type DiskEntry =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array; readonly mode: number }
  | { readonly kind: 'folder'; readonly path: string; readonly mode: number }
  | { readonly kind: 'link'; readonly path: string; readonly target: string };

const SYSTEM = /^\/(?:bin|usr|proc|dev)(?:\/|$)/;

export async function copyOf(disk: InMemoryFs): Promise<DiskCopy> {
  const paths = disk.getAllPaths().filter((path) => path !== '/' && !SYSTEM.test(path));
  return Promise.all(
    paths.toSorted().map(async (path): Promise<DiskEntry> => {
      const { isSymbolicLink, isDirectory, mode } = await disk.lstat(path);
      if (isSymbolicLink) return { kind: 'link', path, target: await disk.readlink(path) };
      if (isDirectory) return { kind: 'folder', path, mode };
      return { kind: 'file', path, bytes: await disk.readFileBuffer(path), mode };
    }),
  );
}

/** Makes the disk what it was when it was copied. */
export async function putBack(disk: InMemoryFs, copy: DiskCopy): Promise<void> {
  const kept = new Set(copy.map(({ path }) => path));
  for (const path of disk.getAllPaths().toSorted().reverse())
    if (path !== '/' && !SYSTEM.test(path) && !kept.has(path))
      await disk.rm(path, { force: true, recursive: true });
  for (const entry of copy) {
    if (entry.kind === 'folder') await disk.mkdir(entry.path, { recursive: true });
    else if (entry.kind === 'file') await disk.writeFile(entry.path, entry.bytes);
    else {
      await disk.rm(entry.path, { force: true });
      await disk.symlink(entry.target, entry.path);
    }
    if (entry.kind !== 'link') await disk.chmod(entry.path, entry.mode);
  }
}
