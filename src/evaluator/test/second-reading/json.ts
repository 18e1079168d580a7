// JSON text to a value, refusing a key that stands twice in one object. It knows no policy.

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/** The value of a text, or undefined where it is no JSON or repeats a key. */
export function parseText(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return repeatsKey(text) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Does a text that is known to be JSON repeat a key? One set of keys for each object that is open. */
function repeatsKey(text: string): boolean {
  const tokens = text.match(TOKEN) ?? [];
  const open: Set<unknown>[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token === '{' || token === '[') open.push(new Set());
    if (token === '}' || token === ']') open.pop();
    if (!token.startsWith('"') || tokens[at + 1] !== ':') continue;
    const key: unknown = JSON.parse(token);
    if (open.at(-1)?.has(key)) return true;
    open.at(-1)?.add(key);
  }
  return false;
}
