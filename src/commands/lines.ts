// One JSON object a line in, one out, in the same order and in constant memory. It knows no field of either.
import { createInterface } from 'node:readline';

export type Answer = Readonly<Record<string, unknown>>;

/** Thrown by a door that cannot answer a line; the message names what was refused. */
export class Unreadable extends Error {}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Answers one line. A line that cannot be read or is refused gives `{id or null, line, error}`.
 * @param number of the line, from 1
 */
export function answerLine(
  line: string,
  number: number,
  answer: (input: Record<string, unknown>, line: string) => Answer,
): Answer {
  let id: unknown = null;
  try {
    const input: unknown = JSON.parse(line);
    if (!isRecord(input)) throw new Unreadable('expected a JSON object');
    id = typeof input['id'] === 'string' || typeof input['id'] === 'number' ? input['id'] : null;
    return answer(input, line);
  } catch (error) {
    if (error instanceof Unreadable || error instanceof SyntaxError)
      return { id, line: number, error: error.message };
    throw error;
  }
}

/** Characters: answers that come together are written together. */
const AT_ONCE = 65_536;

/** Runs a door over standard input. The exit status is 1 when a line could not be answered. */
export async function answerLines(
  answer: (input: Record<string, unknown>, line: string) => Answer,
): Promise<void> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  let number = 0;
  let waiting = '';
  const write = (): boolean => {
    const text = waiting;
    waiting = '';
    return text === '' || process.stdout.write(text);
  };
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const output = answerLine(line, number, answer);
    if ('error' in output) process.exitCode = 1;
    if (waiting === '') setImmediate(write);
    waiting += `${JSON.stringify(output)}\n`;
    if (waiting.length >= AT_ONCE && !write()) {
      await new Promise<void>((resume) => process.stdout.once('drain', resume));
    }
  }
  write();
}
