// What ships and under which terms: the packages behind the bundle's modules, the fonts and the data, listed at /licences/.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';

/** SPDX names that may ship. */
export const ALLOWED = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
];

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** The folder of the package that a module belongs to. */
function packageOf(id: string): string | undefined {
  const at = id.lastIndexOf('/node_modules/');
  if (at < 0) return undefined;
  const rest = id.slice(at + '/node_modules/'.length).split('/');
  const name = rest[0]?.startsWith('@') ? rest.slice(0, 2) : rest.slice(0, 1);
  return join(id.slice(0, at), 'node_modules', ...name);
}

function read(folder: string): Licence {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)/i.test(name));
  return {
    name: String(manifest['name']),
    version: String(manifest['version']),
    licence: String(manifest['license']),
    text: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim(),
  };
}

/** @throws when a package ships under terms that are not allowed */
export function checked(licences: readonly Licence[]): readonly Licence[] {
  for (const { name, licence } of licences) {
    if (!ALLOWED.includes(licence))
      throw new Error(`${name} ships under \`${licence}\`, which is not among ${ALLOWED.join(', ')}`);
  }
  return licences;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The list as it is put into the built page in place of its mark. */
export function listing(licences: readonly Licence[]): string {
  return licences
    .map(
      ({ name, version, licence, text }) =>
        `<details><summary>${escape(name)} ${escape(version)} · ${escape(licence)}</summary><pre>${escape(text)}</pre></details>`,
    )
    .join('\n');
}

export function licences(): AstroIntegration {
  const folders = new Set<string>();
  return {
    name: 'gatehouse:licences',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'gatehouse:what-ships',
                applyToEnvironment: (environment: { readonly name: string }) => environment.name === 'client',
                generateBundle(
                  _options: unknown,
                  bundle: Record<
                    string,
                    { moduleIds?: readonly string[]; originalFileNames?: readonly string[] }
                  >,
                ) {
                  for (const part of Object.values(bundle)) {
                    for (const id of [...(part.moduleIds ?? []), ...(part.originalFileNames ?? [])]) {
                      const folder = packageOf(id.split('?')[0]?.replaceAll('\0', '') ?? '');
                      if (folder !== undefined && existsSync(join(folder, 'package.json')))
                        folders.add(folder);
                    }
                  }
                },
              },
            ],
          },
        });
      },
      'astro:build:done': ({ dir }) => {
        const fonts = ['source-serif-4', 'inter', 'jetbrains-mono'].map((name) =>
          join('node_modules', '@fontsource-variable', name),
        );
        const data = join('node_modules', '@cloud-copilot', 'iam-data');
        const found = new Map(
          [...folders, ...fonts, data].map((folder) => [read(folder).name, read(folder)]),
        );
        const list = checked([...found.values()].toSorted((a, b) => a.name.localeCompare(b.name)));
        const page = join(dir.pathname, 'licences', 'index.html');
        mkdirSync(dirname(page), { recursive: true });
        const html = readFileSync(page, 'utf8');
        writeFileSync(
          page,
          html.replace('<!-- licences -->', () => listing(list)),
        );
        writeFileSync(
          join(dir.pathname, 'licences', 'licences.json'),
          JSON.stringify(list.map(({ name, version, licence }) => ({ name, version, licence }))),
        );
      },
    },
  };
}
