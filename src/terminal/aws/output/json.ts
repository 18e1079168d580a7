// `--output json`: four spaces, the order kept, characters beyond ASCII as they are.
import { isFields, isEmpty, type Value } from '../../value.ts';

/** @returns nothing for an operation that gives nothing */
export function jsonText(value: Value): string {
  return isNothing(value) ? '' : `${JSON.stringify(value, null, 4)}\n`;
}

/** Fields with nothing in them: the answer of an operation that gives nothing. An empty list is an answer. */
export function isNothing(value: Value): boolean {
  return isFields(value) && isEmpty(value);
}
