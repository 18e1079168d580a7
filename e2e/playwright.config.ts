// Journeys in a real Chromium, against the built site.
import { defineConfig, devices } from '@playwright/test';
import { CHROME_ARGUMENTS, findChrome } from '../src/tools/chrome.ts';

const port = Number(process.env['PORT'] ?? 4329);
const chrome = findChrome();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // No journey is about time: a slow machine fails none.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [['list']] : [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    launchOptions: { ...(chrome === undefined ? {} : { executablePath: chrome }), args: CHROME_ARGUMENTS },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  outputDir: '../test-results',
  webServer: {
    cwd: '..',
    command: 'node src/tools/serve.ts',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
