import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemTexts, memberTexts } from './slices.ts';

describe('the members of an object', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['{}', {}],
    [' {\t} ', {}],
    ['{"a":1}', { a: '1' }],
    ['{ "a" : 1 , "b" : [ 1 , 2 ] }', { a: '1', b: '[ 1 , 2 ]' }],
    ['{"a":{"b":"}"},"c":"]"}', { a: '{"b":"}"}', c: '"]"' }],
    ['{"a":"\\"","b":"\\\\"}', { a: '"\\""', b: '"\\\\"' }],
    ['{"\\u0061":-1.50e3}', { a: '-1.50e3' }],
    ['{"a":{ "k":1, "k":2 }}', { a: '{ "k":1, "k":2 }' }],
    ['{"a":1,"a":2}', { a: '2' }],
    ['{"__proto__":null,"constructor":true}', { ['__proto__']: 'null', constructor: 'true' }],
    ['{"a":[[[]],{}]\r\n}', { a: '[[[]],{}]' }],
  ])('are cut out as they stand: %s', (text, expected) => {
    expect([...memberTexts(text)]).toEqual(Object.entries(expected));
  });
});

describe('the items of an array', () => {
  it.each<[string, readonly string[]]>([
    ['[]', []],
    ['[ ]', []],
    ['[1]', ['1']],
    ['[ 1 ,\n2 ]', ['1', '2']],
    ['["a,b","]"]', ['"a,b"', '"]"']],
    ['[[1,2],{"a":[3]},"\\""]', ['[1,2]', '{"a":[3]}', '"\\""']],
    ['[true,false,null]', ['true', 'false', 'null']],
  ])('are cut out as they stand: %s', (text, expected) => {
    expect(itemTexts(text)).toEqual(expected);
  });
});

describe('any JSON', () => {
  const printed = fc
    .tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 1, '\t', ' \n'))
    .map(([value, indent]) => ({ value, text: JSON.stringify(value, null, indent) }));

  it('is the same put together from its members', () => {
    fc.assert(
      fc.property(printed, ({ value, text }) => {
        const read = [...memberTexts(text)].map(([key, member]): [string, unknown] => [
          key,
          JSON.parse(member),
        ]);
        expect(Object.fromEntries(read)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is the same put together from its items', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 2, '\t'), (list, indent) => {
        const items = itemTexts(JSON.stringify(list, null, indent)).map((item): unknown => JSON.parse(item));
        expect(items).toEqual(JSON.parse(JSON.stringify(list)));
      }),
    );
  });

  it('is cut in one walk however deep it is', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(memberTexts(`{"a":${deep}}`).get('a')).toBe(deep);
    expect(itemTexts(`[${deep},1]`)).toEqual([deep, '1']);
  });
});
