// Holds a call's parameters against the model before anything is called: what must be there, what may be, types and
// least lengths. It does not know what the operation does with them.
import type { ServiceModel } from '#cloud/models';
import { parseTimestamp } from './timestamp.ts';
import { typeNamed, type Scalar, type Type } from './model-type.ts';
import { pythonText, pythonTypeOf } from '../python-text.ts';
import { isList, isStructure, type Value } from './value.ts';

/**
 * @param input the name of the operation's input
 * @returns one line for each finding, in the words of AWS's command line; none when the parameters may be sent. Only
 * the least length and value is looked at: what is too long is refused by the service itself. Source: cli-source.
 */
export function validate(model: ServiceModel, input: string, parameters: Value): readonly string[] {
  return check({ model, name: '', type: typeNamed(model, input) }, parameters);
}

interface Place {
  readonly model: ServiceModel;
  /** Where the value stands: `Tags[0].Key`. Empty for the whole. */
  readonly name: string;
  readonly type: Type;
  /** The least length, or the least value of a number. */
  readonly min?: number | undefined;
  /** Under which the model limits what a list holds: `CreateUserRequest.Tags`. */
  readonly limits?: string;
}

/** What Python may hold where the model has a scalar. */
const VALID: Readonly<Record<Scalar, readonly string[]>> = {
  string: ["<class 'str'>"],
  number: ["<class 'int'>"],
  boolean: ["<class 'bool'>"],
  timestamp: ["<class 'datetime.datetime'>", 'timestamp-string'],
  blob: ["<class 'bytes'>", "<class 'bytearray'>", 'file-like object'],
};

function check(place: Place, value: Value): readonly string[] {
  const { type, name } = place;
  if (type.kind === 'structure') {
    return isStructure(value) ? structure(place, type, value) : wrongType(name, value, ["<class 'dict'>"]);
  }
  if (type.kind === 'map') {
    if (!isStructure(value)) return wrongType(name, value, ["<class 'dict'>"]);
    return Object.entries(value).flatMap(([key, one]) => check(at(place, `${name}.${key}`, type.of), one));
  }
  if (type.kind === 'list') {
    if (!isList(value)) return wrongType(name, value, ["<class 'list'>", "<class 'tuple'>"]);
    const min = place.limits === undefined ? undefined : place.model.limits.get(`${place.limits}[]`)?.min;
    return [
      ...tooShort(place, value.length),
      ...value.flatMap((one, index) =>
        check({ ...at(place, `${name}[${String(index)}]`, type.of), min }, one),
      ),
    ];
  }
  return scalar(place, type.kind, value);
}

function structure(
  place: Place,
  type: Type & { readonly kind: 'structure' },
  value: { readonly [name: string]: Value },
): readonly string[] {
  const where = bare(place.name) || 'input';
  const missing = type.required
    .filter((member) => !Object.hasOwn(value, member))
    .map((member) => `Missing required parameter in ${where}: "${member}"`);
  const known = Object.keys(type.members);
  const unknown = Object.keys(value)
    .filter((member) => !known.includes(member))
    .map((member) => `Unknown parameter in ${where}: "${member}", must be one of: ${known.join(', ')}`);
  const inside = Object.entries(value).flatMap(([member, one]) => {
    const name = known.includes(member) ? type.members[member] : undefined;
    if (name === undefined) return [];
    const limits = `${type.name}.${member}`;
    const min = place.model.limits.get(limits)?.min;
    return check({ ...at(place, `${place.name}.${member}`, name), min, limits }, one);
  });
  return [...missing, ...unknown, ...inside];
}

function scalar(place: Place, kind: Scalar, value: Value): readonly string[] {
  if (!isOfKind(kind, value)) return wrongType(place.name, value, VALID[kind]);
  if (typeof value === 'string' && kind === 'string') return tooShort(place, Array.from(value).length);
  if (typeof value !== 'number' || place.min === undefined || value >= place.min) return [];
  return [
    `Invalid value for parameter ${bare(place.name)}, value: ${String(value)}, valid min value: ${String(place.min)}`,
  ];
}

function isOfKind(kind: Scalar, value: Value): boolean {
  if (kind === 'blob') return typeof value === 'string' || value instanceof Uint8Array;
  if (kind !== 'timestamp') return typeof value === kind;
  return typeof value === 'number' || (typeof value === 'string' && parseTimestamp(value) !== undefined);
}

function tooShort({ name, min }: Place, length: number): readonly string[] {
  if (min === undefined || length >= min) return [];
  return [
    `Invalid length for parameter ${bare(name)}, value: ${String(length)}, valid min length: ${String(min)}`,
  ];
}

function wrongType(name: string, value: Value, valid: readonly string[]): readonly string[] {
  const where = bare(name) || 'input';
  return [
    `Invalid type for parameter ${where}, value: ${pythonText(value)}, type: <class '${pythonTypeOf(value)}'>, valid types: ${valid.join(', ')}`,
  ];
}

function at({ model }: Place, name: string, type: string): Place {
  return { model, name, type: typeNamed(model, type) };
}

function bare(name: string): string {
  return name.replace(/^\./, '');
}
