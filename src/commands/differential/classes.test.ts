import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decide } from '#evaluator';
import { decideLine } from '../../evaluator/test/second-reading/decision.ts';
import { readCase } from '../case.ts';
import { CONDITION_CLASSES } from './condition-classes.ts';
import { lineOf } from './lines.ts';
import { REQUEST_CLASSES } from './request-classes.ts';

const CLASSES = [...CONDITION_CLASSES, ...REQUEST_CLASSES];
const COUNT = 3000;
const LINES = Array.from(
  { length: COUNT },
  (_, i) => JSON.parse(JSON.stringify(lineOf(5, i))) as ReturnType<typeof lineOf>,
);

describe('a class of requests on which the peer may decide otherwise', () => {
  it('has a name of its own', () => {
    expect(new Set(CLASSES.map(({ name }) => name)).size).toBe(CLASSES.length);
  });

  it('names a document that the project knows', () => {
    const known = readFileSync('content/sources.yaml', 'utf8');
    expect(CLASSES.filter(({ source }) => !known.includes(`\n${source}:\n`))).toEqual([]);
  });

  it.each(CLASSES)('is met, and covers at most 2 % of the requests: $name', ({ covers }) => {
    const covered = LINES.filter((line) => covers(line));
    expect(covered.length).toBeGreaterThan(0);
    expect(covered.length).toBeLessThanOrEqual(0.02 * COUNT);
  });

  it('is decided by the second reading as it is here, like every other request', () => {
    const doubted = LINES.filter((line) => {
      const { request, layers } = readCase({ ...line }, JSON.stringify(line));
      return decide(request, layers).decision !== decideLine(line).decision;
    });
    expect(doubted).toEqual([]);
  });

  it('is met again by the same seed', () => {
    expect(lineOf(5, 7)).toEqual(lineOf(5, 7));
    expect(lineOf(6, 7)).not.toEqual(lineOf(5, 7));
  });
});
