// What writes YAML: the text so far, and where on its line it stands. It folds long lines and knows no values.
import { isPrinted, type Style } from './yaml-style.ts';

/** Lines are folded at the first space after so many columns. Source: cli-source. */
const WIDTH = 80;

export interface Pen {
  text: string;
  column: number;
  /** Whether a blank was written last. */
  blank: boolean;
  /** Whether nothing but indentation and dashes stands on this line. */
  fresh: boolean;
}

export function newPen(): Pen {
  return { text: '', column: 0, blank: true, fresh: true };
}

/** To the column `indent`: of a new line, unless this one is free up to there. */
export function indentTo(pen: Pen, indent: number): void {
  if (!pen.fresh || pen.column > indent || (pen.column === indent && !pen.blank)) breakLine(pen, '\n');
  put(pen, ' '.repeat(Math.max(0, indent - pen.column)));
  pen.blank = true;
  pen.fresh = true;
}

/** A dash or a question mark: what follows may stand on the same line. */
export function markBlock(pen: Pen, sign: string): void {
  put(pen, pen.blank ? sign : ` ${sign}`);
  pen.blank = false;
}

/** A sign that belongs to what stands before it. */
export function markJoined(pen: Pen, sign: string): void {
  put(pen, sign);
  use(pen);
}

/** Text, numbers and empty lists, apart from what stands before. Where it is folded, it goes on at `indent`. */
export function writeScalar(pen: Pen, text: string, style: Style, indent: number | undefined): void {
  if (!pen.blank) put(pen, ' ');
  use(pen);
  WRITERS[style](pen, text, indent);
  use(pen);
}

const WRITERS: Readonly<Record<Style, (pen: Pen, text: string, indent: number | undefined) => void>> = {
  plain: (pen, text, indent) => {
    spaced(pen, text, indent, (word) => {
      put(pen, word);
    });
  },
  single: (pen, text, indent) => {
    put(pen, "'");
    const lines = text.split(/([\n\r\x85\u2028\u2029]+)/);
    for (const [at, part] of lines.entries()) {
      if (at % 2 === 1) breakLines(pen, part, indent ?? 0);
      else
        spaced(pen, part, indent, (word) => {
          put(pen, word.replaceAll("'", "''"));
        });
    }
    put(pen, "'");
  },
  double: (pen, text, indent) => {
    put(pen, '"');
    spaced(
      pen,
      text,
      indent,
      (word) => {
        put(pen, escaped(word));
      },
      '\\',
    );
    put(pen, '"');
  },
};

/** Word by word; a space inside the text is where a line may end. `kept` goes before spaces that begin a line. */
function spaced(
  pen: Pen,
  text: string,
  indent: number | undefined,
  write: (word: string) => void,
  kept?: string,
): void {
  const parts = text.split(/( +)/);
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 0) {
      write(part);
      continue;
    }
    const isInside = parts[at - 1] !== '' && (parts[at + 1] !== '' || part.length > 1);
    const folds =
      indent !== undefined && isInside && pen.column > WIDTH && (part === ' ' || kept !== undefined);
    if (folds) indentTo(pen, indent);
    if (folds && part !== ' ') put(pen, `${kept}${part.slice(1)}`);
    if (!folds) put(pen, part);
    pen.fresh = false;
  }
}

/** Breaks in single quotes: the first stands twice, since a single one is read as a space. */
function breakLines(pen: Pen, breaks: string, indent: number): void {
  if (breaks.startsWith('\n')) breakLine(pen, '\n');
  for (const line of breaks) breakLine(pen, line);
  indentTo(pen, indent);
  pen.fresh = false;
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{
    '\0': '0',
    '\x07': 'a',
    '\b': 'b',
    '\t': 't',
    '\n': 'n',
    '\v': 'v',
    '\f': 'f',
    '\r': 'r',
    '\x1b': 'e',
  },
  ...{ '"': '"', '\\': '\\', '\x85': 'N', '\u2028': 'L', '\u2029': 'P' },
};

function escaped(word: string): string {
  return Array.from(word, (char) => {
    const short = ESCAPES[char];
    if (short !== undefined) return `\\${short}`;
    return isPrinted(char) ? char : numbered(char.codePointAt(0) ?? 0);
  }).join('');
}

function numbered(code: number): string {
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}

function put(pen: Pen, text: string): void {
  pen.text += text;
  pen.column += Array.from(text).length;
}

function use(pen: Pen): void {
  pen.blank = false;
  pen.fresh = false;
}

function breakLine(pen: Pen, line: string): void {
  pen.text += line;
  pen.column = 0;
  pen.blank = true;
  pen.fresh = true;
}
