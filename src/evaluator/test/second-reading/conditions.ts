// Does a condition hold for the keys of a request? It knows neither statements nor decisions.
import type { Condition } from './documents.ts';
import type { Context } from './line.ts';
import type { Lookup } from './patterns.ts';

/** The values of a key, whose name is the same in any case. None: the key is missing. */
export function valuesIn(context: Context, key: string): readonly string[] {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase());
  if (!found) return [];
  return typeof found[1] === 'string' ? [found[1]] : found[1];
}

export const lookupIn =
  (context: Context): Lookup =>
  (key) => {
    const values = valuesIn(context, key);
    return values.length === 1 ? values[0] : undefined;
  };

export function holds(condition: Condition, context: Context, lookup: Lookup | undefined): boolean {
  const { operator, key, values } = condition;
  const asked = valuesIn(context, key);
  if (operator.base === 'Null') return values.includes(asked.length === 0 ? 'true' : 'false');

  const satisfies = (value: string): boolean => {
    const fits = values.some((given) => operator.fits(given, value, lookup));
    return operator.negated ? !fits : fits;
  };

  if (asked.length === 0) {
    if (operator.ifExists) return true;
    if (operator.qualifier === 'ForAllValues') return true;
    if (operator.qualifier === 'ForAnyValue') return false;
    return operator.negated;
  }
  if (operator.qualifier === 'ForAllValues') return asked.every(satisfies);
  if (operator.qualifier === 'ForAnyValue') return asked.some(satisfies);
  return asked.length === 1 && asked.every(satisfies);
}
