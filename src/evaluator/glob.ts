// Wildcards. `*` stands for any run of characters, `?` for one. Time is bounded by text × pattern, never exponential.

/** A wildcard pattern that is ready to be compared; `undefined` code means any one character. */
interface Token {
  readonly kind: 'char' | 'one' | 'star';
  readonly code: number;
  /** May this wildcard stand for a colon? */
  readonly overColons: boolean;
}

export type Glob = readonly Token[];

const COLON = 58;
const STAR = { kind: 'star', code: 0, overColons: true } as const;
const ONE = { kind: 'one', code: 0, overColons: true } as const;

function char(c: string): Token {
  return { kind: 'char', code: c.charCodeAt(0), overColons: true };
}

/** A plain wildcard pattern, as in actions and in `StringLike`. */
export function parseGlob(pattern: string): Glob {
  return Array.from(pattern.split(''), (c) => (c === '*' ? STAR : c === '?' ? ONE : char(c)));
}

/**
 * A pattern over an ARN. In the first five colon-separated parts a wildcard stays inside its part, except a `*`
 * that ends the second to fifth part: that one may run on. In the sixth part wildcards match everything.
 * Source: ug-resource.
 */
export function parseArnGlob(pattern: string): Glob {
  if (pattern === '*') return [STAR];
  let part = 0;
  return Array.from(pattern.split(''), (c, i): Token => {
    if (c === ':') {
      part += 1;
      return char(c);
    }
    if (c !== '*' && c !== '?') return char(c);
    const last = part >= 5;
    if (c === '?') return { ...ONE, overColons: last };
    const next = pattern[i + 1];
    const endsPart = next === undefined || next === ':';
    return { ...STAR, overColons: last || (part >= 1 && endsPart) };
  });
}

/**
 * Greedy matching with one step back to the latest `*` that may still grow. A `*` that stops at a colon
 * gives way to the latest one that does not.
 */
export function matchesGlob(glob: Glob, text: string): boolean {
  let g = 0;
  let t = 0;
  let star = -1;
  let starText = 0;
  let wide = -1;
  let wideText = 0;
  while (t < text.length) {
    const token = glob[g];
    const code = text.charCodeAt(t);
    if (token?.kind === 'star') {
      if (token.overColons) {
        wide = g;
        wideText = t;
        star = -1;
      } else {
        star = g;
        starText = t;
      }
      g += 1;
    } else if (token && (token.kind === 'char' ? token.code === code : token.overColons || code !== COLON)) {
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
  while (glob[g]?.kind === 'star') g += 1;
  return g === glob.length;
}

/** Six parts compared one by one, wildcards inside a part; the sixth takes the rest. As `ArnLike` does it. */
export function matchesArn(pattern: string, arn: string): boolean {
  const wanted = arnParts(pattern);
  const parts = arnParts(arn);
  if (wanted?.length !== 6 || parts?.length !== 6) return false;
  return wanted.every((part, i) => matchesGlob(parseGlob(part), parts[i] ?? ''));
}

function arnParts(arn: string): readonly string[] | undefined {
  const parts = arn.split(':');
  return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
