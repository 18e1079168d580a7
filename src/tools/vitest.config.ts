// Two projects: rules and machines run in Node, widgets in jsdom.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = new URL('../..', import.meta.url).pathname;

export default defineConfig({
  root,
  plugins: [react()],
  test: {
    // No test is about time: a slow machine fails none.
    testTimeout: 120_000,
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['./src/tools/test-setup.ts'],
        },
      },
    ],
  },
});
