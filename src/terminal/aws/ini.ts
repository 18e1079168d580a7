// The files under ~/.aws as text: sections, options, nested options. It knows no meaning of any name.

/** The options of a section. A value that begins on the lines below its name holds options of its own. */
export type Section = ReadonlyMap<string, string | ReadonlyMap<string, string>>;
export type Ini = ReadonlyMap<string, Section>;

/** @returns `undefined` when the text is no such file: a line of no kind, or a section or an option twice. Source: cli-source. */
export function parseIni(text: string): Ini | undefined {
  const sections = new Map<string, Map<string, string[]>>();
  let section: Map<string, string[]> | undefined;
  let value: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (/^[#;]/.test(trimmed)) continue;
    if (trimmed === '') {
      value?.push('');
      continue;
    }
    if (/^\s/.test(line) && value) {
      value.push(trimmed);
      continue;
    }
    const [, header] = /^\[(.+)\]/.exec(trimmed) ?? [];
    if (header !== undefined) {
      if (sections.has(header)) return undefined;
      section = new Map();
      value = undefined;
      sections.set(header, section);
      continue;
    }
    const [, name, rest] = /^(.*?)\s*[=:]\s*(.*)$/.exec(trimmed) ?? [];
    const key = name?.toLowerCase();
    if (!section || key === undefined || key === '' || section.has(key)) return undefined;
    value = [rest ?? ''];
    section.set(key, value);
  }
  return whole(sections);
}

function whole(sections: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>): Ini | undefined {
  const made = new Map<string, Section>();
  for (const [name, options] of sections) {
    const values = new Map<string, string | ReadonlyMap<string, string>>();
    for (const [key, lines] of options) {
      const text = lines.join('\n').replace(/\n+$/, '');
      const value = text.startsWith('\n') ? nested(text) : text;
      if (value === undefined) return undefined;
      values.set(key, value);
    }
    made.set(name, values);
  }
  return made;
}

function nested(text: string): ReadonlyMap<string, string> | undefined {
  const options = new Map<string, string>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const at = line.indexOf('=');
    if (at === -1) return undefined;
    options.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return options;
}

/** Values to write: a map is written as nested options. */
export type Values = ReadonlyMap<string, string | ReadonlyMap<string, string>>;

const HEADER = /^\s*\[([^\]]+)\]/;
const OPTION = /^(\s*)([^:=][^:=]*?)\s*[:=]\s*(.*)$/;

/** The text with some values of a section replaced or added; all else stays as it is, comments too. Source: cli-source. */
export function withValues(text: string, section: string, values: Values): string {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const start = lines.findIndex((line) => isHeader(line, section));
  if (start === -1) return ended([...lines, `[${section}]`, ...written(values)]);
  const below = lines.findIndex((line, index) => index > start && HEADER.test(line));
  const end = below === -1 ? lines.length : below;
  const left = new Map(values);
  const body: string[] = [];
  let last = 0;
  for (let index = start + 1; index < end; index += 1) {
    const line = lines[index] ?? '';
    const [, indent = '', name = ''] = OPTION.exec(line) ?? [];
    const value = indent === '' ? left.get(name) : undefined;
    if (value === undefined) body.push(line);
    else if (typeof value === 'string') body.push(`${name} = ${value}`);
    else {
      const rest = lines.slice(index + 1, end);
      const inner = rest.findIndex((one) => !/^\s+\S/.test(one));
      const count = inner === -1 ? rest.length : inner;
      body.push(line, ...withNested(rest.slice(0, count), value));
      index += count;
    }
    if (name !== '') last = body.length;
    left.delete(name);
  }
  return ended([
    ...lines.slice(0, start + 1),
    ...body.slice(0, last),
    ...written(left),
    ...body.slice(last),
    ...lines.slice(end),
  ]);
}

function withNested(lines: readonly string[], values: ReadonlyMap<string, string>): readonly string[] {
  const left = new Map(values);
  const kept = lines.map((line) => {
    const [, indent = '', name = ''] = OPTION.exec(line) ?? [];
    const value = left.get(name);
    left.delete(name);
    return value === undefined ? line : `${indent}${name} = ${value}`;
  });
  return [...kept, ...[...left].map(([name, value]) => `    ${name} = ${value}`)];
}

function isHeader(line: string, section: string): boolean {
  const [, header] = HEADER.exec(line) ?? [];
  const [kind = '', ...name] = section.split(' ');
  return header === section || (name.length > 0 && header === `${kind} "${name.join(' ')}"`);
}

function written(values: Values): readonly string[] {
  return [...values].flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`${name} = ${value}`]
      : [`${name} =`, ...[...value].map(([key, inner]) => `    ${key} = ${inner}`)],
  );
}

function ended(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
