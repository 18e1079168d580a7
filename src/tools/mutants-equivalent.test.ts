// What is listed as no change that can be seen: each entry is one mutant, and one that there is.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EQUIVALENT } from './mutants-equivalent.ts';
import { lineWith, mutationsOf } from './mutations.ts';

describe.each(Object.entries(EQUIVALENT))('the mutants of %s that change nothing', (file, lines) => {
  const text = readFileSync(`src/evaluator/${file}`, 'utf8');
  const written = mutationsOf(file, text).map((mutation) => lineWith(mutation, text));

  it.each(Object.keys(lines))('have one that writes `%s`', (line) => {
    expect(written.filter((one) => one === line)).toEqual([line]);
  });
});

describe('a mutation', () => {
  it('is known by the line that it writes', () => {
    const text = 'const a = 1;\n  if (a === 1 && b) return a;\n';
    expect(mutationsOf('a.ts', text).map((mutation) => lineWith(mutation, text))).toEqual([
      'const a = 2;',
      'if (true) return a;',
      'if (false) return a;',
      'if (a === 1 || b) return a;',
      'if (a !== 1 && b) return a;',
      'if (a === 2 && b) return a;',
    ]);
  });
});
