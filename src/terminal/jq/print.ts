// Values as jq writes them.
import { isFields, isList, type Value } from '../value.ts';

export interface Look {
  /** What stands before each level; everything on one line without it. */
  readonly indent?: string;
  readonly isSorted?: boolean;
  readonly isAscii?: boolean;
}

export function written(value: Value, look: Look, level = ''): string {
  if (typeof value === 'string') return writtenText(value, look);
  if (typeof value === 'number') return writtenNumber(value);
  if (isList(value))
    return wrapped(
      '[',
      ']',
      value.map((one) => (deeper) => written(one, look, deeper)),
      look,
      level,
    );
  if (!isFields(value)) return String(value);
  const names = look.isSorted === true ? Object.keys(value).toSorted() : Object.keys(value);
  const gap = look.indent === undefined ? ':' : ': ';
  const members = names.map(
    (name) => (deeper: string) =>
      `${writtenText(name, look)}${gap}${written(value[name] ?? null, look, deeper)}`,
  );
  return wrapped('{', '}', members, look, level);
}

/** On one line. */
export function dumped(value: Value): string {
  return written(value, {});
}

function wrapped(
  open: string,
  close: string,
  members: readonly ((level: string) => string)[],
  { indent }: Look,
  level: string,
): string {
  if (members.length === 0) return `${open}${close}`;
  if (indent === undefined) return `${open}${members.map((member) => member('')).join(',')}${close}`;
  const deeper = `${level}${indent}`;
  const lines = members.map((member) => `${deeper}${member(deeper)}`);
  return `${open}\n${lines.join(',\n')}\n${level}${close}`;
}

function writtenText(text: string, { isAscii }: Look): string {
  const json = JSON.stringify(text).replaceAll('\u007f', '\\u007f');
  if (isAscii !== true) return json;
  return json.replace(
    /[^\u0020-\u007e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Plain digits where they are few, with an exponent of two digits otherwise; no number is no number. */
export function writtenNumber(value: number): string {
  if (Number.isNaN(value)) return 'null';
  if (!Number.isFinite(value)) return value > 0 ? '1.7976931348623157e+308' : '-1.7976931348623157e+308';
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const power = Number(exponent);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (power + 1 <= -4 || power + 1 > digits.length + 15) {
    const rest = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const size = String(Math.abs(power)).padStart(2, '0');
    return `${sign}${digits[0] ?? ''}${rest}e${power < 0 ? '-' : '+'}${size}`;
  }
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
  return digits.length > power + 1 ? `${sign}${whole}.${digits.slice(power + 1)}` : `${sign}${whole}`;
}
