// A parameter's value between the line and the model: what was written, not yet held against its type.

/** Bytes stand for the content of a file that was given as it is. */
export type Value = string | number | boolean | null | Uint8Array | readonly Value[] | Structure;

export interface Structure {
  readonly [name: string]: Value;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isStructure(value: Value | undefined): value is Structure {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Uint8Array);
}
