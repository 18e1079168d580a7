// A lesson as Astro compiles it, with the facts that it cites, as the course's own loader reads it. What cannot be cited
// has stopped the build before.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { cite, factsIn } from '#course/load';

/** @param root the folder that holds `content/` */
export function citeFacts(root: string): Plugin {
  let facts: ReturnType<typeof factsIn> | undefined;
  return {
    name: 'cite-facts',
    enforce: 'pre',
    watchChange() {
      facts = undefined;
    },
    // Before any transform: Markdown's own comes first of all.
    load: {
      filter: { id: /\/content\/lessons\/.*\.mdx$/ },
      handler(id) {
        facts ??= factsIn(root);
        for (const { file } of facts.values()) this.addWatchFile(join(root, file));
        return cite(readFileSync(id, 'utf8'), facts).text;
      },
    },
  };
}
