// The worked cases: one runner, many files. Each line is a line of the `evaluate` door with the rule that it is about.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  conclude,
  decide,
  explain,
  errorText,
  isRuleId,
  readDocument,
  RULES,
  type Decision,
  type Document,
  type Layers,
  type PolicyKind,
  type Request,
  type RuleId,
  type Step,
} from '../index.ts';

interface Case {
  readonly title: string;
  readonly source: string;
  readonly principal: Request['principal'];
  readonly request: Omit<Request, 'principal'>;
  readonly identityPolicies: readonly unknown[];
  readonly resourcePolicy?: unknown;
  readonly permissionsBoundary?: unknown;
  readonly expected: Decision;
  /** The rule that the case is about, and whether it holds somewhere in the trace. */
  readonly rule: RuleId;
  readonly holds: boolean;
}

const FOLDER = new URL('cases/', import.meta.url);

const cases = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(new URL(file, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case),
);

const document = (value: unknown, kind: PolicyKind): Document =>
  readDocument(typeof value === 'string' ? value : JSON.stringify(value), kind);

function layersOf({ request, identityPolicies, resourcePolicy, permissionsBoundary }: Case): Layers {
  const kind = request.action === 'sts:AssumeRole' ? 'trust' : 'resource';
  return {
    identity: identityPolicies.map((policy) => document(policy, 'identity')),
    ...(resourcePolicy === undefined ? {} : { resource: document(resourcePolicy, kind) }),
    ...(permissionsBoundary === undefined ? {} : { boundary: document(permissionsBoundary, 'boundary') }),
  };
}

const flat = (step: Step): readonly Step[] => [step, ...(step.steps ?? []).flatMap(flat)];

describe.each(cases)('$title', (one) => {
  const layers = layersOf(one);
  const principal = { ...one.principal, account: one.principal.account };
  const verdict = decide({ ...one.request, principal }, layers);

  it(`is ${one.expected}, and ${one.rule} ${one.holds ? 'holds' : 'does not hold'}`, () => {
    expect(verdict.decision).toBe(one.expected);
    const steps = flat(verdict.trace).filter((step) => step.rule === one.rule);
    expect(steps.some((step) => step.holds === one.holds)).toBe(true);
  });

  it('is read off its trace, told in sentences, and refused in one line of AWS', () => {
    expect(conclude(verdict.trace)).toBe(verdict.decision);
    expect(explain(verdict).length).toBeGreaterThan(1);
    expect(errorText(verdict) === null).toBe(verdict.decision === 'allowed');
  });

  it('points into the text of a document that is there', () => {
    const all = [...layers.identity, ...[layers.resource, layers.boundary].flatMap((d) => d ?? [])];
    for (const { at } of flat(verdict.trace)) {
      if (!at) continue;
      const texts = all.filter(({ kind }) => kind === at.layer).map(({ text }) => text);
      expect(at.range.start).toBeLessThanOrEqual(at.range.end);
      expect(at.range.end).toBeLessThanOrEqual(texts[at.policy]?.length ?? -1);
    }
  });
});

describe('the rules', () => {
  it('have a case each, but the one over several pairs, which has a law of its own', () => {
    const about = new Set(cases.flatMap(({ title, rule }) => [rule, title.slice(1, title.indexOf(']'))]));
    expect(Object.keys(RULES).filter((id) => !about.has(id))).toEqual(['every-pair-must-pass']);
    expect([...about].filter((id) => !isRuleId(id))).toEqual([]);
  });
});
