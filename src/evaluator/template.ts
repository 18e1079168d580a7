// Policy variables: `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for the characters themselves.
import { literalTokens, tokensOf, type Tokens } from './glob.ts';

/** A piece of a text with variables. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'character'; readonly text: string }
  | {
      readonly kind: 'variable';
      /** In lower case, as keys are looked up. */
      readonly key: string;
      readonly name: string;
      readonly otherwise?: string;
    };

export type Template = readonly Piece[];

/** The values of a request's keys, by name in lower case. A key with several values has none here. */
export type Lookup = (key: string) => string | undefined;

/** A text with its variables filled in: as characters alone, and with its wildcards as wildcards. */
export interface Filled {
  readonly text: string;
  readonly tokens: Tokens;
}

const VARIABLE = /\$\{([^{}]*)\}/g;
const NAMED = /^\s*([^,]*?)\s*(?:,\s*'([^']*)'\s*)?$/;

/** The pieces, or undefined when there is no variable in the text. A brace that is never closed is text. */
export function parseTemplate(text: string): Template | undefined {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(VARIABLE)) {
    pieces.push({ kind: 'text', text: text.slice(from, found.index) }, pieceOf(found[1] ?? ''));
    from = found.index + found[0].length;
  }
  if (pieces.length === 0) return undefined;
  return [...pieces, { kind: 'text', text: text.slice(from) }];
}

function pieceOf(inside: string): Piece {
  if (inside === '*' || inside === '?' || inside === '$') return { kind: 'character', text: inside };
  const [, name = inside, otherwise] = NAMED.exec(inside) ?? [];
  return {
    kind: 'variable',
    key: name.toLowerCase(),
    name,
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

/** A text without variables. */
export function plain(text: string): Filled {
  return {
    text,
    get tokens() {
      return tokensOf(text);
    },
  };
}

/** @returns undefined when a variable has neither a value nor a default */
export function fill(template: Template, lookup: Lookup): Filled | undefined {
  let text = '';
  const tokens: number[] = [];
  for (const piece of template) {
    const value = piece.kind === 'variable' ? (lookup(piece.key) ?? piece.otherwise) : piece.text;
    if (value === undefined) return undefined;
    text += value;
    for (const token of piece.kind === 'text' ? tokensOf(value) : literalTokens(value)) tokens.push(token);
  }
  return { text, tokens };
}

/** The names of the keys that a text asks for. */
export function namesIn(template: Template): readonly string[] {
  return template.flatMap((piece) => (piece.kind === 'variable' ? [piece.name] : []));
}
