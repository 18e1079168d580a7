// The sentence of every rule that stands at the top of a trace, each way that it can come out.
import { describe, expect, it } from 'vitest';
import { decide, explain, type Layers, type RuleId } from './index.ts';
import { allow, HOME, no, policy, READ, SAM } from './test/cast.ts';
import { CASES, layersOf, requestOf } from './test/cases.ts';
import { GRANTS } from './test/sentences-of-grants.ts';
import { LIMITS } from './test/sentences-of-limits.ts';

const ROWS = [...LIMITS, ...GRANTS];

describe('a verdict says', () => {
  const rows = ROWS.map(([rule, sentence, principal, layers, asked = READ]) => ({
    rule,
    sentence,
    layers,
    request: { ...asked, principal },
  }));

  it.each(rows)('[$rule] $sentence', ({ rule, sentence, layers, request }) => {
    const verdict = decide(request, layers);
    expect(verdict.trace.steps?.map((step) => step.rule)).toContain(rule);
    expect(explain(verdict).filter((one) => one === sentence)).toHaveLength(1);
  });

  it('[request-is-decided] something about every rule that stands at the top of the trace of a case', () => {
    const top = CASES.flatMap((one) => decide(requestOf(one), layersOf(one)).trace.steps ?? []);
    const said = new Set<RuleId>(ROWS.map(([rule]) => rule));
    const silent: readonly RuleId[] = ['implicit-deny-by-default'];
    expect(
      [...new Set(top.map(({ rule }) => rule))].filter((rule) => !said.has(rule) && !silent.includes(rule)),
    ).toEqual([]);
  });

  it.each<[string, string, Layers]>([
    [
      'principal-matches',
      'the principal',
      {
        ...no,
        resource: policy('resource', { ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:user/ana' } }),
      },
    ],
    [
      'resource-matches',
      'the resource',
      { identity: [policy('identity', { ...allow, Resource: 'arn:aws:s3:::tern-reports/*' })] },
    ],
    [
      'missing-key-fails',
      'its condition: the request does not carry aws:SourceIp',
      {
        identity: [
          policy('identity', { ...allow, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
        ],
      },
    ],
    [
      'one-value-is-enough',
      'its condition: aws:username is sam',
      {
        identity: [policy('identity', { ...allow, Condition: { StringEquals: { 'aws:username': 'ana' } } })],
      },
    ],
  ])('[%s] what kept a statement silent that names the action: %s', (_rule, missed, layers) => {
    const asked = {
      ...READ,
      resourceAccount: layers.resource ? '444455556666' : HOME,
      principal: SAM,
      context: { 'aws:username': 'sam' },
    };
    const kind = layers.resource ? 'resource' : 'identity';
    expect(explain(decide(asked, layers))).toContain(
      `Statement 1 of ${kind} policy 1 matches the action, but not ${missed}.`,
    );
  });
});
