// Turns parameters into what the simulated services take: blobs as base64 text, times as numbers. It checks nothing else.
import type { Input } from '#cloud';
import type { ServiceModel } from '#cloud/models';
import { makeBase64, parseBase64 } from './base64.ts';
import { generalFault, Mistake } from './faults.ts';
import { memberType, typeNamed, type Type } from './model-type.ts';
import { parseTimestamp } from './timestamp.ts';
import { isList, isStructure, type Structure, type Value } from './value.ts';

export type BinaryFormat = 'base64' | 'raw-in-base64-out';

/**
 * Reads the texts of blobs. A file that was given as bytes stays as it is.
 * @throws Mistake for a text that is no base64, where it has to be. Source: cli-guide-parameters.
 */
export function withBytes(model: ServiceModel, input: string, value: Value, format: BinaryFormat): Value {
  return mapped(model, typeNamed(model, input), value, (kind, one) => {
    if (kind !== 'blob' || typeof one !== 'string') return one;
    const bytes = format === 'base64' ? parseBase64(one) : new TextEncoder().encode(one);
    if (!bytes) throw new Mistake(generalFault(`Invalid base64: "${one}"`));
    return bytes;
  });
}

/** @param value parameters that the model has been asked about */
export function encoded(model: ServiceModel, input: string, value: Structure): Input {
  const all = mapped(model, typeNamed(model, input), value, (kind, one) => {
    if (one instanceof Uint8Array) return kind === 'blob' ? makeBase64(one) : new TextDecoder().decode(one);
    if (kind !== 'timestamp') return one;
    return typeof one === 'number'
      ? one * 1000
      : typeof one === 'string'
        ? (parseTimestamp(one) ?? one)
        : one;
  });
  return isStructure(all) ? all : {};
}

type Change = (kind: Type['kind'], value: Value) => Value;

function mapped(model: ServiceModel, type: Type, value: Value, change: Change): Value {
  const inner = (name: string | undefined, one: Value): Value =>
    name === undefined ? one : mapped(model, typeNamed(model, name), one, change);
  if (isList(value)) return type.kind === 'list' ? value.map((one) => inner(type.of, one)) : value;
  if (!isStructure(value)) return change(type.kind, value);
  const entries = Object.entries(value).map(([key, one]): [string, Value] => [
    key,
    inner(memberType(type, key), one),
  ]);
  return Object.fromEntries(entries);
}
