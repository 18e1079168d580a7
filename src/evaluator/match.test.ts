import { describe, expect, it } from 'vitest';
import { decide, readDocument, type PolicyKind, type Request, type Step } from './index.ts';
import { READ, SAM } from './test/cast.ts';

const WINTER = READ.resource;
const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: WINTER };

/** The rules of a tree, those below another one deeper. */
type Told = string | readonly [string, readonly Told[]];
const told = ({ rule, holds, steps }: Step): Told => {
  const name = holds ? rule : `not ${rule}`;
  if (steps === undefined) return name;
  // An array that is longer than what stands in it would be told as well.
  const below = Array.from(steps, (one?: Step) => (one ? told(one) : 'nothing'));
  return [name, below];
};

function statementStep(trace: Step): Step | undefined {
  if (trace.rule === 'statement-matches') return trace;
  for (const below of trace.steps ?? []) {
    const found = statementStep(below);
    if (found) return found;
  }
  return undefined;
}

function parts(kind: PolicyKind, statement: object, more: Partial<Request> = {}): readonly Told[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const document = readDocument(text, kind);
  const own = kind === 'identity' ? [document] : [];
  const { trace } = decide(
    { ...READ, ...more },
    { identity: own, ...(kind === 'identity' ? {} : { resource: document }) },
  );
  const found = statementStep(trace);
  return Array.from(found?.steps ?? [], (one?: Step) => (one ? told(one) : 'nothing'));
}

/** The part of a statement that a rule is about: the text at its place, and what was seen there. */
function part(rule: string, statement: object, more: Partial<Request> = {}): unknown {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const document = readDocument(text, 'resource');
  const { trace } = decide({ ...READ, ...more }, { identity: [], resource: document });
  const found = statementStep(trace)?.steps?.find((one) => one.rule === rule);
  return { ...found?.seen, text: text.slice(found?.at?.range.start, found?.at?.range.end) };
}

const SAME_WEEK = { StringEquals: { 'tern:week': '47' } };
const CONTEXT = { 'tern:week': '47' };
const WEEK: Told = ['condition-holds', ['one-value-is-enough']];

describe('a statement is told', () => {
  it.each<[string, PolicyKind, object, Partial<Request>, readonly Told[]]>([
    ['without more', 'identity', ALLOW, {}, ['action-matches', 'resource-matches']],
    [
      'with its conditions',
      'identity',
      { ...ALLOW, Condition: SAME_WEEK },
      { context: CONTEXT },
      ['action-matches', 'resource-matches', WEEK],
    ],
    [
      'with its principal',
      'resource',
      { ...ALLOW, Principal: { AWS: SAM.arn }, Condition: SAME_WEEK },
      { context: CONTEXT },
      ['principal-matches', 'action-matches', 'resource-matches', WEEK],
    ],
    [
      'without a resource',
      'trust',
      { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' },
      { action: 'sts:AssumeRole' },
      ['principal-matches', 'action-matches'],
    ],
    [
      'with what does not fit',
      'identity',
      { ...ALLOW, Action: 's3:PutObject' },
      {},
      ['not action-matches', 'resource-matches'],
    ],
    [
      'with its variables',
      'identity',
      { ...ALLOW, Resource: `${WINTER}\${tern:week}` },
      { context: CONTEXT },
      ['action-matches', ['not resource-matches', ['variable-has-its-value']]],
    ],
    [
      'with NotAction and NotResource as such',
      'identity',
      { Effect: 'Allow', NotAction: 's3:PutObject', NotResource: `${WINTER}\${tern:week}` },
      { context: CONTEXT },
      [
        ['action-matches', ['not-action-means-the-rest']],
        ['resource-matches', ['not-resource-means-the-rest', 'variable-has-its-value']],
      ],
    ],
    [
      'with NotPrincipal as such',
      'resource',
      { ...ALLOW, Effect: 'Deny', Principal: undefined, NotPrincipal: { AWS: SAM.arn } },
      {},
      [['principal-matches', ['not not-principal-spares-the-listed']], 'action-matches', 'resource-matches'],
    ],
  ])('[statement-matches] part by part, %s', (_how, kind, statement, more, expected) => {
    expect(parts(kind, statement, more)).toEqual(expected);
  });
});

describe('a part of a statement shows', () => {
  const BOTH = { ...ALLOW, Principal: '*', Action: ['s3:PutObject', 's3:Get*', 's3:*'] };
  const asked = 's3:GetObject';

  it.each<[string, string, object, object]>([
    ['the first pattern that fits', 'action-matches', BOTH, { asked, found: 's3:Get*', text: '"s3:Get*"' }],
    [
      'a pattern at the first place',
      'action-matches',
      { ...BOTH, Action: ['s3:*', 's3:Get*'] },
      { asked, found: 's3:*', text: '"s3:*"' },
    ],
    [
      'the only pattern, where it does not fit',
      'action-matches',
      { ...BOTH, Action: 's3:PutObject' },
      { asked, found: 's3:PutObject', text: '"s3:PutObject"' },
    ],
    [
      'all patterns, where none fits',
      'action-matches',
      { ...BOTH, Action: ['s3:PutObject', 's3:List*'] },
      {
        asked,
        found: 's3:PutObject, s3:List*',
        text: '"Action":["s3:PutObject","s3:List*"]',
      },
    ],
    [
      'a pattern with a variable',
      'resource-matches',
      { ...BOTH, Resource: ['arn:aws:s3:::other', `${WINTER.slice(0, -10)}\${tern:season}.csv`] },
      {
        asked: WINTER,
        found: `${WINTER.slice(0, -10)}\${tern:season}.csv`,
        text: `"${WINTER.slice(0, -10)}\${tern:season}.csv"`,
      },
    ],
    [
      'that it is meant the other way round',
      'action-matches',
      { ...BOTH, Action: undefined, NotAction: ['s3:PutObject', 's3:Get*'] },
      { asked, found: 's3:Get*', text: '"s3:Get*"', not: 'true' },
    ],
    [
      'who was named',
      'principal-matches',
      { ...ALLOW, Principal: { AWS: [`${SAM.arn}uel`, SAM.arn] } },
      { asked: SAM.arn, found: SAM.arn, text: `"${SAM.arn}"` },
    ],
    [
      'whom the list has, where nobody fits',
      'principal-matches',
      { ...ALLOW, Principal: { AWS: [`${SAM.arn}uel`] } },
      { asked: SAM.arn, found: `${SAM.arn}uel`, text: `"Principal":{"AWS":["${SAM.arn}uel"]}` },
    ],
  ])('[statement-matches] %s', (_what, rule, statement, expected) => {
    expect(part(rule, statement, { context: { 'tern:season': 'winter' } })).toEqual(expected);
  });
});
