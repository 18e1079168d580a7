// `npm run build`: the authoring check with all its errors, then Astro.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { loadContent } from '#course/load';

/** Astro says this of every build with Shiki and a content security policy; here styles are classes, so it is moot. */
const MOOT =
  'Shiki syntax highlighting uses inline styles that are not compatible with Content Security Policy (CSP)';

/** @returns whether the site was built */
export async function build(): Promise<boolean> {
  const { errors } = loadContent('.');
  for (const { file, line, field, message } of errors) {
    console.error(`${file}:${line}: ${field === '' ? '' : `${field}: `}${message}`);
  }
  if (errors.length > 0) {
    console.error(`${errors.length} error${errors.length === 1 ? '' : 's'} in content/`);
    return false;
  }
  const astro = spawn('astro', ['build'], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [astro.stdout, astro.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (!line.includes(MOOT)) console.log(line);
    });
  }
  return new Promise((done) => {
    astro.once('close', (code) => {
      done(code === 0);
    });
  });
}

if (import.meta.main && !(await build())) process.exitCode = 1;
