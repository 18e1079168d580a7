// What an answer is made of once it is read from the wire: JSON and nothing else. It knows neither services nor formats.

export type Value = null | boolean | number | string | readonly Value[] | Fields;

export interface Fields {
  readonly [name: string]: Value;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isFields(value: Value): value is Fields {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isScalar(value: Value): value is null | boolean | number | string {
  return typeof value !== 'object' || value === null;
}

/** What the fields of this name hold, `null` when there is no such field. */
export function fieldOf(fields: Fields, name: string): Value {
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}

/** Empty text, zero, nothing, `false`, and lists and fields with nothing in them. */
export function isEmpty(value: Value): boolean {
  if (isList(value)) return value.length === 0;
  return isFields(value) ? Object.keys(value).length === 0 : !value;
}
