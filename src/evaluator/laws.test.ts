// Laws over requests and policies made up at random, and a second reading of wildcards that must agree with the first.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob, parseGlob } from './glob.ts';
import {
  combine,
  conclude,
  decide,
  decideAll,
  parseJson,
  parsePolicy,
  POLICY_KINDS,
  readDocument,
  type Document,
  type Layers,
  type PolicyKind,
  type Request,
} from './index.ts';

const ACCOUNT = '111122223333';
const USER = `arn:aws:iam::${ACCOUNT}:user/sam`;
const KEY = 'aws:PrincipalTag/line';

const action = fc.constantFrom('s3:GetObject', 's3:PutObject', 's3:*', '*', 'ec2:RunInstances');
const resource = fc.constantFrom('arn:aws:s3:::tern/a', 'arn:aws:s3:::tern/*', 'arn:aws:s3:::other/*', '*');
const condition = fc.option(
  fc.record({
    operator: fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLikeIfExists', 'Null'),
    value: fc.constantFrom('true', 'north', 'n*'),
  }),
  { nil: undefined },
);
const statement = fc
  .record({ effect: fc.constantFrom('Allow', 'Allow', 'Deny'), action, resource, condition })
  .map(({ effect, action: Action, resource: Resource, condition: c }) => ({
    Effect: effect,
    Action,
    Resource,
    ...(c ? { Condition: { [c.operator]: { [KEY]: c.value } } } : {}),
  }));
const statements = fc.array(statement, { maxLength: 3 });
const principal = fc.constantFrom(USER, '*', ACCOUNT, `arn:aws:iam::${ACCOUNT}:user/ana`);

const made = (list: readonly object[], kind: PolicyKind): Document =>
  readDocument(JSON.stringify({ Version: '2012-10-17', Statement: list }), kind);
const identity = statements.map((list) => made(list, 'identity'));
const boundary = statements.map((list) => made(list, 'boundary'));
const bucket = fc.tuple(statements, principal).map(([list, AWS]) =>
  made(
    list.map((s) => ({ ...s, Principal: AWS === '*' ? '*' : { AWS } })),
    'resource',
  ),
);

const request = fc
  .record({
    action: fc.constantFrom('s3:GetObject', 's3:PutObject', 'ec2:RunInstances'),
    resource: fc.constantFrom('arn:aws:s3:::tern/a', 'arn:aws:s3:::tern/b', 'arn:aws:s3:::other/a'),
    context: fc.constantFrom({}, { [KEY]: 'north' }, { [KEY]: 'south' }),
  })
  .map((asked): Request => ({
    principal: { type: 'user', arn: USER, account: ACCOUNT },
    resourceAccount: ACCOUNT,
    ...asked,
  }));

const layers: fc.Arbitrary<Layers> = fc
  .record({
    identity: fc.array(identity, { maxLength: 3 }),
    boundary: fc.option(boundary, { nil: undefined }),
    resource: fc.option(bucket, { nil: undefined }),
  })
  .map(({ identity: own, boundary: b, resource: r }) => ({
    identity: own,
    ...(b ? { boundary: b } : {}),
    ...(r ? { resource: r } : {}),
  }));

const RUNS = { numRuns: 500 };

