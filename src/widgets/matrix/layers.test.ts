import { describe, expect, it } from 'vitest';
import { openCloud } from '#cloud';
import { loadContent } from '#course/load';
import { ceilingOf, setsOf, unionOf, type LayerRow } from './layers.ts';

const { scenarios } = loadContent('.').content;

function laid(id: string, by: typeof unionOf): readonly LayerRow[] {
  const scenario = scenarios.get(id);
  if (!scenario?.lab) throw new Error(`no lab ${id}`);
  return by(openCloud(scenario.world), scenario.lab);
}

const outcomes = (row: LayerRow | undefined) => row && [row.first, row.second, row.cell.outcome];

describe('a union', () => {
  const rows = laid('two-papers-one-bucket', unionOf);
  const reading = (who: string) =>
    rows.find((row) => row.who === who && row.cell.column.action === 's3:GetObject');
  it.each([
    ['receipts', ['allowed', 'implicitDeny', 'allowed']],
    ['scanners', ['allowed', 'explicitDeny', 'explicitDeny']],
    ['board', ['implicitDeny', 'allowed', 'allowed']],
    ['archive', ['explicitDeny', 'allowed', 'explicitDeny']],
  ])('of %s is what each says alone and both together', (who, expected) => {
    expect(outcomes(reading(who))).toEqual(expected);
  });
});

describe('a ceiling', () => {
  it('leaves what the policies and the boundary both allow', () => {
    const rows = laid('a-ceiling-over-mei', ceilingOf);
    const { both, first, second, neither } = setsOf(rows);
    expect(both.map(({ cell }) => cell.id)).toEqual(
      rows.filter(({ cell }) => cell.outcome === 'allowed').map(({ cell }) => cell.id),
    );
    expect(first.length + second.length + both.length + neither.length).toBe(rows.length);
    expect(first.length).toBeGreaterThan(0);
    expect(second.length).toBeGreaterThan(0);
  });
});
