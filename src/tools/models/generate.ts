// What a service's operations take and give, read from its JavaScript client. The client's schemas have the types, its
// interfaces the order of members and the names of enums.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { OperationModel, ServiceModel, Shape } from '#cloud/models';
import type { SimulatedService } from './simulated.ts';

/** Kinds and primitives as the client's schemas write them. */
const LIST = 1;
const MAP = 2;
const STRUCTURE = 3;
const UNION = 4;
const OPERATION = 9;
/** What an operation takes or gives when it is nothing. */
const NOTHING = 'unit';
const LIST_OF = 64;
const MAP_OF = 128;
const PRIMITIVES: Readonly<Record<number, string>> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  5: 'timestamp',
  6: 'timestamp',
  7: 'timestamp',
  15: 'document',
  17: 'number',
  19: 'number',
  21: 'blob',
  42: 'blob',
};

type Raw = unknown;

class Interfaces {
  readonly members = new Map<string, ReadonlyMap<string, string>>();
  readonly enums = new Map<string, readonly string[]>();

  constructor(folder: string) {
    const files = readdirSync(folder).filter((name) => name.endsWith('.d.ts'));
    for (const file of files) this.read(readFileSync(join(folder, file), 'utf8'));
  }

  private read(source: string): void {
    const text = source.replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, name = '', body = ''] of text.matchAll(/export interface (\w+)[^{]*\{([\s\S]*?)\n\}/g)) {
      const members = [...body.matchAll(/^ {4}"?(\w+)"?\??: ([^;]+);/gm)];
      this.members.set(name, new Map(members.map(([, member = '', type = '']) => [member, type])));
    }
    for (const [, name = '', body = ''] of text.matchAll(/export declare const (\w+): \{([\s\S]*?)\n\};/g)) {
      this.enums.set(
        name,
        [...body.matchAll(/: "([^"]*)"/g)].map(([, value = '']) => value),
      );
    }
  }
}

class Reader {
  readonly shapes: Record<string, Shape> = {};
  private readonly interfaces: Interfaces;

  constructor(interfaces: Interfaces) {
    this.interfaces = interfaces;
  }

  /** The name of a type, after its shape was kept. @param declared how the interface writes it */
  type(raw: Raw, declared = ''): string {
    if (typeof raw === 'function') return this.type((raw as () => Raw)(), declared);
    if (typeof raw === 'number') return this.simple(raw, declared);
    if (raw === NOTHING) return NOTHING;
    if (!Array.isArray(raw)) throw new Error(`unknown type ${String(raw)}`);
    const [kind, space, name, , base] = raw as readonly Raw[];
    if (typeof space !== 'string' || typeof name !== 'string') return this.type(kind, declared);
    if (kind === 0) return this.type(base, declared);
    if (!(name in this.shapes)) this.keep(raw, Number(kind), name, declared);
    return name;
  }

  private simple(code: number, declared: string): string {
    if (code >= MAP_OF)
      return this.named(`map of ${this.simple(code - MAP_OF, '')}`, { map: this.simple(code - MAP_OF, '') });
    if (code >= LIST_OF) {
      const of = this.simple(code - LIST_OF, declared.replace(/\[\].*$/, ''));
      return this.named(`list of ${of}`, { list: of });
    }
    const type = PRIMITIVES[code];
    if (type === undefined) throw new Error(`unknown primitive ${code}`);
    const values = this.interfaces.enums.get(declared.split(' ')[0] ?? '');
    return type === 'string' && values ? this.named(declared.split(' ')[0] ?? '', { enum: values }) : type;
  }

  private named(name: string, shape: Shape): string {
    this.shapes[name] = shape;
    return name;
  }

  private keep(raw: readonly Raw[], kind: number, name: string, declared: string): void {
    if (kind === LIST || kind === MAP) {
      const shape = kind === LIST ? { list: '' } : { map: '' };
      this.shapes[name] = shape;
      const of = kind === LIST ? raw[4] : raw[5];
      const inner = this.type(
        of,
        kind === LIST ? declared.replace(/\[\].*$/, '') : (/, (\w+)>/.exec(declared)?.[1] ?? ''),
      );
      this.shapes[name] = kind === LIST ? { list: inner } : { map: inner };
      return;
    }
    if (kind !== STRUCTURE && kind !== UNION) {
      this.shapes[name] = { members: {} };
      return;
    }
    const members: Record<string, string> = {};
    this.shapes[name] = { members };
    const names = raw[4] as readonly string[];
    const types = raw[5] as readonly Raw[];
    const declaredAs = this.interfaces.members.get(name);
    const order = [...(declaredAs?.keys() ?? [])].filter((one) => names.includes(one));
    for (const one of order.length === names.length ? order : names)
      members[one] = this.type(types[names.indexOf(one)], declaredAs?.get(one));
    const required = names.slice(0, Number(raw[6] ?? 0));
    if (required.length > 0) this.shapes[name] = { members, required };
  }
}

/** Reads a client that is installed. @param root the folder of the packages */
export function modelOf(service: SimulatedService, root: string): Omit<ServiceModel, 'limits'> {
  const folder = resolve(root, '@aws-sdk', `client-${service.client}`);
  const module = createRequire(import.meta.url)(folder) as Record<string, Raw>;
  const reader = new Reader(new Interfaces(join(folder, 'dist-types/models')));
  const errors = errorsOf(folder);
  const found = Object.values(module).filter(
    (raw): raw is readonly Raw[] => Array.isArray(raw) && raw[0] === OPERATION,
  );
  const operations: Record<string, OperationModel> = {};
  const others: string[] = [];
  for (const raw of [...found].sort((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1))) {
    const name = String(raw[2]);
    const isSimulated =
      (service.operations?.includes(name) ?? true) && service.without?.includes(name) !== true;
    if (!isSimulated) {
      others.push(name);
      continue;
    }
    operations[name] = {
      ...shapeName('input', reader.type(raw[4])),
      ...shapeName('output', reader.type(raw[5])),
      errors: errors(name),
    };
  }
  const missing = [...(service.operations ?? []), ...(service.without ?? [])].filter(
    (name) => !(name in operations) && !others.includes(name),
  );
  if (missing.length > 0) throw new Error(`${service.command} has no operation ${missing.join(', ')}`);
  return { command: service.command, prefix: service.prefix, operations, others, shapes: reader.shapes };
}

function shapeName(member: 'input' | 'output', name: string): Record<string, string> {
  return name === NOTHING ? {} : { [member]: name };
}

/** The codes that the client documents for an operation, without the word Exception where the service leaves it out. */
function errorsOf(folder: string): (operation: string) => readonly string[] {
  const at = join(folder, 'dist-types/commands');
  return (operation) => {
    const text = readFileSync(join(at, `${operation}Command.d.ts`), 'utf8');
    return [...text.matchAll(/@throws \{@link (\w+)\}/g)]
      .map(([, name = '']) => name)
      .filter((name) => !/ServiceException$/.test(name));
  };
}
