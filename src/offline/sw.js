/* The service worker: every page and file of one version, fetched once, served from then on. */
const VERSION = '__VERSION__';
const PREFIX = 'gatehouse-';
const CACHE = PREFIX + VERSION;
const HASH = 'x-gatehouse-hash';
/** Texts are kept packed where the browser can: the course takes a quarter of the room then. */
const PACKED = 'x-gatehouse-packed';
const TEXT = /(?:\/|\.(?:html|js|css|json|svg|txt|webmanifest))$/;
const canPack = typeof CompressionStream === 'function' && typeof DecompressionStream === 'function';
/** {version, files: [[path, hash], …]}, written by the build. It is kept last: where it is, everything is. */
const LIST = '/offline.json';

let listed;
/** The files of this version with their hashes, from what is kept. */
function known() {
  listed ??= caches
    .open(CACHE)
    .then((cache) => cache.match(LIST))
    .then(async (list) => new Map(list ? (await list.json()).files : []));
  return listed;
}

async function unchanged(path, hash, olds) {
  for (const name of olds) {
    const hit = await (await caches.open(name)).match(path);
    if (hit && hit.headers.get(HASH) === hash) return hit;
  }
  return undefined;
}

async function fetched(path, hash) {
  const response = await fetch(new Request(path, { cache: 'no-cache', credentials: 'same-origin' }));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const headers = new Headers(response.headers);
  headers.set(HASH, hash);
  headers.delete('content-encoding');
  headers.delete('content-length');
  const packs = canPack && path !== LIST && TEXT.test(path) && response.body !== null;
  if (packs) headers.set(PACKED, 'gzip');
  const body = packs ? new Response(response.body.pipeThrough(new CompressionStream('gzip'))) : response;
  return new Response(await body.arrayBuffer(), { status: 200, headers });
}

/** What is kept of a path, as it was served. */
async function kept(path) {
  const hit = await (await caches.open(CACHE)).match(path);
  if (!hit?.headers.has(PACKED) || hit.body === null) return hit;
  const headers = new Headers(hit.headers);
  headers.delete(PACKED);
  return new Response(hit.body.pipeThrough(new DecompressionStream('gzip')), { status: 200, headers });
}

async function precache() {
  const cache = await caches.open(CACHE);
  const list = await fetched(LIST, VERSION);
  const { version, files } = await list.clone().json();
  if (version !== VERSION) throw new Error(`${LIST} is of version ${version}, not ${VERSION}`);
  const olds = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  const queue = [...files];
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [path, hash] = next;
      if (await cache.match(path)) continue;
      await cache.put(path, (await unchanged(path, hash, olds)) ?? (await fetched(path, hash)));
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  await cache.put(LIST, list);
  listed = undefined;
}

async function dropOld() {
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function answer(request, pathname) {
  const files = await known();
  const navigates = request.mode === 'navigate';
  const path = navigates && !files.has(pathname) && !pathname.endsWith('/') ? `${pathname}/` : pathname;
  if (files.has(path)) return (await kept(path)) ?? fetch(request);
  return navigates ? elsewhere(request) : fetch(request);
}

async function elsewhere(request) {
  try {
    return await fetch(request);
  } catch {
    return (await kept('/404.html')) ?? Response.error();
  }
}

self.addEventListener('install', (event) => event.waitUntil(precache()));
self.addEventListener('activate', (event) => event.waitUntil(dropOld()));
self.addEventListener('message', (event) => {
  if (event.data === 'SKIP_WAITING') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  event.respondWith(answer(request, url.pathname));
});
