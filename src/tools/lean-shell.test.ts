import { spawnSync } from 'node:child_process';
import { brotliCompressSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lean, leanShell } from './lean-shell.ts';

describe('the shell in a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lean-shell-'));
  let code = '';
  let imports: readonly string[] = [];

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
    code = chunks.map((chunk) => chunk.code).join('');
    imports = chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]);
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('[lean-shell] is small', () => {
    expect(brotliCompressSync(code).length).toBeLessThan(300_000);
  });

  it('[lean-shell] asks for no module of node', () => {
    expect(imports).toEqual([]);
  });

  it('[lean-shell] runs scripts as before', () => {
    const path = join(folder, 'run.mjs');
    const script = [
      `echo '{"a":[1,2]}' | jq -c .a[] | sort -r | sed s/1/one/`,
      'echo Ünï | grep -i ü',
      `seq 3 | awk '{s+=$1} END {print s}'`,
    ].join('\n');
    const run = `
      const shell = openShell({ user: 'mei', home: '/home/mei', host: 'here', now: () => 0, seed: 1, commands: [] });
      const { chunks, exit } = await shell.script(${JSON.stringify(script)});
      console.log(JSON.stringify({ text: chunks.map(({ text }) => text).join(''), exit }));`;
    writeFileSync(join(folder, 'shell.mjs'), code);
    writeFileSync(path, `import { openShell } from './shell.mjs';\n${run}`);
    const { stdout } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual({ text: '2\none\nÜnï\n6\n', exit: 0 });
  });

  it('[lean-shell] refuses a bundle that it does not understand', () => {
    expect(() => lean('export const Bash = 1;')).toThrow('the bundle of just-bash has nothing like');
  });
});
