// The functions of a query: what each takes and gives. Source: jmespath.
import { pythonTypeOf } from '../python-text.ts';
import { isFields, isList, type Fields, type Value } from '../value.ts';
import { isSame, orderOf } from './comparison.ts';
import type { Expression } from './expression.ts';
import { Problem } from './problem.ts';
import { check, keyOf, typeOf, wrongType, type Argument, type Known, type Reference } from './signature.ts';

/** A call of a function. That there is such a function, and that it takes these values, shows only when it runs. */
export function calling(name: string, parts: readonly Expression[]): Expression {
  return {
    run: (value) => {
      const given = parts.map(({ run, reference }): Argument => reference ?? run(value));
      const known = FUNCTIONS.get(name);
      if (known === undefined) throw new Problem(`Unknown function: ${name}()`);
      check(name, known, given);
      return known.run(given);
    },
  };
}

const asText = (given: Argument | undefined): string => (typeof given === 'string' ? given : '');
const asNumber = (given: Argument | undefined): number => (typeof given === 'number' ? given : 0);
const asValue = (given: Argument | undefined): Value =>
  typeof given === 'function' ? null : (given ?? null);
const asList = (given: Argument | undefined): readonly Value[] => {
  const value = asValue(given);
  return isList(value) ? value : [];
};
const asFields = (given: Argument | undefined): Fields => {
  const value = asValue(given);
  return isFields(value) ? value : {};
};
const asReference = (given: Argument | undefined): Reference =>
  typeof given === 'function' ? given : () => null;

const ORDERED = ['array-number', 'array-string'];

const FUNCTIONS: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['abs', { takes: [['number']], run: ([given]) => Math.abs(asNumber(given)) }],
  ['avg', { takes: [['array-number']], run: ([given]) => average(asList(given)) }],
  ['ceil', { takes: [['number']], run: ([given]) => Math.ceil(asNumber(given)) }],
  [
    'contains',
    { takes: [['array', 'string'], []], run: ([within, part]) => contains(asValue(within), asValue(part)) },
  ],
  [
    'ends_with',
    { takes: [['string'], ['string']], run: ([text, end]) => asText(text).endsWith(asText(end)) },
  ],
  ['floor', { takes: [['number']], run: ([given]) => Math.floor(asNumber(given)) }],
  [
    'join',
    {
      takes: [['string'], ['array-string']],
      run: ([between, list]) => asList(list).map(asText).join(asText(between)),
    },
  ],
  ['keys', { takes: [['object']], run: ([given]) => Object.keys(asFields(given)) }],
  ['length', { takes: [['string', 'array', 'object']], run: ([given]) => lengthOf(asValue(given)) }],
  ['map', { takes: [['expref'], ['array']], run: ([part, list]) => asList(list).map(asReference(part)) }],
  ['max', { takes: [ORDERED], run: ([given]) => extreme(asList(given), (order) => order > 0) }],
  [
    'max_by',
    { takes: [['array'], ['expref']], run: (given) => extremeBy('max_by', given, (order) => order > 0) },
  ],
  ['merge', { takes: [['object']], more: true, run: (given) => merged(given.map(asValue)) }],
  ['min', { takes: [ORDERED], run: ([given]) => extreme(asList(given), (order) => order < 0) }],
  [
    'min_by',
    { takes: [['array'], ['expref']], run: (given) => extremeBy('min_by', given, (order) => order < 0) },
  ],
  [
    'not_null',
    { takes: [[]], more: true, run: (given) => given.map(asValue).find((value) => value !== null) ?? null },
  ],
  ['reverse', { takes: [['array', 'string']], run: ([given]) => reversed(asValue(given)) }],
  [
    'sort',
    {
      takes: [[...ORDERED].reverse()],
      run: ([given]) => asList(given).toSorted((a, b) => orderOf(a, b) ?? 0),
    },
  ],
  [
    'sort_by',
    { takes: [['array'], ['expref']], run: ([list, part]) => sortedBy(asList(list), asReference(part)) },
  ],
  [
    'starts_with',
    { takes: [['string'], ['string']], run: ([text, start]) => asText(text).startsWith(asText(start)) },
  ],
  ['sum', { takes: [['array-number']], run: ([given]) => sum(asList(given)) }],
  ['to_array', { takes: [[]], run: ([given]) => (Array.isArray(given) ? asValue(given) : [asValue(given)]) }],
  ['to_number', { takes: [[]], run: ([given]) => numberOf(asValue(given)) }],
  [
    'to_string',
    { takes: [[]], run: ([given]) => (typeof given === 'string' ? given : asciiJson(asValue(given))) },
  ],
  ['type', { takes: [[]], run: ([given]) => typeOf(given ?? null) }],
  ['values', { takes: [['object']], run: ([given]) => Object.values(asFields(given)) }],
]);

function merged(values: readonly Value[]): Value {
  return Object.fromEntries(values.filter(isFields).flatMap((fields) => Object.entries(fields)));
}

function sum(list: readonly Value[]): number {
  return list.reduce<number>((total, value) => total + Number(value), 0);
}

function average(list: readonly Value[]): Value {
  return list.length === 0 ? null : sum(list) / list.length;
}

function contains(within: Value, part: Value): Value {
  if (isList(within)) return within.some((item) => isSame(item, part));
  if (typeof part === 'string') return asText(within).includes(part);
  throw new Problem(`'in <string>' requires string as left operand, not ${pythonTypeOf(part)}`);
}

function lengthOf(value: Value): number {
  if (isFields(value)) return Object.keys(value).length;
  return isList(value) ? value.length : Array.from(asText(value)).length;
}

function reversed(value: Value): Value {
  return isList(value) ? value.toReversed() : Array.from(asText(value)).reverse().join('');
}

/** The first of those that no other one goes before. */
function extreme(list: readonly Value[], goesBefore: (order: number) => boolean): Value {
  const [first = null, ...rest] = list;
  return rest.reduce((best, value) => (goesBefore(orderOf(value, best) ?? 0) ? value : best), first);
}

function extremeBy(
  name: string,
  [list, part]: readonly Argument[],
  goesBefore: (order: number) => boolean,
): Value {
  const keyed = asList(list).map((item) => ({
    item,
    key: keyOf(name, ['number', 'string'], asReference(part), item),
  }));
  const best = keyed.reduce<(typeof keyed)[number] | undefined>(
    (found, next) => (found && !goesBefore(orderOf(next.key, found.key) ?? 0) ? found : next),
    undefined,
  );
  return best?.item ?? null;
}

function sortedBy(list: readonly Value[], part: Reference): Value {
  const [first] = list;
  if (first === undefined) return list;
  const type = typeOf(part(first));
  if (type !== 'number' && type !== 'string') throw wrongType('sort_by', first, ['string', 'number'], type);
  const keyed = list.map((item) => ({ item, key: keyOf('sort_by', [type], part, item) }));
  return keyed.toSorted((a, b) => orderOf(a.key, b.key) ?? 0).map(({ item }) => item);
}

function numberOf(value: Value): Value {
  if (typeof value === 'number') return value;
  const isNumber = /^\s*[-+]?(?:\d+(?:_\d+)*\.?|\d*\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(asText(value));
  return isNumber ? Number(asText(value).replaceAll('_', '')) : null;
}

/** JSON without blanks, everything beyond ASCII escaped. */
function asciiJson(value: Value): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
