// How the command line turns a value into text where it prints no JSON: as the language that it is written in does.
// It knows no format and no parameter.

/** Values that a message or an answer can show; bytes only in messages. */
export type Shown = null | boolean | number | string | Uint8Array | readonly Shown[] | ShownFields;

interface ShownFields {
  readonly [name: string]: Shown;
}

/** A value as `str()` gives it: text as it is, `None`, `True`, `False`, and literals for lists and fields. */
export function pythonText(value: Shown): string {
  return typeof value === 'string' ? value : pythonLiteral(value);
}

/** A value as `repr()` gives it. */
export function pythonLiteral(value: Shown): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Uint8Array) return `b${quoted(new TextDecoder('latin1').decode(value))}`;
  if (isList(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  const pairs = Object.entries(value).map(([name, held]) => `${quoted(name)}: ${pythonLiteral(held)}`);
  return `{${pairs.join(', ')}}`;
}

/** The name of a value's type as error messages have it. */
export function pythonTypeOf(value: Shown): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (value instanceof Uint8Array) return 'bytes';
  return isList(value) ? 'list' : 'dict';
}

function isList(value: readonly Shown[] | ShownFields): value is readonly Shown[] {
  return Array.isArray(value);
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

function quoted(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inside = Array.from(text, (char) => {
    if (char === mark) return `\\${char}`;
    // Controls, and everything that has no shape on paper.
    return ESCAPES[char] ?? (/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(char) ? escaped(char) : char);
  });
  return mark + inside.join('') + mark;
}

function escaped(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code <= 0xffff
    ? `\\u${code.toString(16).padStart(4, '0')}`
    : `\\U${code.toString(16).padStart(8, '0')}`;
}
