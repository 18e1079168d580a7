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
  /** The last character of the head: most texts differ there, and to look at it costs next to nothing. */
  readonly edge: number | undefined;
  readonly middle: readonly string[];
  readonly tail: string;
  /** Empty unless the kind is `tokens`. */
  readonly tokens: Tokens;
}

const NOTHING: readonly never[] = [];

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
  const pieces = [''];
  for (const token of tokens) {
    if (token < STAR) return ready('tokens', headOf(tokens), NOTHING, '', tokens);
    if (token === STAR) pieces.push('');
    else pieces.push((pieces.pop() ?? '') + String.fromCharCode(token));
  }
  return piecesOf(pieces);
}

/** What stands before, between and after asterisks. */
function piecesOf(pieces: readonly string[]): Glob {
  const [head = ''] = pieces;
  if (pieces.length === 1) return ready('exact', head, NOTHING, '', NOTHING);
  const middle = pieces.slice(1, -1).filter((piece) => piece !== '');
  return ready('pieces', head, middle, pieces.at(-1) ?? '', NOTHING);
}

function ready(
  kind: Glob['kind'],
  head: string,
  middle: readonly string[],
  tail: string,
  tokens: Tokens,
): Glob {
  return {
    kind,
    head,
    edge: head === '' ? undefined : head.charCodeAt(head.length - 1),
    middle,
    tail,
    tokens,
  };
}

function headOf(tokens: Tokens): string {
  let head = '';
  for (const token of tokens) {
    if (token < 0) break;
    head += String.fromCharCode(token);
  }
  return head;
}

export function matchesGlob(glob: Glob, text: string): boolean {
  const { head, edge } = glob;
  if (edge !== undefined && text.charCodeAt(head.length - 1) !== edge) return false;
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
  let star = -1;
  let starText = 0;
  let wide = -1;
  let wideText = 0;
  while (t < text.length) {
    const token = tokens[g];
    const code = text.charCodeAt(t);
    if (token === STAR) {
      wide = g;
      wideText = t;
      star = -1;
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
      star = -1;
      wideText += 1;
      t = wideText;
      g = wide + 1;
    } else return false;
  }
  while (tokens[g] === STAR || tokens[g] === NARROW_STAR) g += 1;
  return g === tokens.length;
}
