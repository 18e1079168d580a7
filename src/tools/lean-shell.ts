// Makes the shell library small enough for a page: the core comes with the terminal, each command when it is first called,
// and of both only what the terminal uses.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { COMMANDS } from '../terminal/shell/commands.ts';
import { cut, RULES } from './lean-code.ts';

/** Packages that only commands left out would use. */
const UNUSED = ['minimatch', 'turndown', 'undici', 'seek-bzip', '@mongodb-js/zstd', 'node-liblzma'];

const NOTHING = '\0nothing';

/** What a page has nothing of, under the names by which the library asks for it. */
const ABSENT = [
  'createRequire = () => undefined',
  ...['lookup', 'randomBytes', 'minimatch', 'gunzipSync', 'gzipSync', 'constants', 'createHash'],
  ...['fileURLToPath', 'Worker', 'AsyncLocalStorage', 'open'],
].join(', ');

const LIBRARY = '/just-bash/dist/bundle/';

export function leanShell(): Plugin {
  const applied = new Set<string>();
  return {
    name: 'lean-shell',
    enforce: 'pre',
    config: () => ({ define: { __BROWSER__: 'true' } }),
    resolveId: (id, from, { ssr }) => {
      if (ssr === true) return undefined;
      // The library's own bundle for browsers is one file; the one for node has a file for each command.
      if (id === 'just-bash') return fileURLToPath(import.meta.resolve('just-bash'));
      const isUnused = id.startsWith('node:') || UNUSED.includes(id);
      return isUnused && from?.includes('/just-bash/') ? NOTHING : undefined;
    },
    load: (id) => (id === NOTHING ? `export let ${ABSENT}; export default undefined;` : undefined),
    transform: (code, id) => {
      if (!id.includes(LIBRARY)) return undefined;
      const made = lean(code);
      for (const rule of made.rules) applied.add(rule);
      return made.code;
    },
    buildEnd() {
      const missed = Object.keys(RULES).filter((rule) => !applied.has(rule));
      if (applied.size > 0 && missed.length > 0)
        this.error(
          `just-bash has nothing like ${missed.join(', ')}: it was changed, and lean-code.ts must be`,
        );
    },
  };
}

/** One command in the library's table, by its name and its file. */
const COMMAND =
  /\{name:"([a-z0-9-]+)",load:async\(\)=>\(await import\(("\.\/chunks\/[\w-]+\.js")\)\)\.(\w+)\}(,?)/g;

/** Files of commands that are in no table, by the names of the commands. */
const FETCHED = /import\("\.\/chunks\/(?!chunk-)([a-z0-9-]+?)2?-[A-Z0-9]{8}\.js"\)/g;

/** Commands so large that they are fetched when they are first called; the others come with the shell. */
const LARGE: ReadonlySet<string> = new Set([
  ...['jq', 'awk', 'sed', 'find', 'grep', 'egrep', 'fgrep', 'printf', 'diff', 'xargs', 'sort'],
]);

/** A file of the library without the commands that nobody calls and without what no page runs. */
export function lean(code: string): { readonly code: string; readonly rules: readonly string[] } {
  const isKept = (name: string): boolean => COMMANDS.some((one) => one === name);
  const { code: made, rules } = cut(code);
  let imports = '';
  const commands = made.replaceAll(
    COMMAND,
    (entry, name: string, file: string, member: string, comma: string) => {
      if (!isKept(name)) return '';
      if (LARGE.has(name)) return entry;
      const own = `small_${name}`;
      imports += `import{${member} as ${own}}from${file};`;
      return `{name:"${name}",load:async()=>${own}}${comma}`;
    },
  );
  return {
    code:
      imports +
      commands.replaceAll(FETCHED, (fetched, name: string) =>
        isKept(name) ? fetched : 'Promise.resolve({})',
      ),
    rules,
  };
}
