// After the build: the list of all files with their hashes, and the service worker of its version.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Every file of a folder as the path under which it is served, with a hash of what is in it. */
export function manifestOf(root: string): readonly (readonly [string, string])[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => {
      const path = `/${relative(root, file).split(sep).join('/')}`;
      const hash = createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 12);
      return [path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path, hash] as const;
    })
    .filter(([path]) => path !== '/sw.js' && path !== '/offline.json');
}

export function offline(): AstroIntegration {
  return {
    name: 'gatehouse:offline',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const manifest = manifestOf(root);
        const version = createHash('sha256').update(JSON.stringify(manifest)).digest('hex').slice(0, 12);
        const source = readFileSync(new URL('./sw.js', import.meta.url), 'utf8');
        writeFileSync(join(root, 'offline.json'), JSON.stringify({ version, files: manifest }));
        writeFileSync(join(root, 'sw.js'), source.replace('__VERSION__', version));
        logger.info(`${manifest.length} files in version ${version}`);
      },
    },
  };
}
