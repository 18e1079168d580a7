// Which way a text is written in YAML 1.2: plain, in single or in double quotes. It writes nothing.

export type Style = 'plain' | 'single' | 'double';

/** Plain text that is read as something else than text, by the characters that it may begin with. Source: yaml-types. */
const READ_AS_OTHER: readonly (readonly [string, RegExp])[] = [
  ['tTfF', /^(?:true|True|TRUE|false|False|FALSE)$/],
  ['-+0123456789.', /^[-+]?(?:\d[\d_]*\.[\d_]*(?:[eE][-+]?\d+)?|\d[\d_]*[eE][-+]?\d+)$/],
  ['-+.', /^[-+]?\.(?:[\d_]+(?:[eE][-+]\d+)?|inf|Inf|INF)$/],
  ['.', /^\.(?:nan|NaN|NAN)$/],
  ['-+0123456789', /^[-+]?(?:0b[01_]+|0o[0-7_]+|[\d_]+|0x[\da-fA-F_]+)$/],
  ['<', /^<<$/],
  ['~nN', /^(?:~|null|Null|NULL)$/],
  ['0123456789', /^\d{4}-\d\d-\d\d$/],
  [
    '0123456789',
    /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/,
  ],
  ['=', /^=$/],
];

const BREAK = /[\n\r\x85\u2028\u2029]/;

/** What parts words, for a reader of YAML. */
const isBlank = (char: string | undefined): boolean =>
  char === undefined || /[\0 \t\n\r\x85\u2028\u2029]/.test(char);

/** Whether breaks of lines stand in a text. */
export function isMultiline(text: string): boolean {
  return BREAK.test(text);
}

/** The style of a text that stands in a block. `place` is a key when its colon follows on the same line. */
export function styleOf(text: string, place: 'key' | 'value'): Style {
  if (text === '') return 'single';
  if (place === 'key' && isMultiline(text)) return 'double';
  if (!mayBeSingle(text)) return 'double';
  return mayBePlain(text) && !isReadAsOther(text) ? 'plain' : 'single';
}

function isReadAsOther(text: string): boolean {
  const first = text.charAt(0);
  return READ_AS_OTHER.some(([begins, pattern]) => begins.includes(first) && pattern.test(text));
}

/** Nothing in it that only double quotes can tell, and no space beside a break of lines. */
function mayBeSingle(text: string): boolean {
  return !/[\n\r\x85\u2028\u2029] | [\n\r\x85\u2028\u2029]/.test(text) && Array.from(text).every(isPrinted);
}

function mayBePlain(text: string): boolean {
  if (isMultiline(text) || text.startsWith(' ') || text.endsWith(' ')) return false;
  if (/^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`])/.test(text)) return false;
  const chars = Array.from(text);
  return !chars.some((char, at) => {
    if (at === 0) return '?:-'.includes(char) && isBlank(chars[1]);
    return (char === ':' && isBlank(chars[at + 1])) || (char === '#' && isBlank(chars[at - 1]));
  });
}

/** Characters that need no escape. Those beyond the first plane do: the command line's writer escapes them. */
export function isPrinted(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0xa0) return code === 0x0a || (code >= 0x20 && code <= 0x7e);
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff);
}
