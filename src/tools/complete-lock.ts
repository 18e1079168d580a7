// `npm run lock`, after each change of dependencies: npm leaves holes in the lock where a registry does not serve a
// package of another platform, and then `npm ci` refuses the lock. A stub closes a hole; npm never fetches it here.
import { readFileSync, writeFileSync } from 'node:fs';

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

interface Hole {
  /** The entry that asks for the package. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
}

const SYSTEMS = [
  ...['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix'],
  ...['win32', 'windows', 'wasm32', 'wasi', 'webcontainer'],
];
const WITHOUT_SYSTEM = ['wasm32', 'wasi', 'webcontainer'];
const PROCESSORS = [
  ...['x64', 'arm64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32', 'mips64el'],
];

const isExact = (version: string): boolean => /^\d+\.\d+\.\d+[-+.\w]*$/.test(version);

/** The key under which a package finds another, walking outwards as Node does. */
function found(lock: Lock, from: string, name: string): string | undefined {
  for (let at = from; ;) {
    const key = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (lock.packages[key]) return key;
    if (at === '') return undefined;
    const up = at.lastIndexOf('/node_modules/');
    at = up < 0 ? '' : at.slice(0, up);
  }
}

/** Optional packages that an entry asks for and the lock does not have. */
export function holesOf(lock: Lock): readonly Hole[] {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).flatMap(([name, version]): Hole[] => {
      const key = found(lock, path, name);
      const fits = key !== undefined && (!isExact(version) || lock.packages[key]?.version === version);
      return fits ? [] : [{ path, name, version }];
    }),
  );
}

function stub({ name, version }: Hole, asking: Entry | undefined): Entry {
  const words = name.split(/[/-]/);
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = system === 'wasm32' ? system : words.find((word) => PROCESSORS.includes(word));
  const libc = name.includes('musl') ? ['musl'] : /linux.*gnu(?!eabihf)/.test(name) ? ['glibc'] : undefined;
  return {
    version,
    ...(asking?.dev ? { dev: true } : {}),
    optional: true,
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(system === undefined || WITHOUT_SYSTEM.includes(system)
      ? {}
      : { os: [system === 'windows' ? 'win32' : system] }),
    ...(libc ? { libc } : {}),
  };
}

/** The lock with a stub for each hole. @throws when a hole names a range instead of a version */
export function complete(lock: Lock): Lock {
  const packages: Record<string, Entry> = { ...lock.packages };
  for (const hole of holesOf(lock)) {
    if (!isExact(hole.version))
      throw new Error(`${hole.path}: ${hole.name} ${hole.version} is missing and no exact version`);
    const root = `node_modules/${hole.name}`;
    const other = packages[root] !== undefined && packages[root].version !== hole.version;
    packages[other ? `${hole.path}/${root}` : root] = stub(hole, lock.packages[hole.path]);
  }
  const sorted = Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  writeFileSync('package-lock.json', `${JSON.stringify(complete(lock), null, 2)}\n`);
  console.log(`${holesOf(lock).length} holes closed`);
}
