import { describe, expect, it } from 'vitest';
import { parsePolicy, type PolicyKind } from './index.ts';

const statement = (inside: string): string => `{ "Version": "2012-10-17", "Statement": [{ ${inside} }] }`;
const ALLOW = '"Effect": "Allow", "Action": "s3:*", "Resource": "*"';

describe('what does not change the meaning of a document is found in it all the same:', () => {
  const version = (written: string): string => `{ "Version": ${written}, "Statement": { ${ALLOW} } }`;
  const named = (id: string, more = ''): string =>
    `{ "Version": "2012-10-17", "Id": ${id}, "Statement": { ${ALLOW}${more} } }`;
  const ANYBODY = ', "Principal": { "AWS": "arn:aws:iam::111122223333:user/sam" }';

  it.each<[string, string, PolicyKind, readonly object[]]>([
    ['the Version of 2012', version('"2012-10-17"'), 'identity', []],
    ['the Version of 2008', version('"2008-10-17"'), 'identity', []],
    [
      'a Version that does not exist',
      version('"2026-11-23"'),
      'identity',
      [{ code: 'INVALID_VERSION', path: 'Version', detail: { found: '2026-11-23' } }],
    ],
    [
      'a Version that is no text',
      version('2012'),
      'identity',
      [{ code: 'INVALID_VERSION', path: 'Version', detail: { found: 'number' } }],
    ],
    [
      'an Id that is no text',
      named('5', ANYBODY),
      'resource',
      [{ code: 'DATA_TYPE_MISMATCH', path: 'Id', detail: { wanted: 'a string' } }],
    ],
    ['an Id in the policy of a resource', named('"tern"', ANYBODY), 'resource', []],
    ['an Id in the policy of an endpoint', named('"tern"', ANYBODY), 'vpce', []],
    ['an Id in an identity policy', named('"tern"'), 'identity', [{ code: 'INVALID_POLICY_ELEMENT' }]],
    ['an Id in a boundary', named('"tern"'), 'boundary', [{ code: 'INVALID_POLICY_ELEMENT' }]],
    ['an Id in a session policy', named('"tern"'), 'session', [{ code: 'INVALID_POLICY_ELEMENT' }]],
    [
      'a Sid that is no text',
      statement(`"Sid": 5, ${ALLOW}`),
      'identity',
      [{ code: 'DATA_TYPE_MISMATCH', path: 'Statement[0].Sid', detail: { wanted: 'a string' } }],
    ],
  ])('%s', (_what, text, kind, issues) => {
    const result = parsePolicy(text, kind);
    if (!('policy' in result)) throw new Error('not read');
    expect(result.policy.issues).toMatchObject(issues);
    expect(result.policy.issues).toHaveLength(issues.length);
    expect(result.policy.statements).toHaveLength(1);
  });
});

describe('what breaks a document is found where it stands:', () => {
  it.each<[string, string, object]>([
    ['an effect in small letters', '"Effect": "allow", "Action": "*", "Resource": "*"', { found: 'allow' }],
    ['an effect that is no text', '"Effect": true, "Action": "*", "Resource": "*"', { found: 'boolean' }],
  ])('%s', (_what, inside, detail) => {
    expect(parsePolicy(statement(inside), 'identity')).toMatchObject({
      issues: [{ code: 'INVALID_EFFECT', path: 'Statement[0].Effect', detail }],
    });
  });

  it.each([
    ['a document that is a list', '[]', '', 'an object'],
    ['a document that is a number', '5', '', 'an object'],
    [
      'a statement that is a text',
      '{ "Version": "2012-10-17", "Statement": "all" }',
      'Statement[0]',
      'an object',
    ],
    [
      'a second statement that is a list',
      `{ "Version": "2012-10-17", "Statement": [{ ${ALLOW} }, []] }`,
      'Statement[1]',
      'an object',
    ],
    [
      'a Condition that is a text',
      statement(`${ALLOW}, "Condition": "no"`),
      'Statement[0].Condition',
      'an object',
    ],
    [
      'an operator that is a text',
      statement(`${ALLOW}, "Condition": { "Null": "true" }`),
      'Statement[0].Condition.Null',
      'an object',
    ],
    [
      'an action that is a number',
      statement('"Effect": "Allow", "Action": ["*", 5], "Resource": "*"'),
      'Statement[0].Action',
      'a string or a list of strings',
    ],
  ])('%s', (_what, text, path, wanted) => {
    expect(parsePolicy(text, 'identity')).toMatchObject({
      issues: [{ code: 'DATA_TYPE_MISMATCH', path, detail: { wanted } }],
    });
  });

  it('two spellings of one key of a condition', () => {
    const text = statement(`${ALLOW}, "Condition": { "Null": { "a:b": "true", "A:b": "true" } }`);
    expect(parsePolicy(text, 'identity')).toMatchObject({
      issues: [
        {
          code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
          path: 'Statement[0].Condition.Null.A:b',
          detail: { found: 'A:b' },
        },
      ],
    });
  });

  it.each([
    [
      '"Effect": "Deny", "Principal": "*", "NotPrincipal": "*"',
      'UNSUPPORTED_ELEMENT_COMBINATION',
      { first: 'Principal', second: 'NotPrincipal' },
    ],
    ['"Effect": "Allow", "NotPrincipal": "*"', 'ALLOW_WITH_NOT_PRINCIPAL', { found: 'NotPrincipal' }],
  ])('whom %s means', (who, code, detail) => {
    const text = statement(`${who}, "Action": "*", "Resource": "*"`);
    expect(parsePolicy(text, 'resource')).toMatchObject({ issues: [{ code, detail }] });
  });

  it.each(['null', '{}', '["sam", null]', '[["sam"]]'])('a value of a condition that is %s', (value) => {
    const text = statement(`${ALLOW}, "Condition": { "StringNotEquals": { "aws:username": ${value} } }`);
    expect(parsePolicy(text, 'identity')).toMatchObject({
      issues: [{ code: 'DATA_TYPE_MISMATCH', path: 'Statement[0].Condition.StringNotEquals.aws:username' }],
    });
  });

  it.each(['"arn:aws:iam::111122223333:user/sam"', '"111122223333"', '""', '["*"]', 'null'])(
    'a Principal that is %s',
    (principal) => {
      const text = statement(`${ALLOW}, "Principal": ${principal}`);
      expect(parsePolicy(text, 'resource')).toMatchObject({
        issues: [{ code: 'DATA_TYPE_MISMATCH', path: 'Statement[0].Principal' }],
      });
    },
  );
});
