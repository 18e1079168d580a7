import { describe, expect, it } from 'vitest';
import { messageOf, parsePolicy, placeOf, type Issue, type PolicyKind } from './index.ts';
import { validate } from './validate/index.ts';

function findings(text: string, kind: PolicyKind = 'identity'): readonly Issue[] {
  return validate(text, kind);
}

/** `CODE line:column path`, as a reader would be led there. */
function told(text: string, kind?: PolicyKind): readonly string[] {
  return findings(text, kind).map(({ code, path, range, fault }) => {
    const { line, column } = placeOf(text, range.start);
    return `${fault ?? code} ${line}:${column}${path === '' ? '' : ` ${path}`}`;
  });
}

const statement = (inside: string): string =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [\n    { ${inside} }\n  ]\n}`;
const ALLOW = '"Effect": "Allow", "Action": "s3:*", "Resource": "*"';

describe('text that is no JSON is refused at its place:', () => {
  it.each([
    ['nothing', '', 'empty 1:1'],
    ['a lost bracket', '{ "Version": "2012-10-17"', 'unexpected-end 1:26'],
    ['a trailing comma', '{\n  "Version": "2012-10-17",\n}', 'trailing-comma 2:26'],
    ['a comment', '{ // note\n}', 'comment 1:3'],
    ['a typographic quote', '{ “Version”: 1 }', 'smart-quote 1:3'],
    ['a NUL', '{ "Version": "\u0000" }', 'control-character 1:15'],
    ['a line break inside a string', '{ "Version": "2012\n" }', 'control-character 1:19'],
    ['an escape that does not exist', '{ "a": "\\x" }', 'bad-escape 1:9'],
    ['half a character', '{ "a": "\ud800" }', 'lone-surrogate 1:8'],
    ['half a character, escaped', '{ "a": "\\ud800" }', 'lone-surrogate 1:8'],
    ['a string that ends in a backslash', '{ "a": "\\', 'unexpected-end 1:9'],
    ['a number with a leading zero', '{ "a": 01 }', 'bad-number 1:8'],
    ['a repeated key', '{ "Version": "2012-10-17", "Version": "2012-10-17" }', 'duplicate-key 1:28'],
    ['a key repeated by an escape', '{ "a": 1, "\\u0061": 2 }', 'duplicate-key 1:11'],
    ['ten thousand arrays', '['.repeat(10_000), 'too-deep 1:65'],
    ['a second document', '{} {}', 'after-end 1:4'],
    ['a word', 'allow', 'unexpected 1:1'],
  ])('%s', (_what, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('a document that says what no policy says is refused at its place:', () => {
  it.each<[string, string, PolicyKind, string]>([
    ['an unknown element', '{ "Statements": [] }', 'identity', 'INVALID_POLICY_ELEMENT 1:3 Statements'],
    ['`__proto__` as a key', '{ "__proto__": {} }', 'identity', 'INVALID_POLICY_ELEMENT 1:3 __proto__'],
    ['no statement', '{ "Version": "2012-10-17" }', 'identity', 'MISSING_STATEMENT 1:1'],
    [
      'no effect',
      statement('"Action": "s3:*", "Resource": "*"'),
      'identity',
      'MISSING_EFFECT 4:5 Statement[0]',
    ],
    [
      'a small effect',
      statement('"Effect": "allow", "Action": "s3:*", "Resource": "*"'),
      'identity',
      'INVALID_EFFECT 4:17 Statement[0].Effect',
    ],
    [
      'no action',
      statement('"Effect": "Allow", "Resource": "*"'),
      'identity',
      'MISSING_ACTION 4:5 Statement[0]',
    ],
    [
      'no resource',
      statement('"Effect": "Allow", "Action": "s3:*"'),
      'identity',
      'MISSING_RESOURCE 4:5 Statement[0]',
    ],
    [
      'both of a pair',
      statement(`${ALLOW}, "NotAction": "iam:*"`),
      'identity',
      'UNSUPPORTED_ELEMENT_COMBINATION',
    ],
    [
      'an action without a service',
      statement('"Effect": "Allow", "Action": "GetObject", "Resource": "*"'),
      'identity',
      'INVALID_ACTION 4:36',
    ],
    [
      'a resource that is no ARN',
      statement('"Effect": "Allow", "Action": "s3:*", "Resource": "tern/*"'),
      'identity',
      'INVALID_ARN_PREFIX 4:56',
    ],
    [
      'a principal where none may be',
      statement(`${ALLOW}, "Principal": "*"`),
      'identity',
      'UNSUPPORTED_PRINCIPAL 4:',
    ],
    ['no principal where one must be', statement(ALLOW), 'resource', 'MISSING_PRINCIPAL 4:5'],
    [
      'a group as a principal',
      statement(`${ALLOW}, "Principal": { "AWS": "arn:aws:iam::111122223333:group/developers" }`),
      'resource',
      'INVALID_PRINCIPAL_FORMAT',
    ],
    [
      'a wildcard inside a principal',
      statement(`${ALLOW}, "Principal": { "AWS": "arn:aws:iam::111122223333:user/*" }`),
      'resource',
      'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    ],
    [
      'a kind of principal that does not exist',
      statement(`${ALLOW}, "Principal": { "User": "sam" }`),
      'resource',
      'INVALID_PRINCIPAL_KEY',
    ],
    [
      'an operator that does not exist',
      statement(`${ALLOW}, "Condition": { "StringEqual": { "aws:username": "sam" } }`),
      'identity',
      'INVALID_CONDITION_OPERATOR',
    ],
    [
      'Null with IfExists',
      statement(`${ALLOW}, "Condition": { "NullIfExists": { "aws:username": "true" } }`),
      'identity',
      'NULL_WITH_IF_EXISTS',
    ],
    [
      'a number as an action',
      statement('"Effect": "Allow", "Action": 5, "Resource": "*"'),
      'identity',
      'DATA_TYPE_MISMATCH',
    ],
    ['a Sid with a space', statement(`"Sid": "Read it", ${ALLOW}`), 'identity', 'UNSUPPORTED_SID'],
    [
      'a resource in a trust policy',
      statement('"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", "Resource": "*"'),
      'trust',
      'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
    ],
    [
      'another service in a trust policy',
      statement('"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"'),
      'trust',
      'MISMATCHED_ACTION_FOR_PRINCIPAL',
    ],
    ['two megabytes', `{ "Statement": "${'x'.repeat(2_000_000)}" }`, 'identity', 'POLICY_TOO_LARGE 1:1'],
  ])('%s', (_what, text, kind, expected) => {
    expect(told(text, kind)).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
  });
});

describe('a good document', () => {
  it('has nothing to say', () => {
    expect(told(statement(ALLOW))).toEqual([]);
  });

  it('without a Version is read by the rules of 2008, with a warning', () => {
    const [issue] = findings(`{ "Statement": { ${ALLOW} } }`);
    expect(issue).toMatchObject({
      code: 'MISSING_VERSION',
      severity: 'WARNING',
      range: { start: 0, end: 1 },
    });
  });

  it('is read up to the largest size and no further', () => {
    const text = statement(ALLOW);
    expect(parsePolicy(text, 'identity', text.length)).toMatchObject({ policy: { text, issues: [] } });
    expect(parsePolicy(text, 'identity', text.length - 1)).toMatchObject({
      issues: [{ code: 'POLICY_TOO_LARGE', range: { start: 0, end: 0 }, detail: { size: `${text.length}` } }],
    });
    const long = (length: number): object => parsePolicy(' '.repeat(length), 'identity');
    expect(long(1_000_000)).toMatchObject({ issues: [{ code: 'JSON_SYNTAX_ERROR' }] });
    expect(long(1_000_001)).toMatchObject({ issues: [{ code: 'POLICY_TOO_LARGE' }] });
  });

  it('keeps every part with its place', () => {
    const text = statement(`"Sid": "Read", ${ALLOW}`);
    const result = parsePolicy(text, 'identity');
    if (!('policy' in result)) throw new Error('not read');
    const [first] = result.policy.statements;
    const cut = (range?: { start: number; end: number }): string => text.slice(range?.start, range?.end);
    expect(cut(first?.range)).toBe(`{ "Sid": "Read", ${ALLOW} }`);
    expect(cut(first?.sid?.range)).toBe('"Read"');
    expect(cut(first?.action.patterns[0]?.range)).toBe('"s3:*"');
    expect(cut(first?.resource?.patterns[0]?.range)).toBe('"*"');
  });
});

describe('a message', () => {
  it.each([
    ['{ "Statements": [] }', 'Did you mean `Statement`?'],
    [statement('"Effect": "Allow", "Actions": "s3:*", "Resource": "*"'), 'Did you mean `Action`?'],
    [statement(`${ALLOW}, "Condition": { "StringEqual": { "a:b": "c" } }`), 'Did you mean `StringEquals`?'],
  ])('proposes the word that was meant', (text, proposal) => {
    expect(findings(text).map(messageOf).join(' ')).toContain(proposal);
  });

  it('is plain: no capital at its beginning, no full stop at its end', () => {
    const texts = ['', '{ “a”: 1 }', '{ "Statements": [] }', statement('"Effect": "allow"')];
    for (const message of texts.flatMap((text) => findings(text)).map(messageOf)) {
      expect(message).toMatch(/^[a-z`]/);
      expect(message).not.toMatch(/\.$/);
    }
  });
});
