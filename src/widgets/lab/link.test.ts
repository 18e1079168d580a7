// A situation in an address: it comes from anybody, so what cannot be trusted is refused.
import { describe, expect, it } from 'vitest';
import { openCloud } from '#cloud';
import type { Lab } from '#course';
import * as site from '#widgets/site/fragment.ts';
import { makeFragment, parseFragment } from './link.ts';

const lab: Lab = {
  id: 'x',
  title: 'A situation',
  about: '',
  cloud: openCloud({ time: 0, seed: 1, accounts: { '111122223333': { region: 'eu-west-1' } } }),
  spec: {
    start: { as: 'root', action: 's3:GetObject', on: '*', context: {} },
    guess: false,
    who: [],
    does: [],
    on: [],
    context: [],
    edits: [],
    tasks: [],
  },
};

describe('a link', () => {
  it('carries a situation there and back', () => {
    expect(parseFragment(makeFragment(lab))).toEqual({ lab });
  });

  it('of the first version carries its managed policies as texts, and opens', () => {
    const account = lab.cloud.accounts['111122223333'];
    const old = {
      ...account,
      policies: { P: '{}' },
      users: { a: { keys: ['AKIA'], groups: [], inline: {} } },
    };
    const text = JSON.stringify({ ...lab, cloud: { ...lab.cloud, accounts: { '111122223333': old } } });
    const parsed = parseFragment(site.makeFragment('lab', 1, text));
    const read = 'lab' in parsed ? parsed.lab.cloud.accounts['111122223333'] : undefined;
    expect(read?.policies['P']?.versions[0]?.text).toBe('{}');
    expect(read?.users['a']?.keys).toEqual([]);
  });

  it.each(['/exam/result/?attempt=passing-a-role-m1x2-9f#question-1', '/exam/passing-a-role/'])(
    'leads back to a result or an exam of this site: %s',
    (href) => {
      const from = { title: 'question 1, option C', href };
      expect(parseFragment(makeFragment({ ...lab, from }))).toEqual({ lab: { ...lab, from } });
    },
  );

  it.each([
    'javascript:alert(1)',
    'https://example.com/exam/result/?attempt=x',
    '//example.com',
    '/exam/../settings/',
    '/settings/',
  ])('leads back nowhere else: %s', (href) => {
    expect(parseFragment(makeFragment({ ...lab, from: { title: 'x', href } }))).toEqual({ fault: 'damaged' });
  });

  it.each([
    ['#', 'empty'],
    ['#lab=1.!!', 'damaged'],
    ['#lab=1.abc', 'damaged'],
    ['#lab=3.abc', 'newer'],
  ])('%s is %s', (fragment, fault) => {
    expect(parseFragment(fragment)).toEqual({ fault });
  });
});
