// A static server for the built site: right types, caching, compression, no listings, nothing outside its folder.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
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

interface Body {
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/** Serves a folder on a port of this machine. Rejects when the port is taken. */
export function serve(folder: string, port: number): Promise<Server> {
  const root = resolve(folder);
  const bodies = new Map<string, Body>();
  const bodyOf = (file: string): Body => {
    const known = bodies.get(file);
    if (known) return known;
    const plain = readFileSync(file);
    const body: Body = PACKED.includes(extname(file))
      ? { plain }
      : {
          plain,
          br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
          gzip: gzipSync(plain),
        };
    bodies.set(file, body);
    return body;
  };
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decoded(url.pathname);
    const wanted = path === undefined ? undefined : join(root, normalize(path));
    const inside = wanted !== undefined && (wanted === root || wanted.startsWith(`${root}/`));
    const folderWanted = inside && existsSync(wanted) && statSync(wanted).isDirectory();
    if (folderWanted && !url.pathname.endsWith('/') && existsSync(join(wanted, 'index.html'))) {
      response.writeHead(308, { location: `${url.pathname}/${url.search}` }).end();
      return;
    }
    const page = folderWanted ? join(wanted, 'index.html') : wanted;
    const found = inside && page !== undefined && existsSync(page) && statSync(page).isFile();
    const file = found ? page : join(root, '404.html');
    const headers: Record<string, string> = {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control':
        found && url.pathname.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    };
    const body = bodyOf(file);
    const accepts = request.headers['accept-encoding'] ?? '';
    const encoding =
      body.br && /\bbr\b/.test(accepts) ? 'br' : body.gzip && /\bgzip\b/.test(accepts) ? 'gzip' : undefined;
    const bytes = encoding === 'br' ? body.br : encoding === 'gzip' ? body.gzip : body.plain;
    response.writeHead(found ? 200 : 404, {
      ...headers,
      ...(encoding ? { 'content-encoding': encoding } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, () => {
      done(server);
    });
  });
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
  const port = Number(value ?? '4321');
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`PORT must be a number from 1 to 65535, not ${value ?? ''}`);
  return port;
}

export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

if (import.meta.main) {
  const port = portOf(process.env['PORT']);
  try {
    await serve('dist', port);
    console.log(`http://localhost:${port}/`);
  } catch (error) {
    if (!isTaken(error)) throw error;
    console.error(`port ${port} is in use: stop what listens there, or choose another with PORT=`);
    process.exitCode = 1;
  }
}
