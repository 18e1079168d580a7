// `zip` and `unzip` over fflate: enough to pack a function and to look into a pack.
import { unzipSync, zipSync } from 'fflate';
import { absolute, failed, joined, said, type Files, type Place, type Ran } from '../command.ts';

/** The first moment that a zip can write down: packs of the same files are the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** Short options by letter, whether written apart or together. */
function read(args: readonly string[]): { readonly flags: string; readonly words: readonly string[] } {
  const flags = args.filter((arg) => arg.startsWith('-') && arg !== '-').map((arg) => arg.replace(/^-+/, ''));
  return { flags: flags.join(''), words: args.filter((arg) => !arg.startsWith('-') || arg === '-') };
}

export async function zip(args: readonly string[], { cwd, files }: Place): Promise<Ran> {
  const { flags, words } = read(args);
  const [archive, ...paths] = words;
  if (archive === undefined) return failed(16, 'zip error: Invalid command arguments (no archive named)');
  const target = absolute(cwd, /\.\w+$/.test(archive) ? archive : `${archive}.zip`);
  const before = await files.read(target);
  const entries: Record<string, Uint8Array> = before ? (unzipped(before) ?? {}) : {};
  const lines: string[] = [];
  for (const path of paths) {
    for (const [name, bytes] of await filesAt(files, cwd, path, flags.includes('r'))) {
      const entry = flags.includes('j') ? (name.split('/').at(-1) ?? name) : name.replace(/^(?:\.?\/)+/, '');
      if (absolute(cwd, name) === target) continue;
      lines.push(`  ${Object.hasOwn(entries, entry) ? 'updating' : 'adding'}: ${entry} (stored 0%)\n`);
      entries[entry] = bytes;
    }
  }
  if (lines.length === 0)
    return {
      stdout: '',
      stderr: `\tzip warning: name not matched: ${paths.join(' ')}\n\nzip error: Nothing to do! (${archive})\n`,
      exit: 12,
    };
  await files.write(target, zipSync(entries, { level: 6, mtime: EPOCH }));
  return said(flags.includes('q') ? '' : lines.join(''));
}

/** The files that a path names, under the names by which they go into a pack. */
async function filesAt(
  files: Files,
  cwd: string,
  path: string,
  isDeep: boolean,
): Promise<readonly (readonly [string, Uint8Array])[]> {
  const at = absolute(cwd, path);
  const bytes = await files.read(at);
  if (bytes) return [[path, bytes]];
  const below = isDeep ? ((await files.list(at)) ?? []) : [];
  const all = below.map(({ name }) => filesAt(files, cwd, `${path.replace(/\/$/, '')}/${name}`, isDeep));
  return (await Promise.all(all)).flat();
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(bytes);
  } catch {
    return undefined;
  }
}

export async function unzip(args: readonly string[], { cwd, files }: Place): Promise<Ran> {
  const into = args.indexOf('-d');
  const folder = absolute(cwd, into === -1 ? '.' : (args[into + 1] ?? '.'));
  const rest = into === -1 ? args : args.filter((_, index) => index !== into && index !== into + 1);
  const { flags, words } = read(rest);
  const [archive = ''] = words;
  const bytes =
    (await files.read(absolute(cwd, archive))) ?? (await files.read(absolute(cwd, `${archive}.zip`)));
  if (!bytes) return failed(9, `unzip:  cannot find or open ${archive}, ${archive}.zip or ${archive}.ZIP.`);
  const entries = unzipped(bytes);
  if (!entries) return failed(9, `unzip:  ${archive} is no zip archive`);
  const wanted = Object.entries(entries).filter(
    ([name]) => words.length < 2 || words.slice(1).includes(name),
  );
  if (flags.includes('p')) return said(joined(wanted.map(([, content]) => content)));
  if (flags.includes('l')) return said(listed(archive, wanted));
  for (const [name, content] of wanted)
    if (!name.endsWith('/')) await files.write(absolute(folder, name), content);
  const lines = wanted.map(([name]) => `  inflating: ${name}\n`);
  return said(flags.includes('q') ? '' : `Archive:  ${archive}\n${lines.join('')}`);
}

function listed(archive: string, entries: readonly (readonly [string, Uint8Array])[]): string {
  const sum = entries.reduce((all, [, { length }]) => all + length, 0);
  const line = (length: number, rest: string): string => `${String(length).padStart(9)}  ${rest}`;
  return [
    `Archive:  ${archive}`,
    '  Length      Date    Time    Name',
    '---------  ---------- -----   ----',
    ...entries.map(([name, { length }]) => line(length, `1980-01-01 00:00   ${name}`)),
    '---------                     -------',
    line(sum, `${' '.repeat(19)}${entries.length} file${entries.length === 1 ? '' : 's'}`),
    '',
  ].join('\n');
}
