// How the command line turns a value into text where it prints no JSON: as the language that it is written in does. It knows no format.
import { isList, isScalar, type Value } from './value.ts';

/** A value as `str()` gives it: text as it is, `None`, `True`, `False`, and literals for lists and fields. */
export function pythonText(value: Value): string {
  return typeof value === 'string' ? value : pythonLiteral(value);
}

/** A value as `repr()` gives it. */
export function pythonLiteral(value: Value): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (isList(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  if (isScalar(value)) return '';
  const pairs = Object.entries(value).map(([name, held]) => `${quoted(name)}: ${pythonLiteral(held)}`);
  return `{${pairs.join(', ')}}`;
}

/** The name of a value's type as error messages have it. */
export function pythonTypeOf(value: Value): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'object') return isList(value) ? 'list' : 'dict';
  return typeof value === 'string' ? 'str' : 'bool';
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
