// The shell as a page gets it: small, of nothing that only node has, and the same shell.
import { spawnSync } from 'node:child_process';
import { brotliCompressSync } from 'node:zlib';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lean, leanShell } from './lean-shell.ts';

describe('the shell in a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lean-shell-'));
  let sizes = { first: 0, all: 0 };
  let outside: readonly string[] = [];
  let entry = '';

  beforeAll(async () => {
    const made = await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [leanShell()],
      build: {
        write: false,
        lib: { entry: 'src/terminal/shell/shell.ts', formats: ['es'], fileName: 'shell' },
      },
    });
    const chunks = [made]
      .flat()
      .flatMap((one) => ('output' in one ? one.output : []))
      .flatMap((part) => (part.type === 'chunk' ? [part] : []));
    const sizeOf = ({ code }: { readonly code: string }): number => brotliCompressSync(code).length;
    const start = chunks.find((chunk) => chunk.isEntry);
    const first = chunks.filter((chunk) => chunk === start || start?.imports.includes(chunk.fileName));
    const sum = (some: readonly { readonly code: string }[]): number =>
      some.reduce((total, chunk) => total + sizeOf(chunk), 0);
    sizes = { first: sum(first), all: sum(chunks) };
    const names = chunks.map(({ fileName }) => fileName);
    outside = chunks
      .flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports])
      .filter((name) => !names.includes(name));
    entry = start?.fileName ?? '';
    for (const { fileName, code } of chunks) {
      mkdirSync(dirname(join(folder, fileName)), { recursive: true });
      writeFileSync(join(folder, fileName), code);
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('[lean-shell] is small, and smaller before a command is called', () => {
    expect(sizes.first).toBeLessThan(165_000);
    expect(sizes.all).toBeLessThan(250_000);
  });

  it('[lean-shell] asks for no module of node', () => {
    expect(outside).toEqual([]);
  });

  it.each([
    ['runs scripts as before', `echo '1,2' | tr , '\\n' | sort -r | sed s/1/one/`, '2\none\n'],
    ['knows letters of all scripts', `echo 'abc αβγ' | grep -oP '\\p{Greek}+'`, 'αβγ\n'],
    ['knows capitals', 'echo Ünï | grep -i ü; echo äÖ | grep -oP "\\p{Lu}"', 'Ünï\nÖ\n'],
    ['counts', `seq 3 | awk '{s+=$1} END {print s}'`, '6\n'],
    ['finds and compares', 'echo a > f; echo b > g; comm f g; find . -name f', 'a\n\tb\n./f\n'],
    [
      'says what a command is for',
      'sort --help | head -1; help cd | head -1',
      'sort - sort lines of text files\ncd: cd [-L|-P] [dir]\n',
    ],
  ])('[lean-shell] %s', (_, script, expected) => {
    const path = join(folder, 'run.mjs');
    writeFileSync(
      path,
      `import { openShell } from './${entry}';
      const shell = openShell({ user: 'mei', home: '/home/mei', host: 'here', now: () => 0, seed: 1, commands: [] });
      const { chunks } = await shell.script(${JSON.stringify(script)});
      console.log(JSON.stringify(chunks.map(({ text }) => text).join('')));`,
    );
    const { stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toBe(expected);
  });

  it('[lean-shell] cuts only what it knows', () => {
    const help = 'var a={name:"x",summary:"s",usage:"u",options:["-a  all"]};';
    expect(lean(help)).toEqual({
      code: 'var a={name:"x",summary:"s",usage:"u",options:""};',
      rules: ['help of commands'],
    });
    expect(lean('export const options = ["-a"];')).toEqual({
      code: 'export const options = ["-a"];',
      rules: [],
    });
  });
});
