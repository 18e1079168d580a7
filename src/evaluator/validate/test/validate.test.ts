// Where a finding stands, what it proposes, and that no text breaks the validator.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#course/load';
import { messageOf, placesIn, POLICY_KINDS, type PolicyKind } from '#evaluator';
import { readCatalogue, validate } from '../index.ts';

const catalogue = loadCatalogue('.');
const statement = (inside: string): string =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Allow", ${inside} }\n  ]\n}`;
const READ = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::tern/*"';
const when = (condition: string): string => statement(`${READ},\n      "Condition": { ${condition} }`);

/** `CODE line:column "text"`, as a reader would be led there. */
function told(text: string, kind: PolicyKind = 'identity'): readonly string[] {
  const placeOf = placesIn(text);
  return validate(text, kind, catalogue).map(({ code, range }) => {
    const { line, column } = placeOf(range.start);
    return `${code} ${line}:${column} ${text.slice(range.start, range.end)}`;
  });
}

describe('a finding stands at', () => {
  it.each<[string, string, PolicyKind, string]>([
    [
      'the action',
      statement('"Action": ["s3:GetObject", "s3:Fetch"], "Resource": "*"'),
      'identity',
      'INVALID_ACTION 4:53 "s3:Fetch"',
    ],
    [
      'the ARN',
      statement('"Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a", "b"]'),
      'identity',
      'INVALID_ARN_PREFIX 4:83 "b"',
    ],
    [
      'the condition key',
      when('"StringEquals": { "aws:usernam": "mei" }'),
      'identity',
      'INVALID_GLOBAL_CONDITION_KEY 5:40 "aws:usernam"',
    ],
    [
      'the operator',
      when('"ForAllValues:StringEquals": { "aws:username": "mei" }'),
      'identity',
      'FORALLVALUES_WITH_SINGLE_VALUED_KEY 5:22 "ForAllValues:StringEquals"',
    ],
    [
      'the value',
      when('"StringEquals": { "aws:username": ["mei", "a*"] }'),
      'identity',
      'WILDCARD_WITHOUT_LIKE_OPERATOR 5:64 "a*"',
    ],
    ['the number', when('"Bool": { "aws:SecureTransport": 1 }'), 'identity', 'TYPE_MISMATCH_BOOLEAN 5:55 1'],
    ['the Sid', statement(`"Sid": "a b", ${READ}`), 'identity', 'UNSUPPORTED_SID 4:33 "a b"'],
    [
      'the empty block',
      statement(`${READ}, "Condition": {}`),
      'identity',
      'EMPTY_OBJECT_CONDITION 4:87 "Condition"',
    ],
    [
      'the principal',
      statement(`"Principal": { "AWS": ["111122223333", "mei"] }, ${READ}`),
      'resource',
      'INVALID_PRINCIPAL_FORMAT 4:65 "mei"',
    ],
    [
      'NotPrincipal',
      statement('"NotPrincipal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole"'),
      'trust',
      'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL 4:26 "NotPrincipal"',
    ],
    [
      'the resource of a trust policy',
      statement('"Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Resource": "*"'),
      'trust',
      'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE 4:94 "Resource"',
    ],
    [
      'the character',
      statement('"Action": "s3:*", "Resource": "arn:aws:s3:::t\u0113rn"'),
      'identity',
      'JSON_SYNTAX_ERROR 4:71 \u0113',
    ],
  ])('%s', (_where, text, kind, expected) => {
    expect(told(text, kind)).toContain(expected);
  });

  it('its place only once, and all stand in the order of the text', () => {
    const text = statement('"Action": ["s3:Fetch", "s3:Get"], "Resource": ["b", "a"]');
    expect(told(text).map((line) => line.split(' ')[0])).toEqual([
      'INVALID_ACTION',
      'INVALID_ACTION',
      'INVALID_ARN_PREFIX',
      'INVALID_ARN_PREFIX',
    ]);
  });
});

describe('a message proposes what was probably meant:', () => {
  it.each([
    [statement('"Action": "s3:GetObjekt", "Resource": "*"'), '. Did you mean `s3:GetObject`?'],
    [statement('"Action": "s33:GetObject", "Resource": "*"'), '. Did you mean `s3`?'],
    [
      statement('"Action": "s3:*", "Resource": "arn:aws:sqs:eu-centrall-1:111122223333:a"'),
      'Did you mean `eu-central-1`?',
    ],
    [when('"StringEquals": { "aws:PrincipalOrgId2": "o-a" }'), 'Did you mean `aws:PrincipalOrgID`?'],
    [when('"StringLike": { "s3:prefixx": "a" }'), 'Did you mean `s3:prefix`?'],
    [when('"IpAddress": { "aws:SourceIp": "203.0.113.9/24" }'), 'Write `203.0.113.0/24`'],
    [when('"IpAddress": { "aws:SourceIp": "2001:db8::9/32" }'), 'Write `2001:db8::/32`'],
  ])('%s', (text, proposal) => {
    expect(validate(text, 'identity', catalogue).map(messageOf).join('\n')).toContain(proposal);
  });

  it('and proposes nothing that is far away', () => {
    const text = statement('"Action": "s3:Photograph", "Resource": "*"');
    expect(validate(text, 'identity', catalogue).map(messageOf).join('\n')).not.toContain('Did you mean');
  });

  it('and shows the beginning of a long text', () => {
    const text = statement(`"Action": "${'x'.repeat(5000)}", "Resource": "*"`);
    expect(validate(text, 'identity')[0]).toBeDefined();
    for (const issue of validate(text, 'identity')) expect(messageOf(issue).length).toBeLessThan(300);
  });
});

