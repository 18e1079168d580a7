// What a table is made of: sections below each other, each with a title, perhaps heads, and rows. It draws nothing.
import { pythonText } from '../../python-text.ts';
import { fieldOf, isEmpty, isFields, isList, isScalar, type Fields, type Value } from '../../value.ts';

export interface Section {
  readonly title: string;
  /** How deep it lies: so many bars on either side. */
  readonly depth: number;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows of one section that do not have the same number of cells; `text` is how the command line says it. */
export interface Ragged {
  readonly ragged: string;
}

/** A value below its title; no sections for an empty one. Source: cli-source. */
export function sectionsOf(title: string, value: Value): readonly Section[] | Ragged {
  const sections: Open[] = [];
  add(sections, title, value, 0);
  const ragged = sections.map(raggedOf).find((text) => text !== undefined);
  return ragged === undefined ? sections : { ragged };
}

interface Open extends Section {
  heads: readonly string[];
  readonly rows: (readonly string[])[];
}

function add(sections: Open[], title: string | undefined, value: Value, depth: number): void {
  if (isEmpty(value)) return;
  if (title !== undefined) sections.push({ title, depth, heads: [], rows: [] });
  if (isFields(value)) addFields(sections, value, depth);
  if (!isList(value)) return;
  if (isFields(value[0] ?? null)) addElements(sections, title, value.filter(isFields), depth);
  else for (const item of value) addItem(sections, item);
}

function addItem(sections: Open[], item: Value): void {
  const rows = sections.at(-1)?.rows;
  if (isScalar(item)) rows?.push([pythonText(item)]);
  else if (isFields(item)) rows?.push(Object.keys(item));
  else if (isList(item) && item.every(isScalar)) rows?.push(item.map(pythonText));
  else add(sections, undefined, item, 0);
}

/** One row below its heads; a single field is a row of its name and its value. */
function addFields(sections: Open[], fields: Fields, depth: number): void {
  const [heads, below] = [namesOf([fields], isScalar), namesOf([fields], (value) => !isScalar(value))];
  const section = sections.at(-1);
  const [only] = heads;
  if (section !== undefined && only !== undefined) {
    if (heads.length === 1) section.rows.push([only, cellOf(fields, only)]);
    else open(section, heads).rows.push(heads.map((name) => cellOf(fields, name)));
  }
  for (const name of below) add(sections, name, fieldOf(fields, name), depth + 1);
}

/** A row an element, all below the same heads; with something below them, each element is a section of its own. */
function addElements(
  sections: Open[],
  title: string | undefined,
  elements: readonly Fields[],
  depth: number,
): void {
  const [heads, below] = [namesOf(elements, isScalar), namesOf(elements, (value) => !isScalar(value))];
  for (const [index, fields] of elements.entries()) {
    if (index > 0 && below.length > 0) sections.push({ title: title ?? '', depth, heads: [], rows: [] });
    const section = sections.at(-1);
    if (section === undefined) return;
    open(section, heads).rows.push(heads.map((name) => cellOf(fields, name)));
    for (const name of below) {
      if (Object.hasOwn(fields, name)) add(sections, name, fieldOf(fields, name), depth + 1);
    }
  }
}

function open(section: Open, heads: readonly string[]): Open {
  section.heads = heads;
  return section;
}

function cellOf(fields: Fields, name: string): string {
  return Object.hasOwn(fields, name) ? pythonText(fieldOf(fields, name)) : '';
}

function namesOf(elements: readonly Fields[], fits: (value: Value) => boolean): readonly string[] {
  const names = elements.flatMap((fields) =>
    Object.keys(fields).filter((name) => fits(fieldOf(fields, name))),
  );
  return [...new Set(names)].sort();
}

function raggedOf({ heads, rows }: Section): string | undefined {
  const cells = heads.length > 0 ? heads.length : rows[0]?.length;
  const odd = rows.find((row) => row.length !== cells);
  return odd && `Row should have ${cells} elements, instead it has ${odd.length}`;
}
