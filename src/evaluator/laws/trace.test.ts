// The decision is its trace, the trace hangs together, and every place in it shows the text that it names.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  conclude,
  decide,
  documentAt,
  errorText,
  explain,
  matchedSteps,
  RULES,
  type Layers,
  type Step,
  type Verdict,
} from '../index.ts';
import { asking, layersOf } from '../test/made-up.ts';
import { isConsistent } from '../test/switch-off.ts';

const RUNS = { numRuns: 500 };
vi.setConfig({ testTimeout: 60_000 });

const flat = (step: Step): readonly Step[] => [step, ...(step.steps ?? []).flatMap(flat)];

function forAll(law: (verdict: Verdict, layers: Layers) => void): void {
  fc.assert(
    fc.property(asking, (one) => {
      const layers = layersOf(one);
      law(decide(one.request, layers), layers);
    }),
    RUNS,
  );
}

/** The strings in a piece of JSON, a member of an object without its braces included. */
function stringsOf(text: string): readonly string[] {
  const value: unknown = JSON.parse(/^"[^"]*"\s*:/.test(text) ? `{${text}}` : text);
  const walk = (one: unknown): string[] =>
    typeof one === 'string'
      ? [one]
      : typeof one === 'object' && one !== null
        ? Object.values(one).flatMap(walk)
        : [String(one)];
  return walk(value);
}

const WITH_ELEMENT = ['principal-matches', 'action-matches', 'resource-matches'];
const WITH_KEY = [
  'variable-has-its-value',
  'variable-takes-its-default',
  'variable-without-value-fits-nothing',
];

/** A pattern without variables, as a regular expression reads it. */
function fitsLoosely(pattern: string, text: string): boolean {
  const literal = pattern.replace(/[.+^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test(text);
}

/** Does the text at the place of a step say what the step has seen? */
function showsWhatItNames({ rule, holds, seen = {} }: Step, text: string, whole: string): void {
  if (WITH_ELEMENT.includes(rule)) {
    const { found = '', asked = '' } = seen;
    expect(stringsOf(text).join(', ')).toBe(found);
    const hit = holds && seen['not'] === undefined && rule !== 'principal-matches';
    if (hit && !found.includes('${')) expect(fitsLoosely(found, asked)).toBe(true);
  } else if (rule === 'condition-holds') {
    const member = text.startsWith(`"${seen['key'] ?? ''}"`);
    if (member) expect(stringsOf(text).join(', ')).toBe(seen['wanted']);
    else expect(`, ${seen['wanted'] ?? ''}, `).toContain(`, ${stringsOf(text).join()}, `);
  } else if (WITH_KEY.includes(rule)) {
    expect(text.toLowerCase()).toContain(`\${${seen['key'] ?? ''}`);
  } else if (rule === 'variable-for-a-character-is-that-character') {
    expect(text).toContain(`\${${seen['value'] ?? ''}}`);
  } else if (rule === 'statement-matches') {
    expect(JSON.parse(text)).toMatchObject({
      Effect: seen['effect'],
      ...(seen['sid'] === '' ? {} : { Sid: seen['sid'] }),
    });
  } else if (rule === 'policy-allows' || rule === 'policy-denies') expect(text).toBe(whole);
}

describe('for every request and every set of documents', () => {
  it('[request-is-decided] the decision is what its trace concludes, twice the same, and also when the trace was written down', () => {
    fc.assert(
      fc.property(asking, (one) => {
        const verdict = decide(one.request, layersOf(one));
        expect(conclude(verdict.trace)).toBe(verdict.decision);
        expect(verdict.trace.holds).toBe(verdict.decision === 'allowed');
        const told = JSON.stringify(verdict.trace);
        expect(JSON.stringify(decide(one.request, layersOf(one)).trace)).toBe(told);
        expect(conclude(JSON.parse(told) as Step)).toBe(verdict.decision);
      }),
      RUNS,
    );
  });

  it('[statement-matches] each step follows from those below it', () => {
    forAll(({ trace }) => {
      expect(isConsistent(trace)).toBe(true);
    });
  });

  it('[statement-matches] every place lies in its document and shows what was seen there', () => {
    forAll(({ trace }, layers) => {
      for (const step of flat(trace)) {
        if (!step.at) continue;
        const { start, end } = step.at.range;
        const whole = documentAt(layers, step.at)?.text ?? '';
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(whole.length);
        showsWhatItNames(step, whole.slice(start, end), whole);
      }
    });
  });

  it('[explicit-deny-wins] the statements that matched are those of the trace, each once, and one of them denies when it is denied', () => {
    forAll(({ trace, decision }) => {
      const matched = matchedSteps(trace);
      const keys = matched.map(({ at }) => JSON.stringify(at));
      expect(new Set(keys).size).toBe(keys.length);
      const denies = matched.some(({ seen }) => seen?.['effect'] === 'Deny');
      if (decision === 'explicitDeny') expect(denies).toBe(true);
      if (decision === 'implicitDeny') expect(denies).toBe(false);
    });
  });

  it('[implicit-deny-by-default] a refusal has a line of AWS and an allowed call has none; both have sentences', () => {
    forAll((verdict) => {
      const [first, ...rest] = explain(verdict);
      expect(first).toMatch(/^(?:Allowed|Denied, .+)\.$/);
      for (const sentence of rest) expect(sentence).toMatch(/^[A-Z].+[.]$/);
      if (verdict.decision === 'allowed') expect(errorText(verdict)).toBeNull();
      else
        expect(errorText(verdict)).toMatch(
          /^User: .+ is not authorized to perform: \w+:\w+ on resource: \S+/,
        );
    });
  });
});

describe('what is made up at random', () => {
  /** Documents that cannot be read and calls of several pairs have laws of their own. */
  const ELSEWHERE = ['every-pair-must-pass', 'invalid-document-allows-nothing'];

  it('[request-is-decided] reaches every rule, every outcome and every kind of caller', () => {
    const rules = new Set<string>();
    const outcomes = new Set<string>();
    for (const one of fc.sample(asking, { numRuns: 3000, seed: 4 })) {
      const { trace, decision } = decide(one.request, layersOf(one));
      for (const { rule } of flat(trace)) rules.add(rule);
      outcomes.add(`${one.request.principal.type} ${decision}`);
    }
    expect(Object.keys(RULES).filter((id) => !rules.has(id) && !ELSEWHERE.includes(id))).toEqual([]);
    expect(outcomes.size).toBe(7 * 3);
  });
});
