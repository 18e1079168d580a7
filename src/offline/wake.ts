// Adds the directive `client:wake`: an island sleeps as finished HTML until somebody touches it.
import type { AstroIntegration } from 'astro';

export function wake(): AstroIntegration {
  return {
    name: 'gatehouse:wake',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({
          name: 'wake',
          entrypoint: new URL('../widgets/site/wake.ts', import.meta.url).pathname,
        });
      },
    },
  };
}
