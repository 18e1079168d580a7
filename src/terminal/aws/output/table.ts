// `--output table`: boxes within boxes, drawn as the command line draws them. It knows sections, not what they are about.
import type { Value } from '../../value.ts';
import { sectionsOf, type Ragged, type Section } from './sections.ts';
import { columnsOf } from './width.ts';

/** What the command line takes for the width of a terminal that it does not know. */
const TERMINAL = 80;

/** A value as a table below the operation's name; nothing for an empty one. Source: cli-source. */
export function tableText(operation: string, value: Value): string | Ragged {
  const sections = sectionsOf(operation, value);
  if ('ragged' in sections) return sections;
  if (sections.length === 0) return '';
  const upright = widthOf(sections) > TERMINAL ? sections.map(turned) : sections;
  const width = widthOf(upright);
  const lines = ['-'.repeat(width), ...upright.flatMap((section) => drawn(section, width))];
  return lines.map((line) => `${line}\n`).join('');
}

/** A single row that does not fit beside its heads goes below each other: a row of a head and a value. */
function turned(section: Section): Section {
  const [row, ...more] = section.rows;
  if (row === undefined || more.length > 0 || section.heads.length === 0) return section;
  return { ...section, heads: [], rows: section.heads.map((head, index) => [head, row[index] ?? '']) };
}

/** Two spaces on either side of a cell. */
const PADDING = 4;

function cellWidths({ heads, rows }: Section): readonly number[] {
  const all = heads.length > 0 ? [heads, ...rows] : rows;
  return (all[0] ?? []).map((_, at) => Math.max(...all.map((row) => columnsOf(row[at] ?? ''))));
}

function widthOf(sections: readonly Section[]): number {
  return Math.max(
    ...sections.map((section) => {
      const edges = 2 + 2 * section.depth;
      const cells = cellWidths(section).reduce((sum, width) => sum + width + PADDING, 0);
      return edges + Math.max(columnsOf(section.title), cells);
    }),
  );
}

function drawn(section: Section, total: number): readonly string[] {
  const width = total - 2 * section.depth;
  const widths = stretched(cellWidths(section), width);
  const bars = '|'.repeat(section.depth);
  return [
    ...(section.title === '' ? [] : titleLines(section, width)),
    ...(section.heads.length > 0 ? [rule(widths), headLine(section.heads, widths)] : []),
    ...(widths.length > 0
      ? [rule(widths), ...section.rows.map((row) => rowLine(row, widths)), rule(widths)]
      : []),
  ].map((line) => bars + line + bars);
}

function titleLines({ title, heads, rows }: Section, width: number): readonly string[] {
  const bare = heads.length === 0 && rows.length === 0;
  return [centred(title, width, '|'), ...(bare ? [`+${'-'.repeat(width - 2)}+`] : [])];
}

/** The widths of the cells so that they fill the box: each by its share, and what rounding left over one by one. */
function stretched(widths: readonly number[], total: number): readonly number[] {
  if (widths.length === 0) return [];
  const padded = widths.map((width) => width + PADDING);
  const share = total / padded.reduce((sum, width) => sum + width, 0);
  const scaled = padded.map((width) => toNearestEven(share * width));
  let over = scaled.reduce((sum, width) => sum + width, 0) - total;
  const step = over > 0 ? -1 : 1;
  while (over !== 0) {
    for (let turn = 0; turn < scaled.length && over !== 0; turn += 1) {
      const at = step < 0 ? turn : scaled.length - 1 - turn;
      scaled[at] = (scaled[at] ?? 0) + step;
      over += step;
    }
  }
  return scaled;
}

/** A half goes to the even neighbour. */
function toNearestEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function rule(widths: readonly number[]): string {
  return widths
    .map((width, at) =>
      at === 0 ? `+${'-'.repeat(atLeast(width - 2))}+` : `${'-'.repeat(atLeast(width - 1))}+`,
    )
    .join('');
}

function headLine(heads: readonly string[], widths: readonly number[]): string {
  return heads.map((head, at) => centred(head, widths[at] ?? 0, at === 0 ? '|' : '')).join('');
}

function rowLine(row: readonly string[], widths: readonly number[]): string {
  return row.map((cell, at) => alignedLeft(cell, widths[at] ?? 0, at === 0 ? '|' : '')).join('');
}

function centred(text: string, width: number, left: string): string {
  const columns = columnsOf(text);
  const before = Math.floor(width / 2) - Math.floor(columns / 2) - 1;
  const after = width - 1 - left.length - before - columns;
  return `${left}${' '.repeat(atLeast(before))}${text}${' '.repeat(atLeast(after))}|`;
}

function alignedLeft(text: string, width: number, left: string): string {
  const columns = columnsOf(text);
  const room = width - columns - 1 - left.length;
  const before = room >= 2 ? 2 : 0;
  return `${left}${' '.repeat(before)}${text}${' '.repeat(atLeast(room - before))}|`;
}

function atLeast(spaces: number): number {
  return Math.max(0, spaces);
}
