// Wildcards over ARNs: in the Resource element a colon may stop them, under the ARN operators six parts are compared.
import {
  COLON,
  globOf,
  matchesGlob,
  NARROW_ONE,
  NARROW_STAR,
  ONE,
  parseGlob,
  STAR,
  tokensOf,
  type Glob,
  type Tokens,
} from './glob.ts';

/**
 * A pattern over an ARN. In the first five colon-separated parts a wildcard stays inside its part, except a `*`
 * that ends the second to fifth part: that one may run on. In the sixth part wildcards match everything.
 * Source: ug-resource.
 */
export function arnGlobOf(tokens: Tokens): Glob {
  if (tokens.length === 1 && tokens[0] === STAR) return globOf(tokens);
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

export function parseArnGlob(pattern: string): Glob {
  if (/^[^*?]*$|^(?:[^*?:]*:){5}/.test(pattern)) return parseGlob(pattern);
  return arnGlobOf(tokensOf(pattern));
}

/** Six patterns for the six parts of an ARN, as `ArnLike` compares them; the sixth takes the rest. */
export type ArnGlobs = readonly Glob[];

/** @returns undefined when the pattern has fewer than six parts: it can match no ARN */
export function arnGlobsOf(tokens: Tokens): ArnGlobs | undefined {
  const parts: number[][] = [[]];
  for (const token of tokens) {
    if (token === COLON && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.length === 6 ? parts.map(globOf) : undefined;
}

/** The six parts of a text, or undefined when it is no ARN. */
export function arnPartsIn(text: string): readonly string[] | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const parts = text.split(':');
  return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** The last parts differ most often, so they are compared first. */
export function matchesArn(globs: ArnGlobs, parts: readonly string[]): boolean {
  for (let i = 5; i >= 0; i -= 1) {
    const glob = globs[i];
    const part = parts[i];
    if (glob === undefined || part === undefined || !matchesGlob(glob, part)) return false;
  }
  return true;
}
