import { describe, expect, it } from 'vitest';
import { openCloud } from '#cloud';
import { loadContent } from '#course/load';
import { edited } from '#widgets/lab/judge.ts';
import { cellIn, columnsOf, countAllowed, firstCell, matrixOf, turnedCells } from './matrix.ts';
import { parseTexts } from './texts.ts';

const scenario = loadContent('.').content.scenarios.get('the-bucket-says-yes');
if (!scenario?.lab) throw new Error('no lab');
const spec = scenario.lab;
const cloud = openCloud(scenario.world);
const POLICY = 'bucket/tern-timetables/policy';

describe('the access matrix', () => {
  it('has a row for each principal and a column for each action on each of its resources', () => {
    const matrix = matrixOf(cloud, spec);
    expect(matrix.map(({ who }) => who.name)).toEqual(spec.who.map(({ name }) => name));
    expect(matrix[0]?.cells).toHaveLength(columnsOf(spec).length);
    expect(cellIn(matrix, firstCell(spec))?.column).toMatchObject({ action: spec.start.action });
  });
  it('shows as turned what comes out otherwise, and nothing else', () => {
    const before = matrixOf(cloud, spec);
    expect(turnedCells(before, matrixOf(edited(cloud, {}), spec))).toEqual(new Set());
    const silent = '{"Version":"2012-10-17","Statement":[]}';
    const now = matrixOf(edited(cloud, { [POLICY]: silent }), spec);
    expect(countAllowed(now)).toBeLessThan(countAllowed(before));
    expect(turnedCells(before, now).size).toBe(countAllowed(before) - countAllowed(now));
  });
});

describe('kept texts', () => {
  it.each(['', 'null', '[', '7'])('of %j are none', (json) => {
    expect(parseTexts(json)).toEqual({});
  });
  it('are those that are texts', () => {
    expect(parseTexts('{"a":"x","b":1}')).toEqual({ a: 'x' });
  });
});
