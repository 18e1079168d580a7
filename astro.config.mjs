// How the site is built: static pages, islands that wake when touched, a strict content security policy.
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { citeFacts } from './src/tools/cite-facts.ts';
import { leanShell } from './src/tools/lean-shell.ts';
import { licences } from './src/tools/licences.ts';
import { offline } from './src/offline/offline.ts';
import { wake } from './src/offline/wake.ts';
import { classTheme, styleToClass } from './src/tools/shiki-classes.mjs';

/** One file each for what decides and for the account around it, where a bundler left alone makes a dozen of crumbs. */
const FILES = {
  words: /\/src\/cloud\/(?:cloud|names|organization|read-document)\.ts$/,
  decision: /\/src\/evaluator\/(?!simulation|authorization|explain)[^/]+\.ts$/,
  account:
    /\/src\/(?:course\/expectation|cloud\/(?:authorize|call|context|endpoint|fault|ids|lab-operations|layers|managed|operation|owner|passing|pins|refusal|resource-policy|session|sign-in|tags|dynamodb\/scenario|ec2\/(?:acted-out|profile)|iam\/(?:add-role-to-profile|changed|found|named-role|protected-role)))\.ts$/,
};

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [mdx(), react(), wake(), licences(), offline()],
  markdown: {
    processor: satteri({ features: { smartPunctuation: false } }),
    shikiConfig: { theme: classTheme, transformers: [styleToClass()] },
  },
  security: {
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
  vite: {
    plugins: [citeFacts(import.meta.dirname), leanShell()],
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks: { moduleLevelDirective: false },
        output: { codeSplitting: { groups: Object.entries(FILES).map(([name, test]) => ({ name, test })) } },
      },
    },
  },
});
