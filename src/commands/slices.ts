// The texts of the parts of a JSON text, cut out without reading them, so that a document arrives as it was sent. The text
// has been read as JSON before.

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The text of each member of an object's text, by key. */
export function memberTexts(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = space(text, text.indexOf('{') + 1);
  while (text[at] === '"') {
    const keyEnd = endOfString(text, at);
    const start = space(text, space(text, keyEnd) + 1);
    const end = endOfValue(text, start);
    const key: unknown = JSON.parse(text.slice(at, keyEnd));
    if (typeof key === 'string') found.set(key, text.slice(start, end));
    at = space(text, space(text, end) + 1);
  }
  return found;
}

/** The texts of the items of an array's text. */
export function itemTexts(text: string): readonly string[] {
  const found: string[] = [];
  let at = space(text, text.indexOf('[') + 1);
  while (at < text.length && text[at] !== ']') {
    const end = endOfValue(text, at);
    found.push(text.slice(at, end));
    const next = space(text, end);
    if (text[next] !== ',') break;
    at = space(text, next + 1);
  }
  return found;
}

function space(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text.charAt(at)) && at < text.length) at += 1;
  return at;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at += 1;
    if (Number.isNaN(code)) return text.length;
  }
}

/** Brackets are counted, not followed: no depth is too deep. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length;) {
    const c = text.charAt(at);
    if (c === '"') {
      at = endOfString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (c === '{' || c === '[') depth += 1;
    else if (c === '}' || c === ']') {
      depth -= 1;
      if (depth <= 0) return depth < 0 ? at : at + 1;
    } else if (depth === 0 && (c === ',' || ' \t\r\n'.includes(c))) return at;
    at += 1;
  }
  return text.length;
}
