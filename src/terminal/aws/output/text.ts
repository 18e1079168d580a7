// `--output text`: values separated by tabs, a line an element, what it belongs to in capitals before it. Source: cli-source.
import { pythonText } from '../../python-text.ts';
import { fieldOf, isFields, isList, isScalar, type Fields, type Value } from '../../value.ts';

/** A value as lines of text: within an element by name, scalars first. */
export function textLines(value: Value): string {
  return lines(value, undefined)
    .map((line) => `${line}\n`)
    .join('');
}

/** The columns of an element are those of all its neighbours, so that they stand below each other. */
function lines(value: Value, label: string | undefined, columns?: readonly string[]): readonly string[] {
  if (isList(value)) return listLines(value, label);
  return isFields(value) ? fieldLines(value, label, columns) : [pythonText(value)];
}

function listLines(list: readonly Value[], label: string | undefined): readonly string[] {
  if (list.some(isFields)) {
    const names = list.filter(isFields).flatMap((fields) => namesOf(fields, isScalar));
    const columns = [...new Set(names)].sort();
    return list.flatMap((item) => lines(item, label, columns));
  }
  const scalars = list.filter(isScalar);
  return [
    ...(scalars.length > 0 ? scalarLines(scalars, label) : []),
    ...list.filter((item) => !isScalar(item)).flatMap((item) => lines(item, label)),
  ];
}

function scalarLines(scalars: readonly Value[], label: string | undefined): readonly string[] {
  const texts = scalars.map(pythonText);
  return label === undefined ? [texts.join('\t')] : texts.map((text) => `${label.toUpperCase()}\t${text}`);
}

function fieldLines(
  fields: Fields,
  label: string | undefined,
  columns: readonly string[] = namesOf(fields, isScalar),
): readonly string[] {
  const texts = columns.map((name) => (Object.hasOwn(fields, name) ? pythonText(fieldOf(fields, name)) : ''));
  const head = label === undefined ? texts : [label.toUpperCase(), ...texts];
  const below = namesOf(fields, () => true).filter((name) => !columns.includes(name));
  return [
    ...(texts.length > 0 ? [head.join('\t')] : []),
    ...below.flatMap((name) => lines(fieldOf(fields, name), name)),
  ];
}

function namesOf(fields: Fields, fits: (value: Value) => boolean): readonly string[] {
  return Object.keys(fields)
    .filter((name) => fits(fieldOf(fields, name)))
    .sort();
}
