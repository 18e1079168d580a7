import { describe, expect, it } from 'vitest';
import { openCloud, parts, signIn, type Part } from '#cloud';
import { contextIn, expansionsOf, type Expansion } from './expansion.ts';

const BUCKET = 'arn:aws:s3:::tern-desks';
const ID = 'user/sam/inline/desk';

function expanded(resource: string, context: Readonly<Record<string, string>> = {}): readonly Expansion[] {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: `${BUCKET}/${resource}` };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statement });
  const cloud = openCloud({
    time: 0,
    seed: 1,
    accounts: { '111122223333': { region: 'eu-west-1', users: { sam: { policies: { desk: text } } } } },
  });
  const signed = signIn(cloud, 'user/sam');
  if (!('session' in signed)) throw new Error('sam has no session');
  const asked = parts(cloud, signed.session, { action: 's3:GetObject', on: `${BUCKET}/sam/a`, context });
  const [part] = asked as readonly Part[];
  return part ? expansionsOf(part, ID, text) : [];
}

describe('a text with variables', () => {
  it('[variable-has-its-value] becomes what the request says', () => {
    expect(expanded('${aws:username}/*')).toMatchObject([
      { written: `${BUCKET}/\${aws:username}/*`, became: `${BUCKET}/sam/*` },
    ]);
  });
  it('[variable-takes-its-default] becomes its default where nothing is said', () => {
    expect(expanded("${aws:PrincipalTag/ship, 'shore'}/*")).toMatchObject([{ became: `${BUCKET}/shore/*` }]);
  });
  it('[variable-without-value-fits-nothing] becomes nothing where one of its variables has no value', () => {
    const [found] = expanded('${aws:username}/${aws:PrincipalTag/ship}');
    expect(found).not.toHaveProperty('became');
    expect(found?.filled.map(({ value }) => value)).toEqual(['sam', undefined]);
  });
  it('[wildcard-in-a-value-is-a-character] keeps an asterisk that came with the request, and says so', () => {
    const [found] = expanded('${s3:prefix}', { 's3:prefix': '*' });
    expect(found?.filled).toMatchObject([{ value: '*', literal: true }]);
  });
  it('without any variable is none', () => {
    expect(expanded('sam/*')).toEqual([]);
  });
});

it('keys of a request stand a line each', () => {
  expect(contextIn('s3:prefix = sam/=1\n\nbare\n= x')).toEqual({ 's3:prefix': 'sam/=1' });
});
