// Parameters that stand in a file: `file://` for text, `fileb://` for bytes. It knows no parameter.
import type { Host } from './command.ts';

/** The content, or why there is none. */
export type Content = { readonly content: string | Uint8Array } | { readonly why: string };

/** @returns `undefined` when the text names no file. Source: cli-guide-parameters. */
export async function contentNamed(text: string, host: Host): Promise<Content | undefined> {
  const prefix = ['file://', 'fileb://'].find((one) => text.startsWith(one));
  if (prefix === undefined) return undefined;
  const path = expanded(text.slice(prefix.length), host);
  const bytes = await host.read(path);
  if (!bytes) {
    const isFolder = (await host.list(path)) !== undefined;
    const error = isFolder ? '[Errno 21] Is a directory' : '[Errno 2] No such file or directory';
    return { why: `Unable to load paramfile ${text}: ${error}: '${path}'` };
  }
  if (prefix === 'fileb://') return { content: bytes };
  const decoded = decode(bytes);
  if (decoded !== undefined) return { content: decoded.replaceAll(/\r\n?/g, '\n') };
  return {
    why:
      `Unable to load paramfile (${path}), text contents could not be decoded.  If this is a binary file, ` +
      'please use the fileb:// prefix instead of the file:// prefix.',
  };
}

/** A path with `~` and variables replaced, as the command line does it itself. */
export function expanded(path: string, host: Host): string {
  const home = path === '~' || path.startsWith('~/') ? `${host.home}${path.slice(1)}` : path;
  return home.replaceAll(
    /\$(?:(\w+)|\{([^}]*)\})/g,
    (whole, bare: string | undefined, braced: string | undefined) =>
      host.env.get(bare ?? braced ?? '') ?? whole,
  );
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
