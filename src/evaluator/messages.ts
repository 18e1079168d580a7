// The sentences for issues, in English: plain, lower case, the reader's own text in backticks, then what to do.
import type { Issue } from './issue.ts';
import type { JsonFault } from './json.ts';
import { STRUCTURE } from './messages-structure.ts';

const FAULTS: Readonly<Record<JsonFault, string>> = {
  empty: 'the document is empty. Begin with `{`',
  unexpected: 'did not expect `{found}` here. Check the quotes and commas before it',
  'unexpected-end': 'the document ends too early. Close every quote and bracket',
  'trailing-comma': 'a comma stands before a closing bracket. Take it away',
  comment: 'JSON has no comments. Take it away',
  'smart-quote': '`{found}` is a typographic quote. Use the straight `"`',
  'control-character': 'an invisible control character stands here. Take it away',
  'bad-escape': '`{found}` is no escape that JSON knows. Write `\\\\` for a backslash',
  'lone-surrogate': 'half a character stands in this string. Type it again',
  'bad-number': '`{found}` is no number that JSON knows',
  'duplicate-key': '`{found}` stands here twice. AWS refuses a repeated key: make one list of the two',
  'too-deep': 'brackets are nested deeper than in any policy. Close some of them',
  'after-end': '`{found}` stands after the end of the document. Keep one document',
};

const SENTENCES: Readonly<Record<string, string>> = STRUCTURE;

/** Longer texts of the reader are shown by their beginning. */
const SHOWN = 120;

/** One sentence for one issue, without its place. */
export function messageOf({ code, fault, detail, says }: Issue): string {
  const sentence = fault ? FAULTS[fault] : (says ?? SENTENCES[code] ?? code);
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    if (name === 'meant') return meant(detail);
    const value = detail[name] ?? '';
    const text = fault === 'duplicate-key' ? value.replaceAll('"', '') : value;
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  });
}

/** What was probably meant, or what would do. */
function meant(detail: Issue['detail']): string {
  if (detail['meant'] !== undefined) return `. Did you mean \`${detail['meant']}\`?`;
  if (detail['wanted'] !== undefined) return `. ${detail['wanted']}`;
  return detail['known'] === undefined ? '' : `. Known are ${detail['known']}`;
}
