import { describe, expect, it } from 'vitest';
import { cellOf, valuesIn, type Asked } from './cell.ts';
import { FAMILIES, rowsOf } from './families.ts';

const ASKED: Asked = {
  operator: 'StringEquals',
  key: 'aws:PrincipalTag/team',
  wants: ['quay'],
  effect: 'Deny',
};

describe('a cell of the table of conditions', () => {
  it('[missing-key-fails] a Deny on a key that is not sent denies nothing', () => {
    const { holds, rules, judged } = cellOf(ASKED);
    expect({ holds, rules, decision: judged.verdict?.decision }).toEqual({
      ...{ holds: false, rules: ['missing-key-fails'], decision: 'allowed' },
    });
  });
  it('[if-exists-forgives-absence] with IfExists the same Deny strikes', () => {
    const { holds, judged } = cellOf({ ...ASKED, operator: 'StringEqualsIfExists' });
    expect([holds, judged.verdict?.decision]).toEqual([true, 'explicitDeny']);
  });
  it('[several-values-need-a-set-operator] two values fit no operator without a set', () => {
    const { holds, rules } = cellOf({ ...ASKED, sends: ['quay', 'deck'] });
    expect([holds, rules]).toEqual([false, ['several-values-need-a-set-operator']]);
  });
  it('tells an unreadable value from one that does not fit', () => {
    const { rules } = cellOf({ ...ASKED, operator: 'Bool', sends: ['true'], wants: ['*'] });
    expect(rules).toContain('unreadable-value-fits-nothing');
  });
  it('of an operator that does not exist holds neither way, and nothing is allowed', () => {
    const { holds, judged } = cellOf({ ...ASKED, operator: 'StringIs' });
    expect([holds, judged.verdict?.decision]).toEqual([undefined, 'implicitDeny']);
  });
});

describe('every row and column of the table', () => {
  it.each(Object.entries(FAMILIES))('of %s is read', (_name, family) => {
    for (const { operator, fixed } of rowsOf(family))
      for (const column of family.columns) {
        const wants = fixed === undefined ? family.wants : [fixed];
        const cell = cellOf({ operator, key: family.key, effect: 'Allow', ...column, wants });
        expect(cell.holds).toBeTypeOf('boolean');
      }
  });
});

it('values are parted by commas, and none is none', () => {
  expect([valuesIn(' team , cost,'), valuesIn(' ')]).toEqual([['team', 'cost'], []]);
});
