// Where in a policy's text the caret stands, and what could be written there. The text may be broken behind the caret.
import { own } from '#evaluator';

export type Wants =
  | 'policy-element'
  | 'element'
  | 'effect'
  | 'version'
  | 'action'
  | 'resource'
  | 'principal-kind'
  | 'principal'
  | 'operator'
  | 'key';

export interface PlaceInPolicy {
  readonly wants: Wants;
  /** What stands between the quote and the caret. */
  readonly typed: string;
  /** The characters that a completion stands in for, quotes not included. */
  readonly start: number;
  readonly end: number;
  /** No quote is open here: a completion brings its own. */
  readonly bare: boolean;
  /** The operator of the condition that the caret is in. */
  readonly operator?: string;
}

interface Level {
  readonly open: '{' | '[';
  key: string;
  /** In an object: has the colon of the member passed? */
  valued: boolean;
}

interface Scan {
  readonly levels: readonly Level[];
  /** Where the string that the caret is in begins, behind its quote. */
  readonly string?: number;
}

/** Longer texts are not searched at each key. */
const LONGEST = 200_000;

export function placeIn(text: string, caret: number): PlaceInPolicy | undefined {
  if (text.length > LONGEST) return undefined;
  const { levels, string } = scan(text.slice(0, caret));
  const wants = wantedAt(levels);
  if (!wants) return undefined;
  const operator = wants === 'key' ? { operator: levels.at(-2)?.key ?? '' } : {};
  if (string === undefined) {
    return mayBegin(text.slice(0, caret))
      ? { wants, typed: '', start: caret, end: caret, bare: true, ...operator }
      : undefined;
  }
  const typed = text.slice(string, caret);
  return { wants, typed, start: string, end: endOfString(text, caret), bare: false, ...operator };
}

function scan(text: string): Scan {
  const levels: Level[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text.charAt(at);
    const level = levels.at(-1);
    if (c === '"') {
      const end = closing(text, at + 1);
      if (end === undefined) {
        const line = text.indexOf('\n', at);
        if (line === -1) return { levels, string: at + 1 };
        // A quote that was forgotten: the next line begins something new.
        if (level) level.valued = false;
        at = line + 1;
        continue;
      }
      if (level?.open === '{' && !level.valued) level.key = text.slice(at + 1, end);
      at = end + 1;
      continue;
    }
    if (c === '{' || c === '[') levels.push({ open: c, key: '', valued: false });
    else if (c === '}' || c === ']') levels.pop();
    else if (c === ':' && level) level.valued = true;
    else if (c === ',' && level) level.valued = false;
    at += 1;
  }
  return { levels };
}

/** Where a string ends; `undefined` when it does not end on its line. */
function closing(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    const c = text.charAt(at);
    if (c === '\\') at += 1;
    else if (c === '"') return at;
    else if (c === '\n') return undefined;
  }
  return undefined;
}

/** Behind the caret, the string goes on to its quote, or else to a character that ends a value. */
function endOfString(text: string, caret: number): number {
  const line = text.slice(caret, text.indexOf('\n', caret) === -1 ? text.length : text.indexOf('\n', caret));
  const quote = line.indexOf('"');
  if (quote >= 0 && !/[,:{}[\]]\s*$/.test(line.slice(0, quote))) return caret + quote;
  return caret + (/^[^",{}[\]\s]*/.exec(line)?.[0].length ?? 0);
}

function mayBegin(before: string): boolean {
  return /[{[,:]\s*$/.test(before);
}

const ELEMENTS: Readonly<Record<string, Wants>> = {
  Action: 'action',
  NotAction: 'action',
  Resource: 'resource',
  NotResource: 'resource',
  Effect: 'effect',
  Version: 'version',
};

/** Looks at the keys on the way to the caret, lists left out. */
function wantedAt(levels: readonly Level[]): Wants | undefined {
  const objects = levels.filter(({ open }) => open === '{');
  const [top, statement, third, fourth] = objects;
  const innermost = levels.at(-1);
  if (!top || !innermost) return undefined;
  const inKey = innermost.open === '{' && !innermost.valued;
  if (!statement) return inKey ? 'policy-element' : own(ELEMENTS, top.key);
  if (!third) return inKey ? 'element' : (own(ELEMENTS, statement.key) ?? principalOf(statement.key));
  if (statement.key === 'Condition') {
    if (!fourth) return inKey ? 'operator' : undefined;
    return inKey ? 'key' : undefined;
  }
  if (principalOf(statement.key)) return inKey ? 'principal-kind' : 'principal';
  return undefined;
}

function principalOf(key: string): Wants | undefined {
  return key === 'Principal' || key === 'NotPrincipal' ? 'principal' : undefined;
}
