// The token that the command line gives with a cut answer, so that the next command goes on there.
import type { Value } from '../value.ts';

/** Members of the input that say where to go on; `null` is the beginning. */
export type Token = Readonly<Record<string, Value>>;

/** A token as text: JSON as the command line writes it, in base64. Source: cli-source. */
export function tokenText(token: Token): string {
  const members = Object.entries(token).map(([name, value]) => `${JSON.stringify(name)}: ${jsonOf(value)}`);
  return btoa(String.fromCharCode(...new TextEncoder().encode(`{${members.join(', ')}}`)));
}

/** ASCII only, a space behind each comma and colon. */
function jsonOf(value: Value): string {
  if (typeof value !== 'object' || value === null)
    return JSON.stringify(value).replaceAll(
      /[\u007f-\uffff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([name, one]) => `${JSON.stringify(name)}: ${jsonOf(one)}`)
    .join(', ')}}`;
}

/** Where a token points to. One that the command line has not made is the service's own. */
export function tokenOf(
  text: string,
  names: readonly string[],
): { readonly members: Token; readonly skip: number } {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    const made: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isToken(made)) {
      const { boto_truncate_amount: skip, ...members } = made;
      return { members, skip: typeof skip === 'number' ? skip : 0 };
    }
  } catch {
    // Not made by the command line.
  }
  const [first = ''] = names;
  return { members: { [first]: text }, skip: 0 };
}

function isToken(value: unknown): value is Token {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
