// Reads what stands behind an option as a value of the model's type: plain text, JSON, the short form, a file. It does
// not check what the model demands of the value.
import type { ServiceModel } from '#cloud/models';
import { isWhole, type Words } from './arguments.ts';
import type { Host } from './command.ts';
import { contentNamed } from './files.ts';
import { generalFault, Mistake, unreadable } from './faults.ts';
import { isJsonMistake, parseJson } from './json.ts';
import { isScalar, memberType, typeNamed, type Type } from './model-type.ts';
import { Misread, parseShorthand } from './shorthand.ts';
import { isList, isStructure, type Value } from './value.ts';

/** Where values are read: the shell's files and the model of the service. */
export interface Reading {
  readonly model: ServiceModel;
  readonly host: Host;
}

/**
 * @param option as typed, `--tags`
 * @param type its name in the model
 * @throws Mistake
 */
export async function readValue(
  { model, host }: Reading,
  option: string,
  type: string,
  written: Words,
): Promise<Value> {
  if (typeof written === 'boolean') return written;
  const words = await loaded(host, option, written);
  if (words instanceof Uint8Array) return words;
  const shape = typeNamed(model, type);
  const first = typeof words === 'string' ? words : words[0];
  if (!isShortable(model, shape) || /^\s*[[{]/.test(first ?? '')) return unpack(model, option, shape, words);
  const value =
    typeof words === 'string'
      ? await shorthand(host, option, shape, words)
      : await Promise.all(words.map((word) => shorthand(host, option, shape, word)));
  return fitted(model, shape, value);
}

/** What the option's file holds, where it names one; the words themselves otherwise. */
export async function loaded(
  host: Host,
  option: string,
  written: string | readonly string[],
): Promise<string | readonly string[] | Uint8Array> {
  const word = typeof written === 'string' ? written : written.length === 1 ? written[0] : undefined;
  const found = word === undefined ? undefined : await contentNamed(word, host);
  if (!found) return written;
  if ('why' in found) throw unreadable(option, found.why);
  return found.content;
}

/** Whether a type has a short form: whatever is more than a list of plain values. */
function isShortable(model: ServiceModel, type: Type): boolean {
  return type.kind === 'list' ? !isScalar(typeNamed(model, type.of)) : !isScalar(type);
}

async function shorthand(host: Host, option: string, type: Type, text: string): Promise<Value> {
  if (isOneValue(type) && !text.includes('=')) return { Value: text };
  const named = new Map<string, Value>();
  const read = (resolve: (word: string) => Value): Value => {
    try {
      return parseShorthand(text, resolve);
    } catch (stop) {
      if (stop instanceof Misread) throw unreadable(option, stop.message);
      throw stop;
    }
  };
  read((word) => {
    named.set(word, word);
    return word;
  });
  for (const word of named.keys()) {
    const found = await contentNamed(word, host);
    if (found && 'why' in found) throw unreadable(option, found.why);
    if (found) named.set(word, found.content);
  }
  return read((word) => named.get(word) ?? word);
}

/** A structure of nothing but a text `Value` may be given as the text alone. */
function isOneValue(type: Type): boolean {
  if (type.kind !== 'structure') return false;
  const [member, ...others] = Object.entries(type.members);
  return member?.[0] === 'Value' && member[1] === 'string' && others.length === 0;
}

/** Texts of the short form as the model's numbers and booleans; a single value as the list that it stands for. */
function fitted(model: ServiceModel, type: Type, value: Value): Value {
  const inner = (name: string, one: Value): Value => {
    const member = typeNamed(model, name);
    return member.kind === 'list' && !isList(one) ? [one] : fitted(model, member, one);
  };
  if (type.kind === 'list') return isList(value) ? value.map((one) => inner(type.of, one)) : value;
  if (type.kind === 'map' || type.kind === 'structure') {
    if (!isStructure(value)) return value;
    const entries = Object.entries(value).map(([key, one]): [string, Value] => {
      const member = memberType(type, key);
      return [key, member === undefined ? one : inner(member, one)];
    });
    return Object.fromEntries(entries);
  }
  if (typeof value !== 'string') return value;
  if (type.kind === 'number') return wholeNumber(value);
  if (type.kind === 'boolean' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return value;
}

function unpack(model: ServiceModel, option: string, type: Type, words: string | readonly string[]): Value {
  if (type.kind === 'list') {
    const only = typeof words === 'string' ? words : words.length === 1 ? words[0] : undefined;
    if (only?.trimStart().startsWith('[') === true) return json(option, only);
    const member = typeNamed(model, type.of);
    return Array.from(words).map((word) => {
      if (member.kind === 'number' && !isWhole(word)) throw unreadable(option, word);
      return unpack(model, option, member, word);
    });
  }
  const text = typeof words === 'string' ? words : words.join(' ');
  if (type.kind === 'structure' || type.kind === 'map') {
    if (text.trimStart().startsWith('{')) return json(option, text);
    throw unreadable(option, `Invalid JSON:\n${text}`);
  }
  if (type.kind === 'number') return wholeNumber(text);
  return type.kind === 'boolean' ? text.toLowerCase() !== 'false' && text !== '' : text;
}

function json(option: string, text: string): Value {
  const read = parseJson(text);
  if (isJsonMistake(read)) throw unreadable(option, `Invalid JSON: ${read.wrong}\nJSON received: ${text}`);
  return read.value;
}

/** The command line's own conversion; what fails here is no fault of the grammar: 255. Source: cli-source. */
export function wholeNumber(text: string): number {
  if (!isWhole(text)) throw new Mistake(generalFault(`invalid literal for int() with base 10: '${text}'`));
  return Number(text.trim().replaceAll('_', ''));
}
