// Each code on a document that deserves it and on its neighbour that does not. A case: code, kind, fails, passes.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#course/load';
import { messageOf, type IssueCode, type PolicyKind } from '#evaluator';
import { validate } from '../index.ts';
import { STRUCTURE } from '../../messages-structure.ts';
import { ERRORS } from '../messages-errors.ts';
import { SECURITY_WARNINGS } from '../messages-security-warnings.ts';
import { SUGGESTIONS } from '../messages-suggestions.ts';
import { WARNINGS } from '../messages-warnings.ts';

interface Case {
  readonly code: IssueCode;
  readonly kind: PolicyKind;
  /** A document, or a text where it is no JSON. */
  readonly fails: unknown;
  readonly passes: unknown;
}

const FOLDER = 'src/evaluator/validate/test/findings';
const catalogue = loadCatalogue('.');
const textOf = (document: unknown): string =>
  typeof document === 'string' ? document : JSON.stringify(document);
const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').trim().split('\n');

/** A policy of this many ARNs, on many lines. */
function long(arns: number, more: object): string {
  const Resource = Array.from(
    { length: arns },
    (_, i) => `arn:aws:s3:::tern/${String(i).padStart(4, '0')}/*`,
  );
  const Statement = [{ Effect: 'Deny', Action: 's3:GetObject', Resource, ...more }];
  return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}
function longTrust(roles: number): string {
  const AWS = Array.from({ length: roles }, (_, i) => `arn:aws:iam::111122223333:role/line-${i}`);
  const Statement = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS } }];
  return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}
const all = { Principal: '*' };
const SIZES: readonly Case[] = [
  // About 28 characters an ARN, 35 with white space.
  ['POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA', 'identity', long(250, {}), long(200, {})],
  ['POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA', 'session', long(80, {}), long(60, {})],
  ['POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', 'trust', longTrust(60), longTrust(40)],
  ['POLICY_SIZE_EXCEEDS_SCP_QUOTA', 'scp', long(300, {}), long(200, {})],
  ['POLICY_SIZE_EXCEEDS_RCP_QUOTA', 'rcp', long(150, all), long(100, all)],
  ['POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', 'resource', long(600, all), long(400, all)],
  ['POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', 'vpce', long(600, all), long(400, all)],
  ['POLICY_TOO_LARGE', 'identity', ' '.repeat(1_000_001), long(1, {})],
].map(([code, kind, fails, passes]) => ({ code, kind, fails, passes }) as Case);

const CASES: readonly Case[] = [
  ...readdirSync(FOLDER).flatMap((name) =>
    linesOf(`${FOLDER}/${name}`).map((line) => JSON.parse(line) as Case),
  ),
  ...SIZES,
];
const CODES = [STRUCTURE, ERRORS, WARNINGS, SECURITY_WARNINGS, SUGGESTIONS].flatMap((table) =>
  Object.keys(table),
);

describe('a finding is made where it is deserved, and only there:', () => {
  it.each(CASES.map((one, i) => [`${one.code} (${one.kind}, ${i + 1})`, one] as const))(
    '%s',
    (_title, one) => {
      const codesOf = (document: unknown): readonly string[] =>
        validate(textOf(document), one.kind, catalogue).map(({ code }) => code);
      expect(codesOf(one.fails)).toContain(one.code);
      expect(codesOf(one.passes)).not.toContain(one.code);
    },
  );

  it('is shown for every code', () => {
    const shown = new Set<string>(CASES.map(({ code }) => code));
    expect(CODES.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('is in the table of codes', () => {
    const table = readFileSync('src/evaluator/validate/README.md', 'utf8');
    const rows = new Map(
      [...table.matchAll(/^\| `(\w+)` +\| (\w+) +\|/gm)].map(([, code, how]) => [code, how]),
    );
    expect(CODES.filter((code) => !rows.has(code))).toEqual([]);
    const covered = [...rows].filter(([, how]) => how !== 'no').map(([code]) => code);
    expect(covered.filter((code) => code !== undefined && !CODES.includes(code))).toEqual([]);
  });

  it('has a plain sentence: a small letter at its beginning, no full stop at its end, nothing left open', () => {
    for (const { kind, fails } of CASES)
      for (const issue of validate(textOf(fails), kind, catalogue)) {
        const message = messageOf(issue);
        expect(message).toMatch(/^(?:[a-z`]|JSON|Roles Anywhere)/);
        expect(message).not.toMatch(/\.$|``|undefined|\{(?:found|key|wanted|by|service|operator|known)\}/);
      }
  });
});

interface GrammarCase {
  readonly kind: PolicyKind;
  readonly title: string;
  readonly document: string;
  readonly valid: boolean;
  readonly code?: string;
}

describe('the grammar says whether a document is valid:', () => {
  const cases = linesOf('src/evaluator/validate/test/grammar.jsonl').map(
    (line) => JSON.parse(line) as GrammarCase,
  );
  it.each(cases.map((one) => [`${one.title} (${one.kind})`, one] as const))('%s', (_title, one) => {
    const issues = validate(one.document, one.kind, catalogue);
    const errors = issues.filter(({ severity }) => severity === 'ERROR').map(({ code }) => code);
    expect(errors.length === 0).toBe(one.valid);
    if (one.code !== undefined) expect(issues.map(({ code }) => code)).toContain(one.code);
  });
});
