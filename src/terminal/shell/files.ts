// The disk as our own commands see it.
import type { Files } from './command.ts';
import type { Disk } from './disk.ts';
import { above } from './paths.ts';
import type { Tree } from './tree.ts';

export function filesOf(tree: Tree, disk: Disk): Files {
  return {
    read: (path) => {
      const entry = tree.at(path);
      return Promise.resolve(entry?.kind === 'file' ? entry.bytes : undefined);
    },
    write: async (path, bytes) => {
      disk.mkdirSync(above(path), { recursive: true });
      await disk.writeFile(path, bytes);
    },
    list: (path) => {
      const names = tree.at(path)?.kind === 'folder' ? tree.inside(tree.resolved(path)) : undefined;
      return Promise.resolve(
        names?.map((name) => ({ name, isFolder: tree.at(`${path}/${name}`)?.kind === 'folder' })),
      );
    },
    remove: (path) => disk.rm(path, { recursive: true, force: true }),
    makeFolder: (path) => disk.mkdir(path, { recursive: true }),
    at: tree.at,
    lying: tree.lying,
    inside: (path) => tree.inside(tree.resolved(path)),
    setTime: (path, time) => disk.utimes(path, new Date(time), new Date(time)),
  };
}
