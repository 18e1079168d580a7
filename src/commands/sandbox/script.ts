// A script from a pipe: it runs whole, and what it prints goes where it belongs, in its order.
import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Chunk, Terminal } from '#terminal';

/** @returns the status of the script */
export async function runScript(shell: Terminal): Promise<number> {
  const { chunks, exit } = await shell.script(await text(process.stdin));
  print(chunks);
  return exit;
}

const DESCRIPTORS = { stdout: 1, stderr: 2 };

/** Writes at once, so that both streams keep their order where they end in one. */
export function print(chunks: readonly Chunk[]): void {
  for (const { stream, text: said } of chunks) {
    const bytes = Buffer.from(said);
    for (let done = 0; done < bytes.length;) done += write(DESCRIPTORS[stream], bytes.subarray(done));
  }
}

/** @returns how many bytes went through; none while a pipe is full */
function write(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0;
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return bytes.length;
    throw error;
  }
}
