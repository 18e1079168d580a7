// A shell at a terminal: lines with a history, Ctrl-C, and a second prompt for what is not whole yet.
import { createInterface } from 'node:readline';
import type { Terminal } from '#terminal';
import { print } from './script.ts';

/** @returns the status with which the shell is left */
export function talk(shell: Terminal): Promise<number> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, historySize: 1000 });
  let begun = '';
  let running: AbortController | undefined;
  let status = 0;
  let isOver = false;
  const ask = (): void => {
    if (isOver) return;
    lines.setPrompt(begun === '' ? promptOf(shell) : '> ');
    lines.prompt();
  };
  const run = async (line: string): Promise<void> => {
    begun = begun === '' ? line : `${begun}\n${line}`;
    if (await shell.isOpen(begun)) return;
    const text = begun;
    begun = '';
    running = new AbortController();
    const outcome = await shell.run(text, running.signal);
    running = undefined;
    print(outcome.chunks);
    status = outcome.exit;
    if (outcome.isOver) lines.close();
  };
  let last = Promise.resolve();
  return new Promise((done) => {
    lines.on('line', (line) => {
      last = last.then(() => run(line)).then(ask);
    });
    lines.on('SIGINT', () => {
      process.stdout.write('^C\n');
      begun = '';
      if (running) running.abort();
      else ask();
    });
    lines.on('close', () => {
      isOver = true;
      void last.then(() => {
        done(status);
      });
    });
    ask();
  });
}

function promptOf(shell: Terminal): string {
  const inside = shell.prompt();
  if (inside !== undefined) return inside;
  const home = shell.variable('HOME') ?? '';
  const cwd = shell.cwd();
  const short = cwd === home ? '~' : cwd.startsWith(`${home}/`) ? `~${cwd.slice(home.length)}` : cwd;
  return `${shell.variable('USER') ?? ''}@${shell.variable('HOSTNAME') ?? ''}:${short}$ `;
}
