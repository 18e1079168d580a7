// What a command of the shell is: words and bytes in, bytes out. It knows no shell library and no AWS.
import type { Entry } from './tree.ts';

export { absolute } from './paths.ts';

/** The files of the shell, by absolute path. */
export interface Files {
  /** @returns the bytes; `undefined` when there is no such file */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Makes the folders above it when they are missing. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** @returns what a folder holds; `undefined` when it is none */
  readonly list: (path: string) => Promise<readonly FileName[] | undefined>;
  /** Removes a file or a folder with all in it. */
  readonly remove: (path: string) => Promise<void>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** What a path leads to, through all links. */
  readonly at: (path: string) => Entry | undefined;
  /** What lies at the path itself, were it a link. */
  readonly lying: (path: string) => Entry | undefined;
  /** The names of what a folder holds, in their order. */
  readonly inside: (folder: string) => readonly string[];
  /** @param time milliseconds since 1970 */
  readonly setTime: (path: string, time: number) => Promise<void>;
}

export interface FileName {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Where a command runs. */
export interface Place {
  /** The exported variables. */
  readonly env: ReadonlyMap<string, string>;
  readonly cwd: string;
  readonly stdin: Uint8Array;
  readonly files: Files;
  /** The command of the same name that the shell library brings along, when there is one. */
  readonly original?: (args: readonly string[]) => Promise<Ran>;
}

/** What a command has printed, and its exit status. */
export interface Ran {
  readonly stdout: string | Uint8Array;
  readonly stderr: string;
  readonly exit: number;
}

export interface ShellCommand {
  readonly name: string;
  readonly run: (args: readonly string[], place: Place) => Ran | Promise<Ran>;
}

/** @param text with its line end */
export function said(text: string | Uint8Array): Ran {
  return { stdout: text, stderr: '', exit: 0 };
}

/** @param message one line, without its end */
export function failed(exit: number, message: string): Ran {
  return { stdout: '', stderr: `${message}\n`, exit };
}

const UTF8 = new TextDecoder();

export function textOf(bytes: Uint8Array): string {
  return UTF8.decode(bytes);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
