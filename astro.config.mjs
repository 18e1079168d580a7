// How the site is built: static pages, islands that wake when touched, a strict content security policy.
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { leanShell } from './src/tools/lean-shell.ts';
import { licences } from './src/tools/licences.ts';
import { offline } from './src/offline/offline.ts';
import { wake } from './src/offline/wake.ts';
import { classTheme, styleToClass } from './src/tools/shiki-classes.mjs';

/** What decides, for labs, results and terminals alike: one file, where a bundler left alone makes a dozen of crumbs. */
const DECISION = new RegExp(
  [
    '/src/evaluator/(?!validate/|test/|laws/|simulation|authorization|explain)[^/]+',
    '/src/cloud/(?:authorize|call|cloud|context|documents|endpoint|fault|ids|lab-operations|layers|managed|names|operation|organization|owner|passing|pins|refusal|resource-policy|session|sign-in|tags)',
    '/src/cloud/(?:dynamodb/scenario|ec2/acted-out|ec2/profile|iam/add-role-to-profile|iam/changed|iam/found|iam/named-role|iam/protected-role)',
    '/src/course/expectation',
  ]
    .map((path) => `${path}\\.ts$`)
    .join('|'),
);

/** @param {string} id the path of a module */
function isOfDecision(id) {
  return DECISION.test(id);
}

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
    plugins: [leanShell()],
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks: { moduleLevelDirective: false },
        output: { codeSplitting: { groups: [{ name: 'decision', test: isOfDecision }] } },
      },
    },
  },
});
