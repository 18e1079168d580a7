// `npm run build`: the authoring check and the proofs with all their errors, then Astro.
import { createInterface } from 'node:readline';
import { prove } from '#course';
import { loadContent, makeLine, mistakesOf, type AuthoringError } from '#course/load';
import { astro } from './astro.ts';

/** Astro says this of every build with Shiki and a content security policy; here styles are classes, so it is moot. */
const MOOT =
  'Shiki syntax highlighting uses inline styles that are not compatible with Content Security Policy (CSP)';

/** What is wrong with the content of a folder. What can be read is proved as well: a wrong key is a mistake. */
async function mistakesIn(root: string): Promise<readonly AuthoringError[]> {
  const { content, errors, locate } = loadContent(root);
  return errors.length > 0 ? errors : mistakesOf(await prove(content), locate);
}

/** @returns whether the site was built */
export async function build(): Promise<boolean> {
  const mistakes = await mistakesIn('.');
  for (const mistake of mistakes) console.error(makeLine(mistake));
  if (mistakes.length > 0) {
    console.error(`${mistakes.length} error${mistakes.length === 1 ? '' : 's'} in content/`);
    return false;
  }
  const plain = { NO_COLOR: '1', FORCE_COLOR: undefined };
  const building = astro(['build'], ['ignore', 'pipe', 'pipe'], plain);
  for (const stream of [building.stdout, building.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      if (!line.includes(MOOT)) console.log(line);
    });
  }
  return new Promise((done) => {
    building.once('close', (code) => {
      done(code === 0);
    });
  });
}

if (import.meta.main && !(await build())) process.exitCode = 1;
