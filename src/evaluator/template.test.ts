import { describe, expect, it } from 'vitest';
import { globOf, matchesGlob } from './glob.ts';
import { fill, namesIn, parseTemplate } from './template.ts';

const VALUES: Readonly<Record<string, string>> = {
  'aws:username': 'sam',
  'tern:empty': '',
  'tern:star': 'a*b',
};
const lookup = (key: string): string | undefined => (Object.hasOwn(VALUES, key) ? VALUES[key] : undefined);

/** The text with its variables filled in; `none` without a variable, `missing` without a value. */
function filled(text: string): string {
  const template = parseTemplate(text);
  return template ? (fill(template, lookup)?.text ?? 'missing') : 'none';
}

describe('a text with variables', () => {
  it.each([
    ['home/sam', 'none'],
    ['', 'none'],
    ['$aws:username', 'none'],
    ['{aws:username}', 'none'],
    ['${aws:username', 'none'],
    ['${aws:username}', 'sam'],
    ['home/${aws:username}/x', 'home/sam/x'],
    ['${AWS:UserName}', 'sam'],
    ['${ aws:username }', 'sam'],
    ['${aws:username}${aws:username}', 'samsam'],
    ['${tern:empty}', ''],
    ["${aws:username, 'guest'}", 'sam'],
    ["${tern:none, 'guest'}", 'guest'],
    ["${tern:none,'guest'}", 'guest'],
    ["${tern:none, ''}", ''],
    ["${tern:none, 'a, b'}", 'a, b'],
    ["${tern:none, 'Guest'}", 'Guest'],
    ['${tern:none}', 'missing'],
    ['${aws:username}/${tern:none}', 'missing'],
    ['${}', 'missing'],
    ['${tern:none, guest}', 'missing'],
    ['${*}', '*'],
    ['${?}', '?'],
    ['${$}', '$'],
    ['${$}{aws:username}', '${aws:username}'],
    ['${${aws:username}}', '${sam}'],
    ['${aws:username} ${open', 'sam ${open'],
    ['${__proto__}', 'missing'],
    ['${constructor}', 'missing'],
  ])('[variable-has-its-value] `%s` is `%s`', (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  it.each([
    ['${tern:star}', 'a*b', true],
    ['${tern:star}', 'axb', false],
    ['${tern:star}*', 'a*bcd', true],
    ['a${*}*', 'a*', true],
    ['a${*}*', 'ab', false],
    ['a${?}', 'ab', false],
    ["${tern:none, '*'}", 'anything', false],
    ["${tern:none, '*'}", '*', true],
    ['*${aws:username}?', 'xxsamy', true],
  ])('[wildcard-in-a-value-is-a-character] `%s` and `%s`: %s', (text, value, expected) => {
    const tokens = fill(parseTemplate(text) ?? [], lookup)?.tokens ?? [];
    expect(matchesGlob(globOf(tokens), value)).toBe(expected);
  });

  it('[variable-has-its-value] names the keys that it asks for, as they are written', () => {
    const template = parseTemplate("${tern:a}/${aws:username}/${Tern:B}/${tern:c, 'x'}/${*}") ?? [];
    expect(namesIn(template)).toEqual(['tern:a', 'aws:username', 'Tern:B', 'tern:c']);
  });
});