describe('without a catalogue', () => {
  const unknown = statement('"Action": "s9:Fetch", "Resource": "arn:aws:s9:::a"');
  it('nothing is said about what exists', () => {
    expect(validate(unknown, 'identity')).toEqual([]);
    expect(told(unknown)).toHaveLength(2);
  });

  it('of which a service is not loaded, nothing is said about that service', () => {
    const data = { services: ['s3'], otherPrefixes: [], controlled: [] };
    const names = readCatalogue(
      data,
      () => ['GetObject'],
      () => undefined,
    );
    const empty = readCatalogue(
      data,
      () => undefined,
      () => undefined,
    );
    const text = statement('"Action": "s3:Fetch", "Resource": "arn:aws:s3:::a"');
    expect(validate(text, 'identity', names).map(({ code }) => code)).toEqual(['INVALID_ACTION']);
    expect(validate(text, 'identity', empty)).toEqual([]);
  });
});

describe('whatever the text,', () => {
  const word = fc.constantFrom(
    ...['Version', '2012-10-17', 'Statement', 'Effect', 'Allow', 'Deny', 'Action', 'NotAction', 's3:*', '*'],
    ...[
      'Resource',
      'arn:aws:s3:::a/${aws:username}',
      'Principal',
      'AWS',
      'Service',
      'Federated',
      'Condition',
    ],
    ...[
      'StringLike',
      'ForAllValues:Null',
      'IpAddress',
      'aws:SourceIp',
      '10.0.0.0/8',
      '__proto__',
      'Sid',
      '${',
    ],
  );
  const json = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      word,
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(word, tie('node'), { maxKeys: 8 }),
    ),
  })).node;
  const kind = fc.constantFrom(...POLICY_KINDS);

  it('the validator answers, and every finding lies inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          json.map((value) => JSON.stringify(value)),
          fc.string({ unit: 'binary' }),
        ),
        kind,
        (text, of) => {
          for (const issue of validate(text, of, catalogue)) {
            expect(issue.range.start).toBeGreaterThanOrEqual(0);
            expect(issue.range.end).toBeGreaterThanOrEqual(issue.range.start);
            expect(issue.range.end).toBeLessThanOrEqual(text.length);
            expect(messageOf(issue)).not.toBe('');
          }
        },
      ),
      { numRuns: 1500 },
    );
  }, 60_000);

  it('a name from the prototype is no name', () => {
    const text = statement(
      '"Action": "constructor:toString", "Resource": "arn:aws:__proto__:::hasOwnProperty"',
    );
    expect(told(text).map((line) => line.split(' ')[0])).toEqual([
      'INVALID_SERVICE_IN_ACTION',
      'INVALID_SERVICE',
    ]);
    const bare = when('"StringEquals": { "constructor": "toString", "__proto__": "x" }');
    expect(told(bare).map((line) => line.split(' ')[0])).toContain('INVALID_CONDITION_KEY_FORMAT');
    for (const key of ['aws:constructor', 'constructor:a', 'iam:__proto__'])
      expect(told(when(`"StringEquals": { "${key}": "toString" }`))).toHaveLength(1);
  });

  it.each([
    ['ten megabytes of one letter', 'a'.repeat(10_000_000)],
    ['ten megabytes of brackets', '['.repeat(10_000_000)],
    ['a megabyte of actions', statement(`"Action": ["${'ec2:*a*b", "'.repeat(70_000)}*"], "Resource": "*"`)],
    [
      'a long row of wildcards',
      statement(`"Action": "s3:${'*a'.repeat(30_000)}", "Resource": "arn:aws:s3:::${'*a'.repeat(20_000)}"`),
    ],
    [
      'a long row of open variables',
      statement(`"Action": "s3:*", "Resource": "arn:aws:s3:::${'${'.repeat(30_000)}"`),
    ],
    [
      'four thousand unknown services',
      statement(
        `"Action": [${Array.from({ length: 4000 }, (_, i) => `"x${i}:Get"`).join()}], "Resource": "*"`,
      ),
    ],
  ])('it answers: %s', (_what, text) => {
    expect(validate(text, 'identity', catalogue).length).toBeGreaterThan(0);
  });
});
