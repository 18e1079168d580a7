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
