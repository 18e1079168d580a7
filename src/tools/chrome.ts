// Finds a Chrome or Chromium, or installs one where that is possible.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const MISSING =
  'no Chrome or Chromium was found and none could be installed: install one, or name it in CHROME=/path/to/chrome';

/** A browser that Playwright itself has put on this machine, on whichever system it runs. */
function playwrights(): string | undefined {
  const place = chromium.executablePath();
  return existsSync(place) ? place : undefined;
}

/** There is no browser, and the message says what to do about it. */
export class NoChrome extends Error {}

/** The browser to use, if there is one. @throws {NoChrome} when `CHROME` names a file that does not exist */
export function findChrome(): string | undefined {
  const named = process.env['CHROME'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new NoChrome(`CHROME names \`${named}\`, and there is no such file`);
    return named;
  }
  return USUAL.find((place) => existsSync(place)) ?? playwrights();
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

function install(): void {
  const quiet = { stdio: 'inherit' as const };
  if (isDebianRoot()) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { ...quiet, env });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-liberation'], { ...quiet, env });
  } else {
    spawnSync('playwright', ['install', 'chromium'], { ...quiet, timeout: 120_000 });
  }
}

/** The browser to use, installed if need be. @throws {NoChrome} when there is none to be had */
export function needChrome(): string {
  const found = findChrome();
  if (found !== undefined) return found;
  console.log('no browser found, installing one');
  install();
  const installed = findChrome();
  if (installed === undefined) throw new NoChrome(MISSING);
  return installed;
}

/** What a headless browser needs to run quietly, also as root and in a container. */
export const CHROME_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

if (import.meta.main)
  console.log(execFileSync(needChrome(), ['--version', '--no-sandbox']).toString().trim());
