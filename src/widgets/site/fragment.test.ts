import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFragment, parseFragment } from './fragment.ts';

describe('a text in an address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const fragment = makeFragment('x', 1, text);
        expect(fragment).toMatch(/^#x=1\.[\w-]+$/);
        expect(parseFragment('x', 1, fragment)).toEqual({ text });
      }),
    );
  });

  it('of another kind is none, and one of a newer version is said', () => {
    expect(parseFragment('x', 1, '#y=1.abc')).toEqual({ fault: 'empty' });
    expect(parseFragment('x', 1, '')).toEqual({ fault: 'empty' });
    expect(parseFragment('x', 1, '#x=2.abc')).toEqual({ fault: 'newer' });
  });

  it('that was cut or changed is damaged', () => {
    const fragment = makeFragment('x', 1, 'a policy, and another policy'.repeat(40));
    expect(parseFragment('x', 1, fragment.slice(0, -6))).toEqual({ fault: 'damaged' });
    expect(parseFragment('x', 1, '#x=1.')).toEqual({ fault: 'damaged' });
    expect(parseFragment('x', 1, '#x=1.%%')).toEqual({ fault: 'damaged' });
  });

  it('that unpacks to more than any situation is damaged', () => {
    const bomb = deflateSync(Buffer.alloc(40_000_000)).toString('base64url');
    expect(parseFragment('x', 1, `#x=1.${bomb}`)).toEqual({ fault: 'damaged' });
  });
});
