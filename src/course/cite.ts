// `[[groups-per-user]]` in a text of the content becomes the value of that fact, so that a number lives once.
import type { Fact } from './schema.ts';

type Values = ReadonlyMap<string, Pick<Fact, 'value'>>;

export interface CiteMistake {
  /** How many lines of the text stand above its marker. */
  readonly linesBefore: number;
  readonly message: string;
}

/** Forms that follow the id after a colon: seconds as minutes or hours, a number in words, or as a program writes it. */
type Form = (value: Fact['value']) => Fact['value'] | undefined;
const FORMS: Readonly<Record<string, Form>> = {
  minutes: (value) => divided(value, 60),
  hours: (value) => divided(value, 3600),
  words: (value) => wordsOf(value),
  Words: (value) => wordsOf(value)?.replace(/^./, (letter) => letter.toUpperCase()),
  value: String,
};

/** The colon is no mark of Markdown: a marker may stand in a cell of a table. A list of numbers is no marker. */
const MARKER = /\[\[(?=[^\]]*[A-Za-z])([\w-]+(?::\w+)*)\]\]/g;

/** A text with the value of each fact that it cites. What cannot be cited stays as it stands. */
export function cite(
  text: string,
  facts: Values,
): { readonly text: string; readonly mistakes: readonly CiteMistake[] } {
  const mistakes: CiteMistake[] = [];
  const cited = text.replaceAll(MARKER, (marker: string, named: string, index: number) => {
    const [id = '', ...forms] = named.split(':');
    const fact = facts.get(id);
    const found = fact ? formed(id, fact.value, forms) : { message: `there is no fact \`${id}\`` };
    if (typeof found !== 'object') return readable(found);
    mistakes.push({ linesBefore: text.slice(0, index).split('\n').length - 1, ...found });
    return marker;
  });
  return { text: cited, mistakes };
}

/**
 * A value with each fact that any of its texts cites.
 * @param facts asked for at the first marker
 */
export function citeAll<T>(
  value: T,
  facts: () => Values,
  report: (mistake: CiteMistake & { readonly path: readonly PropertyKey[] }) => void,
): T {
  const walk = (from: unknown, path: readonly PropertyKey[]): unknown => {
    if (typeof from === 'string') {
      if (!from.includes('[[')) return from;
      const { text, mistakes } = cite(from, facts());
      for (const mistake of mistakes) report({ ...mistake, path });
      return text;
    }
    if (Array.isArray(from)) return from.map((item, i) => walk(item, [...path, i]));
    if (typeof from !== 'object' || from === null) return from;
    return Object.fromEntries(Object.entries(from).map(([key, inner]) => [key, walk(inner, [...path, key])]));
  };
  return walk(value, []) as T;
}

function formed(
  id: string,
  value: Fact['value'],
  forms: readonly string[],
): Fact['value'] | { readonly message: string } {
  let made = value;
  for (const form of forms) {
    const make = Object.hasOwn(FORMS, form) ? FORMS[form] : undefined;
    if (!make)
      return { message: `a fact has no form \`${form}\`. Known are ${Object.keys(FORMS).join(', ')}` };
    const next = make(made);
    if (next === undefined)
      return { message: `\`${String(made)}\` of the fact \`${id}\` has no form \`${form}\`` };
    made = next;
  }
  return made;
}

function readable(value: Fact['value']): string {
  return typeof value === 'number' ? withCommas(value) : String(value);
}

/** 6144 as `6,144`. */
export function withCommas(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function divided(value: Fact['value'], by: number): number | undefined {
  return typeof value === 'number' && value % by === 0 ? value / by : undefined;
}

const SMALL = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
  ...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A whole number below a million in words, 36 as `thirty-six`; nothing for other values. */
export function wordsOf(value: Fact['value']): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= 1e6) return undefined;
  if (value < 20) return SMALL[value];
  const [size, name] = value < 100 ? [10, ''] : value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const high = Math.floor(value / size);
  const rest = value % size;
  if (size === 10) return `${TENS[high] ?? ''}${rest === 0 ? '' : `-${SMALL[rest] ?? ''}`}`;
  const joint = rest === 0 ? '' : rest < 100 ? ' and ' : ' ';
  return `${wordsOf(high) ?? ''} ${name}${joint}${rest === 0 ? '' : (wordsOf(rest) ?? '')}`;
}
