// The disk of a shell as our own commands see it.
import type { InMemoryFs } from 'just-bash';
import type { Files } from './command.ts';

export function filesOf(disk: InMemoryFs): Files {
  const isFolder = async (path: string): Promise<boolean> =>
    (await disk.exists(path)) && (await disk.stat(path)).isDirectory;
  return {
    read: async (path) =>
      (await disk.exists(path)) && !(await isFolder(path)) ? disk.readFileBuffer(path) : undefined,
    write: (path, bytes) => disk.writeFile(path, bytes),
    list: async (path) => {
      if (!(await isFolder(path))) return undefined;
      const entries = await disk.readdirWithFileTypes(path);
      return entries.map(({ name, isDirectory }) => ({ name, isFolder: isDirectory }));
    },
    remove: (path) => disk.rm(path, { recursive: true, force: true }),
    makeFolder: (path) => disk.mkdir(path, { recursive: true }),
  };
}
