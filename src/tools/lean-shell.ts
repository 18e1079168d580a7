// Makes the shell library small enough for a page: of its browser bundle stays what the terminal uses.
import type { Plugin } from 'vite';
import { COMMANDS } from '../terminal/shell/commands.ts';

/** Packages that only commands left out would use. */
const UNUSED = ['node:zlib', 'turndown', 'undici', 'seek-bzip', '@mongodb-js/zstd', 'node-liblzma'];

const NOTHING = '\0nothing';

export function leanShell(): Plugin {
  return {
    name: 'lean-shell',
    enforce: 'pre',
    resolveId: (id, from) => (UNUSED.includes(id) && from?.includes('/just-bash/') ? NOTHING : undefined),
    load: (id) =>
      id === NOTHING
        ? 'export const constants = {}, gunzipSync = undefined, gzipSync = undefined; export default undefined;'
        : undefined,
    transform: (code, id) => (id.includes('/just-bash/dist/bundle/browser.js') ? lean(code) : undefined),
  };
}

/** One command in the library's table, loaded by a function of its own. */
const COMMAND =
  /\{name:"([a-z0-9-]+)",load:async\(\)=>\(await Promise\.resolve\(\)\.then\(\(\)=>\([\w$]+\(\),[\w$]+\)\)\)\.\w+\},?/g;

/** The letters of one script, for patterns such as `\p{Adlam}`, and the table of all of them. */
const LETTERS = /static [A-Z][A-Za-z_]{2,}=new [\w$]+\(new Uint32Array\(\[[\d,]*\]\)\);/g;
const SCRIPTS = /static SCRIPTS=new Map\(\[[^;]*\]\);/;

/**
 * The bundle without the commands that nobody calls. What only they use is marked, so that a bundler drops it.
 * @throws when the bundle is made in another way than this was written for
 */
export function lean(code: string): string {
  const late = nameIn(code, /var ([\w$]+)=\(e,t\)=>\(\)=>\(e&&\(t=e\(e=0\)\),t\)/);
  const once = nameIn(
    code,
    /var ([\w$]+)=\(e,t\)=>\(\)=>\(t\|\|e\(\(t=\{exports:\{\}\}\)\.exports,t\),t\.exports\)/,
  );
  const exporting = nameIn(code, /,([\w$]+)=\(e,t\)=>\{for\(var n in t\)/);
  const isKept = (name: string): boolean => COMMANDS.some((one) => one === name);
  return code
    .replaceAll(COMMAND, (entry, name: string) => (isKept(name) ? entry : ''))
    .replaceAll(LETTERS, '')
    .replace(SCRIPTS, 'static SCRIPTS=new Map;')
    .replaceAll(new RegExp(`=(${late}|${once})\\(\\(`, 'g'), '=/*#__PURE__*/$1((')
    .replaceAll(
      new RegExp(`var ([\\w$]+)=\\{\\};${exporting}\\(\\1,\\{([^{}]*)\\}\\);`, 'g'),
      (_, name: string, members: string) =>
        `var ${name}=/*#__PURE__*/(t=>(${exporting}(t,{${members}}),t))({});`,
    );
}

/** What the bundle calls one of its own functions, fit for a pattern. */
function nameIn(code: string, pattern: RegExp): string {
  const name = pattern.exec(code)?.[1];
  if (name === undefined) throw new Error(`the bundle of just-bash has nothing like ${pattern.source}`);
  return name.replaceAll('$', '\\$');
}
