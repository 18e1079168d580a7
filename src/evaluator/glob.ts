// Wildcards. `*` stands for any run of characters, `?` for one. Time is bounded by text × pattern, never exponential.

/**
 * A pattern cut into tokens: a character's code, or one of the wildcards below. A resolved variable becomes plain
 * codes, so that an asterisk in its value stays an asterisk.
 */
export type Tokens = readonly number[];

const STAR = -1;
const ONE = -2;
/** The same two, stopped by a colon. */
const NARROW_STAR = -3;
const NARROW_ONE = -4;
const COLON = 58;

/** A pattern that is ready to be compared. Most have no wildcard, or one at the end. */
export type Glob =
  | { readonly kind: 'exact'; readonly text: string }
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'tokens'; readonly tokens: Tokens };

/** The text with its wildcards as wildcards. */
export function tokensOf(text: string): number[] {
  return Array.from(text.split(''), (c) => (c === '*' ? STAR : c === '?' ? ONE : c.charCodeAt(0)));
}

/** The text as it stands, asterisks included. */
export function literalTokens(text: string): number[] {
  return Array.from(text.split(''), (c) => c.charCodeAt(0));
}

export function globOf(tokens: Tokens): Glob {
  const first = tokens.findIndex((token) => token < 0);
  if (first < 0) return { kind: 'exact', text: String.fromCharCode(...tokens) };
  if (first === tokens.length - 1 && tokens[first] === STAR) {
    return { kind: 'prefix', text: String.fromCharCode(...tokens.slice(0, -1)) };
  }
  return { kind: 'tokens', tokens };
}

/** A plain wildcard pattern, as in actions and in `StringLike`. */
export function parseGlob(pattern: string): Glob {
  return globOf(tokensOf(pattern));
}

/**
 * A pattern over an ARN. In the first five colon-separated parts a wildcard stays inside its part, except a `*`
 * that ends the second to fifth part: that one may run on. In the sixth part wildcards match everything.
 * Source: ug-resource.
 */
export function arnGlobOf(tokens: Tokens): Glob {
  if (tokens.length === 1 && tokens[0] === STAR) return { kind: 'prefix', text: '' };
  let part = 0;
  return globOf(
    tokens.map((token, i) => {
      if (token === COLON) part += 1;
      if (token >= 0 || part >= 5) return token;
      if (token === ONE) return NARROW_ONE;
      const next = tokens[i + 1];
      const endsPart = next === undefined || next === COLON;
      return part >= 1 && endsPart ? STAR : NARROW_STAR;
    }),
  );
}

export function matchesGlob(glob: Glob, text: string): boolean {
  if (glob.kind === 'exact') return glob.text === text;
  if (glob.kind === 'prefix') return text.startsWith(glob.text);
  return matchesTokens(glob.tokens, text);
}

/**
 * Greedy matching with one step back to the latest `*` that may still grow. A `*` that stops at a colon
 * gives way to the latest one that does not.
 */
function matchesTokens(tokens: Tokens, text: string): boolean {
  let g = 0;
  let t = 0;
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

/** Six patterns for the six parts of an ARN, as `ArnLike` compares them; the sixth takes the rest. */
export type ArnGlob = readonly Glob[];

/** @returns undefined when the pattern has fewer than six parts: it can match no ARN */
export function arnPartsOf(tokens: Tokens): ArnGlob | undefined {
  const parts: number[][] = [[]];
  for (const token of tokens) {
    if (token === COLON && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.length === 6 ? parts.map(globOf) : undefined;
}

/** @returns undefined when the text is no ARN */
export function matchesArn(pattern: ArnGlob, text: string): boolean | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const parts = text.split(':');
  if (parts.length < 6) return undefined;
  for (let i = 0; i < 5; i += 1) {
    const glob = pattern[i];
    if (!glob || !matchesGlob(glob, parts[i] ?? '')) return false;
  }
  const rest = pattern[5];
  return (
    rest !== undefined && matchesGlob(rest, parts.length === 6 ? (parts[5] ?? '') : parts.slice(5).join(':'))
  );
}
