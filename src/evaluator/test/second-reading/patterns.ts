// Text with wildcards and variables, as a list of pieces. It knows no policy and no request.

/** One character that must stand there, or a gap: of any length or of one character, with colons or without. */
type Piece = { readonly char: string } | 'any' | 'one' | 'anyButColon' | 'oneButColon';
export type Pattern = readonly Piece[];

/** The value of a context key, where it has exactly one. */
export type Lookup = (key: string) => string | undefined;

const chars = (text: string): Pattern => text.split('').map((char) => ({ char }));

/** Wildcards are gaps. `lookup` absent: `${…}` is text. Undefined: a variable in it has no value. */
export function patternOf(text: string, lookup: Lookup | undefined): Pattern | undefined {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const end = lookup && text.startsWith('${', at) ? text.indexOf('}', at) : -1;
    if (lookup && end !== -1) {
      const value = valueOf(text.slice(at + 2, end), lookup);
      if (value === undefined) return undefined;
      pieces.push(...chars(value));
      at = end;
      continue;
    }
    const char = text.charAt(at);
    pieces.push(char === '*' ? 'any' : char === '?' ? 'one' : { char });
  }
  return pieces;
}

/** What stands between the braces: a special character, a key, or a key and its default. */
function valueOf(body: string, lookup: Lookup): string | undefined {
  if (body === '*' || body === '?' || body === '$') return body;
  const [, key, otherwise] = /^([^,']+)(?:, '([^']*)')?$/.exec(body) ?? [];
  return key === undefined ? undefined : (lookup(key) ?? otherwise);
}

/** The same text where wildcards mean nothing. */
export function plainText(pattern: Pattern): string {
  return pattern.map((p) => (typeof p === 'object' ? p.char : p.startsWith('any') ? '*' : '?')).join('');
}

/** The first `count - 1` colons separate; the rest belongs to the last part. */
export function splitText(text: string, count: number): readonly string[] {
  const parts = text.split(':');
  const rest = parts.slice(count - 1);
  return rest.length > 0 ? [...parts.slice(0, count - 1), rest.join(':')] : parts;
}

export function splitPattern(pattern: Pattern, count: number): readonly Pattern[] {
  const parts: Piece[][] = [[]];
  for (const piece of pattern) {
    const separates = typeof piece === 'object' && piece.char === ':' && parts.length < count;
    if (separates) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

/**
 * A value of Resource. Variables count after the fifth colon only. A gap before it stays inside its segment,
 * but for an asterisk that ends segment two to five.
 */
export function resourcePatternOf(text: string, lookup: Lookup | undefined): Pattern | undefined {
  if (text === '*') return ['any'];
  const parts = splitText(text, 6).map((part, at) => {
    if (at === 5) return patternOf(part, lookup);
    return part.split('').map((char, place): Piece => {
      const runsOn = at > 0 && place === part.length - 1;
      if (char === '*') return runsOn ? 'any' : 'anyButColon';
      return char === '?' ? 'oneButColon' : { char };
    });
  });
  const whole: Piece[] = [];
  for (const [at, part] of parts.entries()) {
    if (part === undefined) return undefined;
    whole.push(...(at === 0 ? [] : chars(':')), ...part);
  }
  return whole;
}

/** Keeps every place of the text that the pieces so far can have reached. */
export function matches(pattern: Pattern, text: string): boolean {
  let places = new Set([0]);
  for (const piece of pattern) {
    const next = new Set<number>();
    for (const place of places) for (const reached of steps(piece, text, place)) next.add(reached);
    places = next;
  }
  return places.has(text.length);
}

function steps(piece: Piece, text: string, from: number): readonly number[] {
  const more = from < text.length;
  if (typeof piece === 'object') return more && text.charAt(from) === piece.char ? [from + 1] : [];
  if (piece === 'one') return more ? [from + 1] : [];
  if (piece === 'oneButColon') return more && text.charAt(from) !== ':' ? [from + 1] : [];
  const colon = text.indexOf(':', from);
  const last = piece === 'anyButColon' && colon !== -1 ? colon : text.length;
  return Array.from({ length: last - from + 1 }, (_, step) => from + step);
}