describe('for every request and every set of documents', () => {
  it('[request-is-decided] the decision is what its trace concludes, twice the same', () => {
    fc.assert(
      fc.property(request, layers, (asked, under) => {
        const verdict = decide(asked, under);
        expect(conclude(verdict.trace)).toBe(verdict.decision);
        expect(JSON.stringify(decide(asked, under))).toBe(JSON.stringify(verdict));
      }),
      RUNS,
    );
  });

  it('[explicit-deny-wins] one more Deny for everything denies, whatever else is said', () => {
    const deny = made([{ Effect: 'Deny', Action: '*', Resource: '*' }], 'identity');
    fc.assert(
      fc.property(request, layers, (asked, under) => {
        expect(decide(asked, { ...under, identity: [...under.identity, deny] }).decision).toBe(
          'explicitDeny',
        );
      }),
      RUNS,
    );
  });

  it('[identity-policies-add-up] one more Allow takes nothing away', () => {
    fc.assert(
      fc.property(request, layers, identity, (asked, under, more) => {
        fc.pre(!more.text.includes('Deny'));
        const before = decide(asked, under).decision;
        const after = decide(asked, { ...under, identity: [...under.identity, more] }).decision;
        if (before !== 'implicitDeny') expect(after).toBe(before);
        else expect(after).not.toBe('explicitDeny');
      }),
      RUNS,
    );
  });

  it('[identity-policies-add-up] the order of policies and of statements does not matter', () => {
    fc.assert(
      fc.property(request, layers, (asked, under) => {
        const turned = { ...under, identity: under.identity.toReversed() };
        expect(decide(asked, turned).decision).toBe(decide(asked, under).decision);
      }),
      RUNS,
    );
  });

  it('[boundary-is-a-ceiling] a boundary never grants', () => {
    fc.assert(
      fc.property(request, layers, boundary, (asked, { identity: own, resource: r }, ceiling) => {
        const free: Layers = { identity: own, ...(r ? { resource: r } : {}) };
        const under = decide(asked, { ...free, boundary: ceiling }).decision;
        if (under === 'allowed') expect(decide(asked, free).decision).toBe('allowed');
      }),
      RUNS,
    );
  });

  it('[implicit-deny-by-default] without an Allow anywhere nothing is allowed', () => {
    fc.assert(
      fc.property(request, layers, (asked, under) => {
        const texts = [...under.identity, ...(under.resource ? [under.resource] : [])].map((d) => d.text);
        fc.pre(!texts.some((text) => text.includes('Allow')));
        expect(decide(asked, under).decision).not.toBe('allowed');
      }),
      RUNS,
    );
  });

  it('[every-pair-must-pass] a call of several pairs is allowed only when each is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(request, layers), { minLength: 1, maxLength: 4 }), (pairs) => {
        const parts = pairs.map(([asked, under]) => ({ request: asked, layers: under }));
        const each = parts.map((part) => decide(part.request, part.layers));
        const { decision } = decideAll(parts);
        const all = each.every((verdict) => verdict.decision === 'allowed');
        expect(decision === 'allowed').toBe(all);
        expect(decision === 'explicitDeny').toBe(each.some((v) => v.decision === 'explicitDeny'));
        expect(combine(each.map((verdict) => verdict.trace)).decision).toBe(decision);
      }),
      RUNS,
    );
  });
});

describe('wildcards', () => {
  /** The same by recursion: slow, and plainly right. */
  function naive(pattern: string, text: string): boolean {
    const [head, rest] = [pattern.charAt(0), pattern.slice(1)];
    if (pattern === '') return text === '';
    if (head === '*') return naive(rest, text) || (text !== '' && naive(pattern, text.slice(1)));
    return text !== '' && (head === '?' || head === text.charAt(0)) && naive(rest, text.slice(1));
  }

  it('[action-matches] agree with a naive reading', () => {
    const piece = fc.array(fc.constantFrom('a', 'b', ':', '*', '?'), { maxLength: 8 }).map((l) => l.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', ':'), { maxLength: 10 }).map((l) => l.join(''));
    fc.assert(
      fc.property(piece, text, (pattern, value) => {
        expect(matchesGlob(parseGlob(pattern), value)).toBe(naive(pattern, value));
      }),
      { numRuns: 3000 },
    );
  });

  it('[resource-matches] do not blow up: a hundred asterisks against a long text', () => {
    const glob = parseGlob(`${'*a'.repeat(100)}b`);
    expect(matchesGlob(glob, 'a'.repeat(20_000))).toBe(false);
  });
});

describe('any text', () => {
  it('is read without an exception, and every issue points into it', () => {
    const json = fc.json().map((text) => text);
    const bits = fc
      .array(
        fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', 'u00', '-1', '\u0000', '“', 'Statement'),
      )
      .map((list) => list.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), json, bits), fc.constantFrom(...POLICY_KINDS), (text, kind) => {
        const result = parsePolicy(text, kind);
        for (const { range } of 'policy' in result ? result.policy.issues : result.issues) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(Math.max(text.length, range.start));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is JSON here exactly when it is JSON, repeated keys and depth apart', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const ours = parseJson(text);
        let theirs = true;
        try {
          JSON.parse(text);
        } catch {
          theirs = false;
        }
        if (
          'error' in ours &&
          (ours.error.fault === 'duplicate-key' || ours.error.fault === 'lone-surrogate')
        )
          return;
        expect('error' in ours ? 'refused' : 'read').toBe(theirs ? 'read' : 'refused');
      }),
      { numRuns: 2000 },
    );
  });
});
