// How AWS's command line shows a value in its messages: as Python would. It knows no parameter.
import { quoted } from './arguments.ts';
import { isList, type Value } from './value.ts';

/** A value as it stands in a message: a text bare, anything else as Python writes it. */
export function shown(value: Value): string {
  return typeof value === 'string' ? value : literal(value);
}

/** The kind of a value, `<class 'str'>`. */
export function kindOf(value: Value): string {
  return `<class '${kindName(value)}'>`;
}

function kindName(value: Value): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (value instanceof Uint8Array) return 'bytes';
  return isList(value) ? 'list' : 'dict';
}

function literal(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (value instanceof Uint8Array) return `b${quoted(new TextDecoder('latin1').decode(value))}`;
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, inner]) => `${quoted(key)}: ${literal(inner)}`);
  return `{${pairs.join(', ')}}`;
}
