// `npm start`: builds the site and serves it. A port in use is said before anything is built.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { build } from './build.ts';
import { portOf, serve, whyNotServed } from './serve.ts';

try {
  const port = portOf(process.env['PORT']);
  const probe = createServer().listen(port);
  await once(probe, 'listening');
  await new Promise((closed) => probe.close(closed));
  if (await build()) {
    await serve('dist', port);
    console.log(`Gatehouse is at http://localhost:${port}/`);
  } else process.exitCode = 1;
} catch (error) {
  console.error(whyNotServed(error));
  process.exitCode = 1;
}
