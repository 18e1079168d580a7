// The worked cases: one runner, many files.
import { describe, expect, it } from 'vitest';
import {
  conclude,
  decide,
  documentAt,
  explain,
  errorText,
  isRuleId,
  RULES,
  type RuleId,
  type Step,
} from '../index.ts';
import { CASES, layersOf, requestOf } from './cases.ts';
import { isConsistent, switchOff } from './switch-off.ts';

const flat = (step: Step): readonly Step[] => [step, ...(step.steps ?? []).flatMap(flat)];

describe.each(CASES.map((one) => [one.title, one] as const))('%s', (_title, one) => {
  const layers = layersOf(one);
  const verdict = decide(requestOf(one), layers);
  const all = flat(verdict.trace);

  it(`is ${one.expected}, and ${one.rule} ${one.holds ? 'holds' : 'does not hold'}`, () => {
    expect(verdict.decision).toBe(one.expected);
    expect(all.some((step) => step.rule === one.rule && step.holds === one.holds)).toBe(true);
  });

  it(`comes out otherwise when ${one.rule} is switched off`, () => {
    expect(conclude(switchOff(verdict.trace, one.rule, one.holds))).not.toBe(one.expected);
  });

  it('is read off its trace, told in sentences, and refused in one line of AWS', () => {
    expect(conclude(verdict.trace)).toBe(verdict.decision);
    expect(isConsistent(verdict.trace)).toBe(true);
    expect(explain(verdict).length).toBeGreaterThan(1);
    expect(errorText(verdict) === null).toBe(verdict.decision === 'allowed');
  });

  it('points into the text of a document that is there', () => {
    for (const { at } of all) {
      if (!at) continue;
      expect(at.range.start).toBeLessThanOrEqual(at.range.end);
      expect(at.range.end).toBeLessThanOrEqual(documentAt(layers, at)?.text.length ?? -1);
    }
  });
});

/** Rules over a whole call or a whole request: they have laws instead of cases. */
const OF_THE_ROOT: readonly RuleId[] = ['every-pair-must-pass', 'request-is-decided'];

describe('the rules', () => {
  const ids = Object.keys(RULES)
    .filter(isRuleId)
    .filter((id) => !OF_THE_ROOT.includes(id));

  it('decide a case each', () => {
    const about = new Set(CASES.map(({ rule }) => rule));
    expect(ids.filter((id) => !about.has(id))).toEqual([]);
  });

  it('are named by the title of a case each', () => {
    const named = new Set(CASES.map(({ title }) => title.slice(1, title.indexOf(']'))));
    expect(ids.filter((id) => !named.has(id))).toEqual([]);
    expect([...named].filter((id) => !isRuleId(id))).toEqual([]);
  });

  it('are seen to hold and not to hold', () => {
    const seen = new Set(
      CASES.flatMap((one) => flat(decide(requestOf(one), layersOf(one)).trace)).map(
        ({ rule, holds }) => `${rule} ${String(holds)}`,
      ),
    );
    const onesided: readonly RuleId[] = ids.filter(
      (id) => !seen.has(`${id} true`) || !seen.has(`${id} false`),
    );
    expect(onesided).toEqual(ALWAYS_SO);
  });
});

/** These stand in a trace only where they hold: a fact about the request, not a question that could come out otherwise. */
const ALWAYS_SO: readonly RuleId[] = [
  'implicit-deny-by-default',
  'caller-identity-needs-no-permission',
  'session-token-needs-no-permission',
  'root-needs-no-policy',
  'bucket-owner-root-keeps-its-policy',
  'scp-binds-only-principals-of-the-account',
  'management-account-is-not-bound',
  'service-linked-role-is-not-bound',
  'rcp-never-grants',
  'rcp-full-access-is-always-there',
  'not-principal-never-spares-a-boundary',
  'variable-has-its-value',
  'variable-takes-its-default',
  'variable-without-value-fits-nothing',
  'variable-for-a-character-is-that-character',
  'wildcard-in-a-value-is-a-character',
  'missing-key-fails',
  'missing-key-satisfies-negation',
  'if-exists-forgives-absence',
  'if-exists-wins-over-for-any-value',
  'for-all-values-holds-for-none',
  'several-values-need-a-set-operator',
  'unreadable-value-fits-nothing',
];
