import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsFitting, candidatesAt, completionOf, fitting, NO_NAMES, type Names } from './candidates.ts';
import { placeIn } from './place-in-policy.ts';
import { STARTERS } from './starters.ts';

/** `|` is the caret. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return placeIn(marked.replace('|', ''), caret);
}

describe('what the caret wants', () => {
  it.each([
    ['{ "|" }', 'policy-element', ''],
    ['{ "Ver|" }', 'policy-element', 'Ver'],
    ['{ "Version": "|" }', 'version', ''],
    ['{ "Statement": [{ "|" }] }', 'element', ''],
    ['{ "Statement": { "Effect": "Al|" } }', 'effect', 'Al'],
    ['{ "Statement": [{ "Action": "s3:|" }] }', 'action', 's3:'],
    ['{ "Statement": [{ "NotAction": ["s3:Get|Object"] }] }', 'action', 's3:Get'],
    ['{ "Statement": [{ "Action": ["a:b", |] }] }', 'action', ''],
    ['{ "Statement": [{ "Action": | }] }', 'action', ''],
    ['{ "Statement": [{ "Resource": "arn:|', 'resource', 'arn:'],
    ['{ "Statement": [{ "Principal": "|" }] }', 'principal', ''],
    ['{ "Statement": [{ "Principal": { "|" } }] }', 'principal-kind', ''],
    ['{ "Statement": [{ "Principal": { "AWS": ["|"] } }] }', 'principal', ''],
    ['{ "Statement": [{ "Condition": { "|" } }] }', 'operator', ''],
    ['{ "Statement": [{ "Condition": { "Bool": { "aws:|" } } }] }', 'key', 'aws:'],
    ['{ "Statement": [{ "Sid": "a \\" b", "Action": "|" }] }', 'action', ''],
    ['{ "Statement": [{ "Action": "s3:Get\n  "Resource": "|" }] }', 'resource', ''],
  ])('%s', (marked, wants, typed) => {
    expect(at(marked)).toMatchObject({ wants, typed });
  });

  it.each([
    '|',
    '{ "Statement": [{ "Sid": "|" }] }',
    '{ "Statement": [{ "Action": "a:b"| }] }',
    '{ "Statement": [{ "Condition": { "Bool": { "aws:SecureTransport": "|" } } }] }',
  ])('nothing at %s', (marked) => {
    expect(at(marked)).toBeUndefined();
  });

  it('is found in any text without throwing, and inside it', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(60), (text, caret) => {
        expect(placeIn(text, Math.min(caret, text.length))?.end ?? 0).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

const names: Names = {
  actions: { s3: ['GetObject', 'PutObject', 'ListBucket'], sqs: ['SendMessage'] },
  services: new Map([['s3', { arns: ['arn:aws:s3:::*'], keys: ['s3:prefix'] }]]),
};
const none = { arns: [], actions: [], keys: [] };
const texts = (marked: string): readonly string[] => {
  const place = at(marked);
  return place ? candidatesAt(place, names, none).map(({ text }) => text) : [];
};

describe('what is suggested', () => {
  it('a service first, then its actions', () => {
    expect(actionsFitting('s', names, []).map(({ text }) => text)).toEqual(['s3:', 'sqs:']);
    expect(actionsFitting('s3:g', names, []).map(({ text }) => text)).toEqual(['s3:GetObject']);
  });

  it('an action by its bare name', () => {
    expect(actionsFitting('send', names, []).map(({ text }) => text)).toEqual(['sqs:SendMessage']);
  });

  it('the elements of a policy at its top, of a statement in one', () => {
    expect(texts('{ "|" }')).toEqual(['Version', 'Id', 'Statement']);
    expect(texts('{ "Statement": [{ "Not|" }] }')).toEqual(['NotPrincipal', 'NotAction', 'NotResource']);
  });

  it('keys of the service and of everybody', () => {
    expect(texts('{ "Statement": [{ "Condition": { "StringLike": { "s3:|" } } }] }')).toContain('s3:prefix');
    expect(texts('{ "Statement": [{ "Condition": { "Bool": { "mfa|" } } }] }')).toEqual([]);
    expect(texts('{ "Statement": [{ "Condition": { "Bool": { "aws:Multi|" } } }] }')).toEqual([
      'aws:MultiFactorAuthPresent',
      'aws:MultiFactorAuthAge',
    ]);
  });

  it('what begins with the word before what contains it', () => {
    expect(fitting('get', ['s3:ForgetIt', 's3:GetObject', 'get']).map(({ text }) => text)).toEqual([
      's3:GetObject',
      's3:ForgetIt',
    ]);
  });

  it('something without any names of AWS', () => {
    const place = at('{ "Statement": [{ "Action": "s3:|" }] }');
    const nearby = { ...none, actions: ['s3:GetObject'] };
    expect(place && candidatesAt(place, NO_NAMES, nearby).map(({ text }) => text)).toEqual(['s3:GetObject']);
  });
});

describe('a completion', () => {
  const done = (marked: string, word: string, goesOn = false): string => {
    const text = marked.replace('|', '');
    const place = at(marked);
    if (!place) return text;
    const { start, end, text: put } = completionOf(text, place, { text: word, goesOn });
    return text.slice(0, start) + put + text.slice(end);
  };

  it.each([
    ['{ "Statement": [{ "Action": "s3:G|" }] }', '{ "Statement": [{ "Action": "s3:GetObject" }] }'],
    ['{ "Statement": [{ "Action": "s3:G|etTag" }] }', '{ "Statement": [{ "Action": "s3:GetObject" }] }'],
    ['{ "Statement": [{ "Action": "s3:G| }] }', '{ "Statement": [{ "Action": "s3:GetObject" }] }'],
    ['{ "Statement": [{ "Action": | }] }', '{ "Statement": [{ "Action": "s3:GetObject" }] }'],
    ['{ "Statement": [{ "Action": "s3:G|\n} ] }', '{ "Statement": [{ "Action": "s3:GetObject"\n} ] }'],
  ])('of %s', (marked, after) => {
    expect(done(marked, 's3:GetObject')).toBe(after);
  });

  it('gives the name of a member its colon', () => {
    expect(done('{ "Statement": [{ | }] }', 'Effect')).toBe('{ "Statement": [{ "Effect":  }] }');
  });

  it('leaves a quote open where more follows', () => {
    expect(done('{ "Statement": [{ "Action": | }] }', 's3:', true)).toContain('"s3:"');
  });
});

it('a ready situation wants an action where its action stands', () => {
  const [paper] = STARTERS.oneAllow.papers;
  const text = paper?.text ?? '';
  expect(placeIn(text, text.indexOf('GetObject'))).toMatchObject({ wants: 'action', typed: 's3:' });
});
