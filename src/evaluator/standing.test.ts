import { describe, expect, it } from 'vitest';
import { decide, isInvalid, readDocument, type Policy, type Step } from './index.ts';
import { standing } from './standing.ts';
import { READ } from './test/cast.ts';
import type { Spot } from './trace.ts';

function read(condition: object): Policy {
  const statement = { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: condition };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const document = readDocument(text, 'scp');
  if (isInvalid(document)) throw new Error('not read');
  return document;
}

const HERE: Spot = { layer: 'scp', level: 0, policy: 0 };
const flat = (step: Step): readonly Step[] => [step, ...(step.steps ?? []).flatMap(flat)];

describe('a policy', () => {
  it.each<[string, Spot]>([
    ['another layer', { ...HERE, layer: 'rcp' }],
    ['another level', { ...HERE, level: 1 }],
    ['no level', { layer: 'scp', policy: 0 }],
    ['another place of its level', { ...HERE, policy: 1 }],
  ])('[statement-matches] that is moved to %s points there', (_where, there) => {
    const policy = read({});
    for (const spot of [HERE, there, HERE]) {
      const { statements } = standing(policy, spot);
      expect(statements[0]?.at).toMatchObject(spot);
      expect(statements[0]?.action.at(0)).toMatchObject(spot);
    }
  });

  it('[statement-matches] that stays where it is is made ready once', () => {
    const policy = read({});
    expect(standing(policy, { ...HERE })).toBe(standing(policy, { ...HERE }));
  });

  it('[scp-level-must-allow] that is attached at two levels is told at both', () => {
    const shared = read({});
    const { trace } = decide(READ, { identity: [], scp: [[shared], [shared]] });
    const told = flat(trace).filter(({ rule }) => rule === 'action-matches');
    expect(told.map(({ at }) => at?.level)).toEqual([0, 1]);
  });
});

describe('a condition', () => {
  const when = (operator: string): object => ({ [operator]: { 'aws:TagKeys': ['pier', 'crew'] } });
  const reasons = (policy: Policy, tags: readonly string[]): unknown => {
    const { trace } = decide(
      { ...READ, context: { 'aws:TagKeys': tags } },
      { identity: [], scp: [[policy]] },
    );
    return flat(trace).find(({ rule }) => rule === 'condition-holds')?.steps;
  };

  it.each(['ForAllValues:StringEquals', 'ForAnyValue:StringEquals', 'StringEquals', 'NumericEquals'])(
    '[condition-holds] of `%s` tells each request what a policy read afresh tells it',
    (operator) => {
      const shared = read(when(operator));
      for (const tags of [['pier'], ['crew'], ['quay'], [], ['pier', 'quay'], ['quay', 'crew'], ['7']])
        expect(reasons(shared, tags)).toEqual(reasons(read(when(operator)), tags));
    },
  );

  it('[condition-holds] tells what it told before without making it again', () => {
    const shared = read(when('StringEquals'));
    expect(reasons(shared, ['crew'])).toBe(reasons(shared, ['crew']));
  });
});
