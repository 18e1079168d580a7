// A static server for the built site: right types, caching, compression, no listings, nothing outside its folder.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, posix, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const PACKED = ['.png', '.woff2'];
const ENCODINGS = ['br', 'gzip'] as const;

interface Body {
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/** Serves a folder on a port of this machine. Rejects when the port is taken. */
export async function serve(folder: string, port: number): Promise<Server> {
  const root = resolve(folder);
  const bodyOf = bodiesOnce();
  const missing = join(root, '404.html');
  // Read now, so that it is there even while a new build takes the place of the one that is served.
  bodyOf(missing);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const { path, search } = targetOf(request.url ?? '/');
    const found = path === undefined ? undefined : find(root, path);
    if (path !== undefined && lacksSlash(root, path)) {
      response.writeHead(308, { location: `${encodeURI(path)}/${search}` }).end();
      return;
    }
    const file = found ?? missing;
    const forEver = found !== undefined && path?.startsWith('/_astro/') === true;
    const body = bodyOf(file);
    const accepts = request.headers['accept-encoding'] ?? '';
    const encoding = ENCODINGS.find((name) => body[name] && new RegExp(`\\b${name}\\b`).test(accepts));
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(encoding ? { 'content-encoding': encoding } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : ((encoding && body[encoding]) ?? body.plain));
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, () => {
      done(server);
    });
  });
}

/** Reads and packs each file once. */
function bodiesOnce(): (file: string) => Body {
  const bodies = new Map<string, Body>();
  return (file) => {
    const known = bodies.get(file);
    if (known) return known;
    const plain = readFileSync(file);
    const br = (): Buffer => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    const body = PACKED.includes(extname(file)) ? { plain } : { plain, br: br(), gzip: gzipSync(plain) };
    bodies.set(file, body);
    return body;
  };
}

/** The file behind a path: a folder's is its page. */
function find(root: string, path: string): string | undefined {
  const file = path.endsWith('/') ? join(root, path, 'index.html') : join(root, path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function lacksSlash(root: string, path: string): boolean {
  return !path.endsWith('/') && existsSync(join(root, path, 'index.html'));
}

/**
 * The path of a request, decoded, and its query. A path with empty or dot segments is none: no browser sends it, two
 * slashes at its beginning would be read as a host, and two dots lead out of the folder.
 */
function targetOf(target: string): { readonly path?: string; readonly search: string } {
  const absolute = /^https?:/i.test(target);
  if (absolute && !URL.canParse(target)) return { search: '' };
  const local = absolute ? target.replace(/^https?:\/\/[^/?#]*/i, '') : target;
  const [, encoded = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(local) ?? [];
  const path = decoded(encoded === '' ? '/' : encoded);
  return path?.startsWith('/') && posix.normalize(path) === path ? { path, search } : { search };
}

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** @returns the port of `PORT`, 4321 without it. @throws when it is no port */
export function portOf(value: string | undefined): number {
  const port = value === '' ? Number.NaN : Number(value ?? '4321');
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new NoPort(`PORT must be a number from 1 to 65535, not \`${value ?? ''}\``);
  return port;
}

class NoPort extends Error {}

/** Why nothing can be served, in one sentence. @throws the error itself when it is of another kind */
export function whyNotServed(error: unknown): string {
  if (error instanceof NoPort) return error.message;
  if (error instanceof Error && 'code' in error && 'port' in error) {
    if (error.code === 'EADDRINUSE')
      return `port ${String(error.port)} is in use: stop what listens there, or choose another with PORT=`;
    if (error.code === 'EACCES')
      return `port ${String(error.port)} is not open to you: choose another with PORT=`;
  }
  throw error;
}

if (import.meta.main) {
  try {
    const port = portOf(process.env['PORT']);
    await serve('dist', port);
    console.log(`http://localhost:${port}/`);
  } catch (error) {
    console.error(whyNotServed(error));
    process.exitCode = 1;
  }
}
