// Which documents are left out, and what that does to the decision.
import { describe, expect, it } from 'vitest';
import { decideLine } from './decision.ts';
import { readDocument } from './documents.ts';
import type { Line } from './line.ts';

const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
const when = (operator: string) => ({ ...allow, Condition: { [operator]: { 'aws:username': 'ana' } } });

const INVALID: readonly (readonly [string, unknown])[] = [
  ['no JSON', '{"Statement":'],
  ['a repeated key', '{"Statement":[],"Statement":[]}'],
  ['a repeated key that is spelled otherwise', '{"Statement":[],"\\u0053tatement":[]}'],
  ['an element that does not exist', { Statement: [{ ...allow, Actions: '*' }] }],
  ['an element in another case', { statement: [] }],
  ['an effect that does not exist', { Statement: { ...allow, Effect: 'allow' } }],
  ['an operator in another case', { Statement: when('stringEquals') }],
  ['an operator that does not exist', { Statement: when('StringMatches') }],
  ['Null with IfExists', { Statement: when('NullIfExists') }],
  ['a qualifier in another case', { Statement: when('forAnyValue:StringEquals') }],
  ['no Statement', { Version: '2012-10-17' }],
  ['no Effect', { Statement: { Action: '*', Resource: '*' } }],
  ['no Action', { Statement: { Effect: 'Allow', Resource: '*' } }],
  ['no Resource', { Statement: { Effect: 'Allow', Action: '*' } }],
  ['both of a pair', { Statement: { ...allow, NotAction: 's3:*' } }],
];

const VALID: readonly (readonly [string, unknown])[] = [
  ['a text', JSON.stringify({ Statement: allow })],
  ['an empty list', { Statement: [] }],
  [
    'the same key in two objects',
    '{"Statement":[{"Effect":"Deny","Action":[],"Resource":[]},{"Effect":"Deny","Action":[],"Resource":[]}]}',
  ],
  ['a suffix and a qualifier', { Statement: when('ForAllValues:StringNotLikeIfExists') }],
  [
    'two Sids of one name and an action that nobody knows',
    { Statement: [{ ...allow, Sid: 'a b', Action: 'x' }] },
  ],
];

describe('[invalid-document-allows-nothing] the second reading', () => {
  it.each(INVALID)('leaves out %s', (_what, document) => {
    expect(readDocument(document, 'identity').valid).toBe(false);
  });

  it.each(VALID)('takes %s', (_what, document) => {
    expect(readDocument(document, 'identity').valid).toBe(true);
  });

  it('asks for a principal where there must be one, and for its kind', () => {
    expect(readDocument({ Statement: allow }, 'resource').valid).toBe(false);
    expect(readDocument({ Statement: { ...allow, Principal: { User: 'ana' } } }, 'resource').valid).toBe(
      false,
    );
    expect(readDocument({ Statement: { ...allow, Principal: '*' } }, 'resource').valid).toBe(true);
    expect(readDocument({ Statement: { Effect: 'Allow', Action: '*', Principal: '*' } }, 'trust').valid).toBe(
      true,
    );
  });

  const ARN = 'arn:aws:iam::111122223333:user/ana';
  const line = (broken: object, more: Partial<Line> = {}): Line => ({
    principal: { type: 'user', arn: ARN, account: '111122223333' },
    request: { action: 's3:GetObject', resource: '*', resourceAccount: '111122223333', context: {} },
    identityPolicies: [{ Statement: allow }, broken],
    ...more,
  });
  const decided = (one: Line): string => decideLine(one).decision;

  it('lets another policy allow where it could not have denied', () => {
    expect(decided(line({ Statement: [allow, {}] }))).toBe('allowed');
  });

  it('allows nothing where it could have denied, and denies nothing by itself', () => {
    expect(decided(line({ Statement: [{ ...allow, Effect: 'Deny' }, {}] }))).toBe('implicitDeny');
    expect(decided(line({ Statement: [] }, { permissionsBoundary: '' }))).toBe('implicitDeny');
    expect(decided(line({ Statement: [] }, { resourcePolicy: '' }))).toBe('implicitDeny');
    expect(decided(line({ Statement: [] }, { serviceControlPolicies: [[{ Statement: allow }, '']] }))).toBe(
      'implicitDeny',
    );
  });

  it('[explicit-deny-wins] says so where another document denies', () => {
    const deny = { Statement: { ...allow, Effect: 'Deny' } };
    expect(decided(line(deny, { permissionsBoundary: '' }))).toBe('explicitDeny');
  });
});
