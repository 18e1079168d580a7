// A place in the shell as the `aws` command sees it. The standard streams are files as well, by their names under `/dev`.
import type { Host, Printed } from './aws/command.ts';
import { absolute, bytesOf, joined, textOf, type Place, type Ran } from './shell/command.ts';

interface OpenHost {
  readonly host: Host;
  /** What a command printed, behind what it wrote to the streams as files. */
  readonly ran: (printed: Printed) => Ran;
}

export function openHost({ env, cwd, stdin, files }: Place, home: string): OpenHost {
  const written = new Map<string, readonly Uint8Array[]>([
    ['/dev/stdout', []],
    ['/dev/stderr', []],
    ['/dev/null', []],
  ]);
  const before = (stream: string): Uint8Array => joined(written.get(stream) ?? []);
  return {
    host: {
      env,
      home: env.get('HOME') ?? home,
      stdin,
      read: async (path) => (path === '/dev/stdin' ? stdin : files.read(absolute(cwd, path))),
      write: async (path, bytes) => {
        const stream = written.get(path);
        if (stream) written.set(path, [...stream, bytes]);
        else await files.write(absolute(cwd, path), bytes);
      },
      list: (path) => files.list(absolute(cwd, path)),
      remove: (path) => files.remove(absolute(cwd, path)),
    },
    ran: ({ stdout, stderr, exit }) => {
      const bytes = before('/dev/stdout');
      return {
        stdout: bytes.length === 0 ? stdout : joined([bytes, bytesOf(stdout)]),
        stderr: textOf(before('/dev/stderr')) + stderr,
        exit,
      };
    },
  };
}
