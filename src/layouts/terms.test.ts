import { describe, expect, it } from 'vitest';
import { markTerms, type Term } from './terms.ts';

const ROLE: Term = { id: 'role', says: 'A hat & a half', forms: ['role', 'roles'] };
const SESSION: Term = { id: 'session', says: 'A time', forms: ['session'] };
const mark = (html: string): string => markTerms(html, [ROLE, SESSION]);

describe('a term', () => {
  it('is marked where it is first said, and once', () => {
    const html = mark('<p>Two roles, one role.</p><p>A role.</p>');
    expect(html.match(/class="term"/g)).toHaveLength(1);
    expect(html).toContain(
      '>roles</a><span class="term-says" role="tooltip" id="term-role">A hat &amp; a half</span>',
    );
  });
  it.each([
    '<h2>A role</h2>',
    '<p><a href="/x/">role</a></p>',
    '<p><code>role</code></p>',
    '<astro-island props="role"><p>A role</p></astro-island>',
    '<div>role</div>',
    '<script>if (a < b) role()</script>',
    '<p title="role">x</p>',
    '<p>service-linked-role</p>',
    '<p>roleplay</p>',
    '<p>the Service Role Reference</p>',
    '<p>the Service\nRole\nReference</p>',
    '<!-- <p>role</p> -->',
  ])('is left alone in %s', (html) => {
    expect(mark(html)).toBe(html);
  });
  it('is marked although a line of the source ends inside it', () => {
    const key: Term = { id: 'access-key', says: 'A pair', forms: ['access key'] };
    expect(markTerms('<p>an access\nkey</p>', [key])).toContain('>access\nkey</a>');
  });
  it('is marked behind an island and behind an element without an end', () => {
    expect(mark('<p>x<br>a <em>session</em></p>')).toContain('class="term"');
    expect(mark('<astro-island><p>role</p></astro-island><p>role</p>')).toMatch(
      /island><p><span class="term"/,
    );
  });
});
