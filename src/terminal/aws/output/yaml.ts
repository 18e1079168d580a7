// `--output yaml` and `yaml-stream`: blocks, keys in the order of the alphabet, text quoted where it would be read as something else.
import { fieldOf, isEmpty, isList, isScalar, type Fields, type Value } from '../../value.ts';
import { isNothing } from './json.ts';
import { isMultiline, styleOf } from './yaml-style.ts';
import { indentTo, markBlock, markJoined, newPen, writeScalar, type Pen } from './yaml-pen.ts';

/** A value as a YAML document; a single scalar as JSON, and nothing for fields with nothing in them. Source: cli-source. */
export function yamlText(value: Value): string {
  return isNothing(value) ? '' : documentText(value);
}

/** A list of one element, so that the pages of an answer one after another are one list. */
export function yamlPageText(page: Value): string {
  return documentText([page]);
}

function documentText(value: Value): string {
  if (isScalar(value)) return `${JSON.stringify(value)}\n`;
  const pen = newPen();
  if (isEmpty(value)) writeValue(pen, value, 0);
  else if (isList(value)) writeList(pen, value, 0);
  else writeFields(pen, value, 0);
  return `${pen.text}\n`;
}

const STEP = 2;

/** What stands within a block that is indented by `indent`. */
function writeValue(pen: Pen, value: Value, indent: number): void {
  if (isScalar(value)) {
    if (typeof value === 'string') writeScalar(pen, value, styleOf(value, 'value'), indent + STEP);
    else writeScalar(pen, String(value), 'plain', undefined);
  } else if (isEmpty(value)) writeScalar(pen, isList(value) ? '[]' : '{}', 'plain', undefined);
  else if (isList(value)) writeList(pen, value, indent + STEP);
  else writeFields(pen, value, indent + STEP);
}

function writeList(pen: Pen, list: readonly Value[], indent: number): void {
  for (const item of list) {
    indentTo(pen, indent);
    markBlock(pen, '-');
    writeValue(pen, item, indent);
  }
}

function writeFields(pen: Pen, fields: Fields, indent: number): void {
  for (const name of Object.keys(fields).sort()) {
    indentTo(pen, indent);
    if (isShort(name)) {
      writeScalar(pen, name, styleOf(name, 'key'), undefined);
      markJoined(pen, ':');
    } else {
      markBlock(pen, '?');
      writeScalar(pen, name, styleOf(name, 'value'), indent + STEP);
      indentTo(pen, indent);
      markBlock(pen, ':');
    }
    const value = fieldOf(fields, name);
    // The dashes of a list below its key stand below the key itself, unless the colon begins a line.
    if (isList(value) && !isEmpty(value) && !pen.fresh) writeList(pen, value, indent);
    else writeValue(pen, value, indent);
  }
}

/** Whether a key stands on one line with its value: at most 128 bytes and no break of lines. Source: yaml-types. */
function isShort(name: string): boolean {
  return !isMultiline(name) && new TextEncoder().encode(name).length <= 128;
}
