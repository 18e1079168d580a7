import { describe, expect, it } from 'vitest';
import { decide, isInvalid } from '#evaluator';
import { readCase } from '../case.ts';
import { lineOf } from './loads.ts';

describe('a load', () => {
  it.each([
    { load: 'simple', statements: 1, kib: 0.12, documents: 1 },
    { load: 'medium', statements: 17, kib: 5.2, documents: 6 },
    { load: 'heavy', statements: 276, kib: 163.2, documents: 22 },
  ] as const)('$load: $statements statements, $kib KiB, allowed', ({ load, ...expected }) => {
    const line = lineOf(load);
    const { request, layers, documents } = readCase({ ...line }, JSON.stringify(line));
    const policies = documents.flatMap(({ document }) => (isInvalid(document) ? [] : [document]));
    expect(decide(request, layers).decision).toBe('allowed');
    expect(policies.length).toBe(expected.documents);
    expect(policies.reduce((sum, { statements }) => sum + statements.length, 0)).toBe(expected.statements);
    const size = policies.reduce((sum, { text }) => sum + text.length, 0) / 1024;
    expect(Math.abs(size - expected.kib)).toBeLessThan(expected.kib / 10);
  });
});
