// The server of the built site: what it sends for each kind of request, good and bad.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { portOf, serve, whyNotServed } from './serve.ts';

const top = mkdtempSync(join(tmpdir(), 'gatehouse-'));
const root = join(top, 'dist');
const FILES: Readonly<Record<string, string>> = {
  'index.html': 'home',
  '404.html': 'no such page',
  'learn/index.html': 'the map',
  'empty/note.txt': 'a note',
  '_astro/a.js': 'let a;',
  '_astro/a.css': 'a {}',
  'a.svg': '<svg/>',
  'a.png': 'picture',
  'a.json': '{}',
  'manifest.webmanifest': '{}',
  'a.woff2': 'font',
  '../secret.txt': 'outside',
};
for (const [name, text] of Object.entries(FILES)) {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), text);
}
const server = await serve(root, 0);
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.close();
  rmSync(top, { recursive: true });
});

interface Reply {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Sends a target exactly as it is written, which no client library would. */
function send(target: string, method = 'GET', headers = ''): Promise<Reply> {
  return new Promise((done, fail) => {
    const socket = connect(port, 'localhost');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail);
    socket.on('close', () => {
      const all = Buffer.concat(chunks);
      const at = all.indexOf('\r\n\r\n');
      const [first = '', ...lines] = all.subarray(0, at).toString().split('\r\n');
      const pairs = lines
        .map((line) => line.split(': '))
        .map(([name = '', value = '']) => [name, value] as const);
      done({ status: Number(first.split(' ')[1]), headers: new Map(pairs), body: all.subarray(at + 4) });
    });
    socket.write(`${method} ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${headers}\r\n`);
  });
}

describe('the server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/learn/', 'text/html; charset=utf-8'],
    ['/_astro/a.js', 'text/javascript; charset=utf-8'],
    ['/_astro/a.css', 'text/css; charset=utf-8'],
    ['/a.svg', 'image/svg+xml'],
    ['/a.png', 'image/png'],
    ['/a.json', 'application/json'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/a.woff2', 'font/woff2'],
    ['/empty/note.txt', 'text/plain; charset=utf-8'],
  ])('sends %s as %s', async (path, type) => {
    const { status, headers } = await send(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('lets browsers keep for ever only what has its hash in its name', async () => {
    expect((await send('/_astro/a.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    for (const path of [
      '/',
      '/a.json',
      '/_astro/none.js',
      '/_astro/../index.html',
      '/_astro/%2e%2e/index.html',
    ])
      expect((await send(path)).headers.get('cache-control'), path).toBe('no-cache');
  });

  it('packs text for whoever takes it packed', async () => {
    const { headers, body } = await send('/', 'GET', 'accept-encoding: gzip, br\r\n');
    expect(headers.get('content-encoding')).toBe('br');
    expect(headers.get('vary')).toBe('accept-encoding');
    expect(
      brotliDecompressSync(
        Buffer.from(body.toString('latin1').replace(/^[\da-f]+\r\n|\r\n0\r\n\r\n$/g, ''), 'latin1'),
      ).toString(),
    ).toBe('home');
    expect((await send('/a.png', 'GET', 'accept-encoding: br\r\n')).headers.has('content-encoding')).toBe(
      false,
    );
  });

  it('sends a folder to its address with a slash, and keeps the query', async () => {
    const { status, headers } = await send('/learn?from=home');
    expect(status).toBe(308);
    expect(headers.get('location')).toBe('/learn/?from=home');
  });

  it.each([
    ['a page that is not there', '/none/'],
    ['a folder without a page: nothing is listed', '/empty/'],
    ['a folder without a page, without its slash', '/empty'],
    ['a way out of the folder', '/../secret.txt'],
    ['an encoded way out of the folder', '/%2e%2e/secret.txt'],
    ['an encoded slash on the way out', '/..%2fsecret.txt'],
    ['a backslash on the way out', '/..%5csecret.txt'],
    ['a NUL', '/index.html%00'],
    ['an encoding that is none', '/%zz'],
    ['an address that is none', '//['],
    ['an address of another host', '//evil.example/'],
    ['a folder behind two slashes, which a browser would take for a host', '//learn'],
    ['an absolute address that is none', 'http://['],
  ])('answers %s with 404', async (_what, target) => {
    const { status, headers, body } = await send(target);
    expect(status).toBe(404);
    expect(headers.has('location')).toBe(false);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(body.toString()).toContain('no such page');
  });

  it('takes an absolute address, as a proxy sends it', async () => {
    expect((await send(`http://localhost:${port}/learn/?a`)).body.toString()).toContain('the map');
  });

  it('answers HEAD without a body, and nothing but GET and HEAD', async () => {
    const head = await send('/', 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    const post = await send('/', 'POST');
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('the port', () => {
  it.each([
    [undefined, 4321],
    ['80', 80],
    ['65535', 65535],
  ])('%s is %d', (value, wanted) => {
    expect(portOf(value)).toBe(wanted);
  });

  it.each(['abc', '0', '65536', '1.5', ''])('%j is none, and one sentence says so', (value) => {
    expect(why(() => portOf(value))).toBe(`PORT must be a number from 1 to 65535, not \`${value}\``);
  });

  it('in use is said in one sentence', async () => {
    const error: unknown = await serve(root, port).catch((found: unknown) => found);
    expect(whyNotServed(error)).toBe(
      `port ${port} is in use: stop what listens there, or choose another with PORT=`,
    );
  });

  it('any other fault is thrown again', () => {
    expect(() => whyNotServed(new Error('the disk is on fire'))).toThrow('on fire');
  });

  function why(work: () => void): string | undefined {
    try {
      work();
      return undefined;
    } catch (error) {
      return whyNotServed(error);
    }
  }
});
