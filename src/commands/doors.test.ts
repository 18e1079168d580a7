// The doors as they are used from outside: a process, lines in, lines out, an exit status.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare } from './conformance.ts';

interface Run {
  readonly status: number | null;
  readonly lines: readonly Record<string, unknown>[];
}

function run(door: string, input: string, ...args: readonly string[]): Run {
  const { status, stdout } = spawnSync(process.execPath, [`src/commands/${door}.ts`, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const jsonl = (...rows: readonly unknown[]): string =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');

const POLICY = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
};
const CASE = {
  id: 'a',
  principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/sam', account: '111122223333' },
  request: {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::tern/a',
    resourceAccount: '111122223333',
    context: {},
  },
  identityPolicies: [POLICY],
};

describe('evaluate', () => {
  it('answers each line in its order, and goes on after one that it cannot read', () => {
    const { status, lines } = run(
      'evaluate',
      jsonl(
        CASE,
        'not json',
        { ...CASE, id: 'b', request: { ...CASE.request, action: 's3:PutObject' } },
        { ...CASE, id: 'c', sessionPolicys: [POLICY] },
        { id: 7 },
        '[]',
        { ...CASE, id: 'd' },
      ),
    );
    expect(lines.map(({ id, decision, line }) => [id, decision ?? line])).toEqual([
      ['a', 'allowed'],
      [null, 2],
      ['b', 'implicitDeny'],
      ['c', 4],
      [7, 5],
      [null, 6],
      ['d', 'allowed'],
    ]);
    expect(lines[3]?.['error']).toContain('Did you mean `sessionPolicies`?');
    expect(status).toBe(1);
  });

  it('exits with 0 whatever it decides', () => {
    expect(run('evaluate', jsonl({ ...CASE, identityPolicies: [] })).status).toBe(0);
  });

  it('lists the statements that matched, Allow and Deny, with their place and Sid', () => {
    const resourcePolicy = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 's3:PutObject', Resource: '*' },
        { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
      ],
    };
    const { lines } = run('evaluate', jsonl({ ...CASE, resourcePolicy }), '--no-trace');
    expect(lines).toEqual([
      {
        id: 'a',
        decision: 'explicitDeny',
        matchedStatements: [
          { policyType: 'resource', policy: 0, statement: 1 },
          { policyType: 'identity', policy: 0, statement: 0, sid: 'Read' },
        ],
      },
    ]);
  });

  it('gives the trace, and with --explain the sentences and the line of AWS', () => {
    const { lines } = run('evaluate', jsonl(CASE), '--explain');
    expect(lines[0]).toMatchObject({
      trace: { rule: 'request-is-decided', holds: true },
      explanation: ['Allowed.', expect.any(String), expect.any(String)],
      message: null,
    });
  });

  it('lists a document that cannot be read, with its findings', () => {
    const broken = { Version: '2012-10-17', Statement: [{ Effect: 'allow', Action: '*', Resource: '*' }] };
    const { lines, status } = run('evaluate', jsonl({ ...CASE, identityPolicies: [POLICY, broken] }));
    expect(lines[0]).toMatchObject({
      decision: 'allowed',
      invalid: [{ policyType: 'identity', policy: 1, findings: [{ code: 'INVALID_EFFECT' }] }],
    });
    expect(status).toBe(0);
  });

  it('reads a document as it stands in the line: a repeated key is found, and no depth is too deep', () => {
    const row = JSON.stringify({ ...CASE, identityPolicies: ['HERE'] });
    const twice =
      '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Effect": "Allow", "Action": "*", "Resource": "*"}}';
    const deep = `{"Statement": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    const { lines, status } = run(
      'evaluate',
      jsonl(row.replace('"HERE"', twice), row.replace('"HERE"', deep), { ...CASE, id: 'last' }),
    );
    expect(lines).toMatchObject([
      { decision: 'implicitDeny', invalid: [{ findings: [{ code: 'JSON_SYNTAX_ERROR', column: 59 }] }] },
      { decision: 'implicitDeny', invalid: [{ findings: [{ code: 'JSON_SYNTAX_ERROR' }] }] },
      { id: 'last', decision: 'allowed' },
    ]);
    expect(status).toBe(0);
  });

  it('counts a policy of an organization by level and policy', () => {
    const { lines } = run(
      'evaluate',
      jsonl({ ...CASE, serviceControlPolicies: [[POLICY], [{ ...POLICY, Statement: [] }, POLICY]] }),
      '--no-trace',
    );
    expect(lines[0]?.['matchedStatements']).toEqual([
      { policyType: 'scp', policy: [0, 0], statement: 0, sid: 'Read' },
      { policyType: 'scp', policy: [1, 1], statement: 0, sid: 'Read' },
      { policyType: 'identity', policy: 0, statement: 0, sid: 'Read' },
    ]);
  });

  it('lets no invalid document that limits be forgotten', () => {
    const broken = { Version: '2012-10-17', Statement: [{ Effect: 'allow', Action: '*', Resource: '*' }] };
    const rows = [
      { permissionsBoundary: broken },
      { sessionPolicies: [POLICY, broken] },
      { serviceControlPolicies: [[POLICY, broken]] },
      { resourceControlPolicies: [[broken]] },
      { resourcePolicy: broken },
      { vpcEndpointPolicy: broken },
    ].map((layer) => ({ ...CASE, ...layer }));
    const { lines } = run('evaluate', jsonl(...rows));
    expect(lines.map(({ decision }) => decision)).toEqual(rows.map(() => 'implicitDeny'));
    expect(lines[2]?.['invalid']).toMatchObject([{ policyType: 'scp', policy: [0, 1] }]);
  });

  it.each([
    ['principal', { ...CASE, principal: 'sam' }, 'principal must be an object'],
    [
      'a kind of caller',
      { ...CASE, principal: { ...CASE.principal, type: 'robot' } },
      'principal.type must be one of',
    ],
    ['the action', { ...CASE, request: { ...CASE.request, action: 5 } }, 'request.action must be a string'],
    ['the context', { ...CASE, request: { ...CASE.request, context: { a: 5 } } }, 'request.context must map'],
    ['the policies', { ...CASE, identityPolicies: POLICY }, 'identityPolicies must be a list'],
  ])('says what is wrong with %s', (_what, row, error) => {
    expect(run('evaluate', jsonl(row)).lines[0]?.['error']).toContain(error);
  });
});

describe('validate', () => {
  it('is valid exactly when no finding is an ERROR, and places each', () => {
    const { lines, status } = run(
      'validate',
      jsonl(
        { id: 1, policyType: 'identity', document: JSON.stringify(POLICY) },
        { id: 2, policyType: 'identity', document: '{ "Statement": [] }' },
        { id: 3, policyType: 'identity', document: '{\n  "Statements": []\n}' },
      ),
    );
    expect(lines).toMatchObject([
      { id: 1, valid: true, findings: [] },
      { id: 2, valid: true, findings: [{ code: 'MISSING_VERSION', severity: 'WARNING' }] },
      { id: 3, valid: false, findings: [{}, {}, { code: 'INVALID_POLICY_ELEMENT', line: 2, column: 3 }] },
    ]);
    expect(status).toBe(0);
  });

  it('says what it cannot read', () => {
    const { lines, status } = run(
      'validate',
      jsonl(
        { id: 1, policyType: 'x', document: '{}' },
        { id: 2, policyType: 'scp', document: {} },
        { id: 3, policyType: 'scp', document: '{}' },
      ),
    );
    expect(lines.map(({ error }) => error)).toEqual([
      expect.stringContaining('policyType must be one of'),
      expect.stringContaining('document must be the text of a policy'),
      undefined,
    ]);
    expect(status).toBe(1);
  });

  it('reads every type of policy, and knows the actions of AWS', () => {
    const kinds = ['identity', 'resource', 'trust', 'boundary', 'session', 'scp', 'rcp', 'vpce'];
    const document = JSON.stringify({
      ...POLICY,
      Statement: [{ ...POLICY.Statement[0], Action: 's3:GetObjekt' }],
    });
    const { lines } = run('validate', jsonl(...kinds.map((policyType) => ({ policyType, document }))));
    expect(lines.map(({ id, valid }) => [id, valid])).toEqual(kinds.map(() => [null, false]));
    for (const { findings } of lines.filter((_, i) => kinds[i] !== 'trust'))
      expect(findings).toContainEqual({
        code: 'INVALID_ACTION',
        severity: 'ERROR',
        message: '`s3:GetObjekt` is no action. Did you mean `s3:GetObject`?',
        line: 1,
        column: expect.any(Number) as number,
      });
  });

  it('answers a thousand lines in their order', () => {
    const document = JSON.stringify(POLICY);
    const rows = Array.from({ length: 1000 }, (_, id) => ({ id, policyType: 'identity', document }));
    const { lines } = run('validate', jsonl(...rows));
    expect(lines).toEqual(rows.map(({ id }) => ({ id, valid: true, findings: [] })));
  });
});

describe('conformance', () => {
  it('decides every case of the project as it says', () => {
    const folder = 'src/evaluator/test/cases';
    const counts = readdirSync(folder).map((name) => compare(readFileSync(`${folder}/${name}`, 'utf8')));
    expect(counts.flatMap(({ disagree, refused }) => [...disagree, ...refused])).toEqual([]);
    expect(counts.reduce((sum, { agree }) => sum + agree, 0)).toBeGreaterThan(100);
  });

  it('tells a wrong decision and a refused case apart', () => {
    const count = compare(
      jsonl({ ...CASE, expected: 'explicitDeny' }, { ...CASE, sessionPolicies: POLICY, expected: 'allowed' }),
    );
    expect(count).toMatchObject({
      cases: 2,
      agree: 0,
      disagree: ['"a": decided allowed, expected "explicitDeny"'],
    });
    expect(count.refused).toHaveLength(1);
  });
});
