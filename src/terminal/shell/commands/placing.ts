// `cp` and `mv` of the library, which blame the source where it is the target that has no folder.
import { absolute, said, type ShellCommand } from '../command.ts';

const BLAMED = /^\w+: cannot stat '(.*)': No such file or directory$/gm;

/** @param cannot what cannot be done with a source that is there */
function placing(
  name: string,
  cannot: (source: string, target: string, isFolder: boolean) => string,
): ShellCommand {
  return {
    name,
    run: async (args, { original, files, cwd }) => {
      const ran = (await original?.(args)) ?? said('');
      const stderr = ran.stderr.replaceAll(BLAMED, (line, source: string) => {
        const there = files.at(absolute(cwd, source));
        const what = cannot(source, args.at(-1) ?? '', there?.kind === 'folder');
        return there ? `${name}: ${what}: No such file or directory` : line;
      });
      return { ...ran, stderr };
    },
  };
}

export const PLACING: readonly ShellCommand[] = [
  placing(
    'cp',
    (_, target, isFolder) => `cannot create ${isFolder ? 'directory' : 'regular file'} '${target}'`,
  ),
  placing('mv', (source, target) => `cannot move '${source}' to '${target}'`),
];
