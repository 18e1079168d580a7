// The door `evaluate` under load: how many lines it answers in a second, and that it keeps none of them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { lineOf } from './loads.ts';

const DOOR = join(import.meta.dirname, '../evaluate.ts');
const LINES = 100_000;
/** Run before the door: it tells the microseconds of processor time that the door took, its start included. */
const TELLS_TIME = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write(String(user + system)); });`,
)}`;
/** Megabytes: far less than the lines have together. */
const HEAP = 24;

export interface Streamed {
  readonly lines: number;
  /** Megabytes of text that went in, and of the heap that the door had. */
  readonly megabytes: number;
  readonly heap: number;
  readonly perSecond: number;
}

/** @throws Error when the door does not answer every line, as when its memory does not suffice */
export async function stream(): Promise<Streamed> {
  const line = `${JSON.stringify({ id: 1, ...lineOf('simple') })}\n`;
  const options = [`--max-old-space-size=${HEAP}`, '--import', TELLS_TIME, DOOR, '--no-trace'];
  const door = spawn(process.execPath, options, { stdio: ['pipe', 'pipe', 'pipe'] });
  const answers = createInterface({ input: door.stdout });
  let answered = 0;
  answers.on('line', () => {
    answered += 1;
  });
  let told = '';
  door.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const closed = Promise.all([once(answers, 'close'), once(door, 'close')]);
  const chunk = line.repeat(100);
  for (let sent = 0; sent < LINES; sent += 100) {
    if (!door.stdin.write(chunk)) await once(door.stdin, 'drain');
  }
  door.stdin.end();
  await closed;
  if (answered !== LINES) throw new Error(`the door answered ${answered} of ${LINES} lines: ${told}`);
  const seconds = Number(told) / 1e6;
  return { lines: LINES, megabytes: (line.length * LINES) / 1e6, heap: HEAP, perSecond: answered / seconds };
}
