// Where the boxes and arrows of a picture come to stand. Lengths are units of the drawing.
import type { Exhibit } from '#exam';

export type PictureOf = Exhibit & { readonly shows: 'picture' };

const WIDTH = 136;
const GAP = 60;
const LINE = 19;
const PADDING = 12;
const BETWEEN = 58;
const EDGE = 2;
/** Characters of a line. */
const LONGEST = 16;

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Each line with the place where it is written, from its middle. */
  readonly lines: readonly (Point & { readonly text: string })[];
}

export interface Arrow {
  readonly number: number;
  readonly from: Point;
  readonly to: Point;
  /** The middle, where its number stands. */
  readonly middle: Point;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export function drawn({ boxes, arrows }: PictureOf): Drawing {
  const columns = [...new Set(boxes.map(({ column }) => column))].toSorted((a, b) => a - b);
  const texts = new Map(boxes.map(({ id, text }) => [id, wrapped(text.replaceAll('`', ''))]));
  const heightOf = (id: string): number => (texts.get(id)?.length ?? 1) * LINE + 2 * PADDING;
  const stacks = columns.map((column) => boxes.filter((box) => box.column === column));
  const tallOf = (stack: typeof boxes): number =>
    stack.reduce((sum, { id }) => sum + heightOf(id) + BETWEEN, -BETWEEN);
  const height = Math.max(...stacks.map(tallOf));
  const placed = stacks.flatMap((stack, at) => {
    let y = EDGE + (height - tallOf(stack)) / 2;
    return stack.map(({ id }): Box => {
      const x = EDGE + at * (WIDTH + GAP);
      const box = { id, x, y, width: WIDTH, height: heightOf(id), lines: linesAt(texts.get(id) ?? [], x, y) };
      y += box.height + BETWEEN;
      return box;
    });
  });
  return {
    width: columns.length * (WIDTH + GAP) - GAP + 2 * EDGE,
    height: height + 2 * EDGE,
    boxes: placed,
    arrows: arrows.flatMap((arrow, i) => {
      const from = placed.find(({ id }) => id === arrow.from);
      const to = placed.find(({ id }) => id === arrow.to);
      return from && to ? [arrowBetween(i + 1, from, to)] : [];
    }),
  };
}

function linesAt(texts: readonly string[], x: number, y: number): Box['lines'] {
  return texts.map((text, i) => ({ text, x: x + WIDTH / 2, y: y + PADDING + (i + 0.74) * LINE }));
}

function arrowBetween(number: number, from: Box, to: Box): Arrow {
  const [start, end] =
    from.x === to.x
      ? [below(from, to.y > from.y), below(to, to.y < from.y)]
      : [beside(from, to.x > from.x), beside(to, to.x < from.x)];
  return { number, from: start, to: end, middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 } };
}

const beside = ({ x, y, width, height }: Box, right: boolean): Point => ({
  x: right ? x + width : x,
  y: y + height / 2,
});

const below = ({ x, y, width, height }: Box, under: boolean): Point => ({
  x: x + width / 2,
  y: under ? y + height : y,
});

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LONGEST)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
