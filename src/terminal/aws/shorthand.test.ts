import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Misread, parseShorthand } from './shorthand.ts';

const read = (text: string): unknown => {
  try {
    return parseShorthand(text, (word) => word);
  } catch (stop) {
    if (stop instanceof Misread) return stop.message;
    throw stop;
  }
};

describe('[the short form] reads', () => {
  it.each([
    ['Key=a,Value=b', { Key: 'a', Value: 'b' }],
    ['Name=x,Values=a,b,c', { Name: 'x', Values: ['a', 'b', 'c'] }],
    ['Name=x,Values=a,b,Other=c', { Name: 'x', Values: ['a', 'b'], Other: 'c' }],
    ['a=b,c,d=e=f', { a: ['b', 'c'], d: 'e=f' }],
    ['a=[b,[c,d]],e={f=g,h=[i]}', { a: ['b', ['c', 'd']], e: { f: 'g', h: ['i'] } }],
    [
      'ResourceType=instance,Tags=[{Key=Name,Value=x}]',
      { ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'x' }] },
    ],
    [`a='x,y',b="it's"`, { a: 'x,y', b: "it's" }],
    ['a=b\\,c', { a: 'b,c' }],
    ['a = b , c = d', { a: 'b', c: 'd' }],
    ['a=,b=', { a: '', b: '' }],
    ['a=b,,c=d', { a: 'b', c: 'd' }],
    ['aws:x=arn:aws:iam::1:role/y', { 'aws:x': 'arn:aws:iam::1:role/y' }],
  ])('%s', (text, value) => {
    expect(read(text)).toEqual(value);
  });
});

describe('[the short form] marks where it goes wrong', () => {
  it.each([
    ['a', "Expected: '=', received: 'EOF' for input:\na\n ^"],
    ['a=b,', "Expected: '<second>', received: '<none>' for input:\na=b,\n    ^"],
    ['a=[b', "Expected: ',', received: 'EOF' for input:\na=[b\n    ^"],
    ["a='b", "Expected: '<singled quoted>', received: '<none>' for input:\na='b\n  ^"],
    ['$(x)', "Expected: '=', received: '$' for input:\n$(x)\n^"],
    ['a=b,\nc==d', "Expected: ',', received: '=' for input:\na=b,\nc==d\n  ^"],
    [
      'Key=a,Key=b',
      'Second instance of key "Key" encountered for input:\nKey=a,Key=b\n      ^\nThis is often because there is a preceding "," instead of a space.',
    ],
  ])('%s', (text, message) => {
    expect(read(text)).toBe(message);
  });
});

it('[the short form] reads a file where it says so, and only there', () => {
  expect(parseShorthand('a@=file://x,b=file://y', () => 'content')).toEqual({ a: 'content', b: 'file://y' });
});

it('[the short form] any text in quotes is that text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const quoted = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
      fc.pre(!text.includes('\\'));
      expect(read(`a='${quoted}',b=c`)).toEqual({ a: text, b: 'c' });
    }),
  );
});

it('[the short form] ends on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab=,[]{}\'"\\ @')) }), (text) => {
      expect(['object', 'string']).toContain(typeof read(text));
    }),
    { numRuns: 2000 },
  );
});
