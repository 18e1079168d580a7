import { describe, expect, it } from 'vitest';
import { combine, decide, decideAll, type Layers, type Step, type Verdict } from './index.ts';
import { allow, broken, deny, may, no, policy, READ, SERVICE } from './test/cast.ts';

const told = ({ trace: { steps = [] } }: { readonly trace: Step }): readonly string[] =>
  steps.map(({ rule, holds }) => (holds ? rule : `not ${rule}`));
const all: Layers = {
  ...may,
  boundary: policy('boundary', allow),
  session: [policy('session', allow)],
  scp: [[policy('scp', allow)]],
  rcp: [[]],
  resource: policy('resource', deny),
  vpce: policy('vpce', allow),
};

describe('a decision', () => {
  it.each<[string, Layers, readonly string[]]>([
    [
      'of no layer',
      no,
      ['not explicit-deny-wins', 'not identity-policies-add-up', 'implicit-deny-by-default'],
    ],
    [
      'of every layer',
      all,
      [
        'explicit-deny-wins',
        'rcp-never-grants',
        'scp-never-grants',
        'endpoint-policy-must-allow',
        'not resource-policy-alone-is-enough',
        'not naming-the-account-delegates',
        'identity-policies-add-up',
        'boundary-is-a-ceiling',
        'session-policy-is-a-ceiling',
        'implicit-deny-by-default',
      ],
    ],
  ])(
    '[request-is-decided] %s tells of the layers that there are, and of no other',
    (_what, layers, rules) => {
      expect(told(decide(READ, layers))).toEqual(rules);
    },
  );

  it('[service-needs-the-resource-policy] of a service tells of no policy of its own', () => {
    expect(told(decide({ ...READ, principal: SERVICE }, may))).toEqual([
      'not explicit-deny-wins',
      'not service-needs-the-resource-policy',
      'implicit-deny-by-default',
    ]);
  });

  it('[policy-allows] points to each document where it was given', () => {
    const flat = (step: Step): readonly Step[] => [step, ...(step.steps ?? []).flatMap(flat)];
    const given: Layers = {
      ...all,
      identity: [policy('identity', allow), policy('identity', allow)],
      scp: [[policy('scp', allow)], [policy('scp', allow), policy('scp', allow)]],
      resource: policy('resource', allow),
    };
    const places = flat(decide(READ, given).trace)
      .filter(({ rule, at }) => rule === 'policy-allows' && at)
      .map(({ at }) => `${at?.layer ?? ''} ${[at?.level ?? [], at?.policy ?? []].flat().join('.')}`);
    expect([...new Set(places)].toSorted()).toEqual([
      ...['boundary 0', 'identity 0', 'identity 1', 'resource 0', 'scp 0.0', 'scp 1.0', 'scp 1.1'],
      ...['session 0', 'vpce 0'],
    ]);
  });

  it.each<[string, Layers, object]>([
    ['an identity policy', { identity: [broken('identity')] }, { layer: 'identity', policy: 0 }],
    ['a boundary', { ...may, boundary: broken('boundary') }, { layer: 'boundary', policy: 0 }],
    ['a session policy', { ...may, session: [broken('session')] }, { layer: 'session', policy: 0 }],
    ['a bucket policy', { ...may, resource: broken('resource') }, { layer: 'resource', policy: 0 }],
    ['the policy of an endpoint', { ...may, vpce: broken('vpce') }, { layer: 'vpce', policy: 0 }],
    [
      'a service control policy',
      { ...may, scp: [[policy('scp', allow), broken('scp')]] },
      { layer: 'scp', level: 0, policy: 1 },
    ],
    [
      'a resource control policy',
      { ...may, rcp: [[], [broken('rcp')]] },
      { layer: 'rcp', level: 1, policy: 0 },
    ],
  ])('[invalid-document-allows-nothing] tells of %s that cannot be read', (_what, layers, at) => {
    const steps = decide(READ, layers).trace.steps ?? [];
    expect(steps.filter(({ rule }) => rule === 'invalid-document-allows-nothing')).toMatchObject([{ at }]);
  });

  it('[invalid-document-allows-nothing] names the first thing that is wrong, and where', () => {
    const { trace } = decide(READ, { identity: [broken('identity')] });
    const step = trace.steps?.find(({ rule }) => rule === 'invalid-document-allows-nothing');
    expect(step).toMatchObject({
      holds: false,
      at: { layer: 'identity', policy: 0, range: { start: 1, end: 1 } },
      seen: { code: 'JSON_SYNTAX_ERROR', stops: 'false' },
    });
  });
});

describe('a call of several pairs', () => {
  const written = (verdict: Verdict): string => JSON.stringify(verdict);
  const allowed = { request: READ, layers: may };
  const silent = { request: READ, layers: no };
  const denied = { request: READ, layers: { identity: [policy('identity', allow, deny)] } };

  it.each([
    ['allowed', [allowed, allowed]],
    ['implicitDeny', [allowed, silent]],
    ['implicitDeny', [silent, allowed]],
    ['explicitDeny', [allowed, denied]],
    ['explicitDeny', [denied, silent]],
    ['explicitDeny', [silent, denied]],
  ] as const)('[every-pair-must-pass] is %s', (decision, parts) => {
    const verdict = decideAll(parts);
    expect(verdict.decision).toBe(decision);
    expect(verdict.trace).toMatchObject({ rule: 'every-pair-must-pass', holds: decision === 'allowed' });
    expect(verdict.trace.steps?.map(({ holds }) => holds)).toEqual(parts.map((part) => part === allowed));
    const combined = combine(parts.map(({ request, layers }) => decide(request, layers).trace));
    expect(written(combined)).toBe(written(verdict));
  });

  it('[every-pair-must-pass] with one pair is that pair alone', () => {
    expect(written(decideAll([denied]))).toBe(written(decide(denied.request, denied.layers)));
    expect(decideAll([allowed]).trace.rule).toBe('request-is-decided');
  });
});
