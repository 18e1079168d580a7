// Words of prose that no dictionary of British English and no list of the project has.
import british from 'dictionary-en-gb';
import nspell from 'nspell';

/** @param own words of the project, one a line; a line that begins with `#` is a remark */
export function speller(own: string): (text: string) => readonly string[] {
  const dictionary = nspell(british);
  for (const word of own.split('\n')) if (word !== '' && !word.startsWith('#')) dictionary.add(word);
  return (text) => [...new Set(wordsOf(text).filter((word) => !dictionary.correct(word)))];
}

/** Words as they are spelled: no code, no addresses, no names with capitals inside. */
function wordsOf(text: string): readonly string[] {
  const prose = text
    .replace(/`[^`]*`/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/(?:https?:\/\/|arn:)\S+/g, ' ')
    .replaceAll('’', "'");
  return prose
    .split(/[\s—–…]+/)
    .map((token) => token.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((token) => /^[\p{L}'-]+$/u.test(token))
    .flatMap((token) => token.split('-'))
    .map((word) => word.replace(/'s?$/, ''))
    .filter((word) => word.length > 2 && !/.\p{Lu}/u.test(word));
}
