// Wildcards. `*` stands for any run of characters, `?` for one. Time is bounded by text × pattern, never exponential.

/**
 * A pattern cut into tokens: a character's code, or one of the wildcards below. A resolved variable becomes plain
 * codes, so that an asterisk in its value stays an asterisk.
 */
export type Tokens = readonly number[];

export const STAR = -1;
export const ONE = -2;
/** The same two, stopped by a colon. */
export const NARROW_STAR = -3;
export const NARROW_ONE = -4;
export const COLON = 58;

/**
 * A pattern that is ready to be compared. Most have no wildcard: then `head` is the text. Or they have asterisks alone:
 * then a text begins with the head, ends with the tail and has the pieces of the middle in order between them.
 */
export interface Glob {
  readonly kind: 'exact' | 'pieces' | 'tokens';
  /** What stands before the first wildcard. */
  readonly head: string;
  readonly middle: readonly string[];
  readonly tail: string;
  /** Empty unless the kind is `tokens`. */
  readonly tokens: Tokens;
}

const NOTHING: readonly never[] = [];
const NOWHERE = -1;

/** The text with its wildcards as wildcards. */
export function tokensOf(text: string): number[] {
  return Array.from(text.split(''), (c) => (c === '*' ? STAR : c === '?' ? ONE : c.charCodeAt(0)));
}

/** The text as it stands, asterisks included. */
export function literalTokens(text: string): number[] {
  return Array.from(text.split(''), (c) => c.charCodeAt(0));
}

/** A plain wildcard pattern, as in actions and in `StringLike`. */
export function parseGlob(pattern: string): Glob {
  if (pattern.includes('?')) return globOf(tokensOf(pattern));
  return piecesOf(pattern.split('*'));
}

export function globOf(tokens: Tokens): Glob {
  const first = tokens.findIndex((token) => token < 0);
  const head = textOf(tokens, 0, first < 0 ? tokens.length : first);
  if (tokens.some((token) => token < STAR))
    return { kind: 'tokens', head, middle: NOTHING, tail: '', tokens };
  const pieces = [head];
  for (let star = first; star >= 0;) {
    const next = tokens.indexOf(STAR, star + 1);
    pieces.push(textOf(tokens, star + 1, next < 0 ? tokens.length : next));
    star = next;
  }
  return piecesOf(pieces);
}

/** In slices: a call takes only so many arguments. */
function textOf(tokens: Tokens, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1000)
    text += String.fromCharCode(...tokens.slice(at, Math.min(end, at + 1000)));
  return text;
}

/** What stands before, between and after asterisks. */
function piecesOf(pieces: readonly string[]): Glob {
  const [head = ''] = pieces;
  if (pieces.length === 1) return { kind: 'exact', head, middle: NOTHING, tail: '', tokens: NOTHING };
  const middle = pieces.length === 2 ? NOTHING : pieces.slice(1, -1).filter((piece) => piece !== '');
  return { kind: 'pieces', head, middle, tail: pieces.at(-1) ?? '', tokens: NOTHING };
}

export function matchesGlob(glob: Glob, text: string): boolean {
  const { head } = glob;
  if (glob.kind === 'exact') return head === text;
  if (!text.startsWith(head)) return false;
  return glob.kind === 'pieces' ? matchesPieces(glob, text) : matchesTokens(glob.tokens, text, head.length);
}

/** Each piece of the middle where it comes first: whatever follows has the most room then. */
function matchesPieces({ head, middle, tail }: Glob, text: string): boolean {
  const end = text.length - tail.length;
  let at = head.length;
  if (at > end || !text.endsWith(tail)) return false;
  for (const piece of middle) {
    const found = text.indexOf(piece, at);
    at = found + piece.length;
    if (found < 0 || at > end) return false;
  }
  return true;
}

/**
 * Greedy matching with one step back to the latest `*` that may still grow. A `*` that stops at a colon
 * gives way to the latest one that does not.
 * @param from where both go on: what stands before it is the same
 */
function matchesTokens(tokens: Tokens, text: string, from: number): boolean {
  let g = from;
  let t = from;
  let star = NOWHERE;
  let starText = 0;
  let wide = NOWHERE;
  let wideText = 0;
  while (t < text.length) {
    const token = tokens[g];
    const code = text.charCodeAt(t);
    if (token === STAR) {
      wide = g;
      wideText = t;
      star = NOWHERE;
      g += 1;
    } else if (token === NARROW_STAR) {
      star = g;
      starText = t;
      g += 1;
    } else if (token === code || token === ONE || (token === NARROW_ONE && code !== COLON)) {
      g += 1;
      t += 1;
    } else if (star >= 0 && text.charCodeAt(starText) !== COLON) {
      starText += 1;
      t = starText;
      g = star + 1;
    } else if (wide >= 0) {
      star = NOWHERE;
      wideText += 1;
      t = wideText;
      g = wide + 1;
    } else return false;
  }
  while (tokens[g] === STAR || tokens[g] === NARROW_STAR) g += 1;
  return g === tokens.length;
}
