// What the random lines reach, counted: an outcome or a feature that grows rare is a hole in every law about them.
import { describe, expect, it } from 'vitest';
import { KEYS } from './random/conditions.ts';
import { sampleLines } from './random-lines.ts';
import { decideLine, resourceReach } from './second-reading/decision.ts';
import { CALLER_TYPES, type Line } from './second-reading/line.ts';
import { OPERATOR_NAMES } from './second-reading/operators.ts';

const lines = sampleLines(1, 5000);
const texts = lines.map((line) => JSON.stringify(line).replaceAll('\\"', '"'));

const count = (test: (line: Line) => boolean): number => lines.filter(test).length;
const seen = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length;

const isSame = ({ principal, request }: Line): boolean => principal.account === request.resourceAccount;
const DECISIONS = ['allowed', 'explicitDeny', 'implicitDeny'] as const;
const STATEMENT_ELEMENTS = ['Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal'];
const LAYERS = [
  ...(['permissionsBoundary', 'sessionPolicies', 'serviceControlPolicies', 'vpcEndpointPolicy'] as const),
  ...(['resourceControlPolicies', 'resourcePolicy'] as const),
];

describe('5000 random lines', () => {
  it('are the same for the same seed and plain objects', () => {
    expect(sampleLines(1, 20)).toEqual(lines.slice(0, 20));
    const first = lines.slice(0, 200);
    expect(JSON.parse(JSON.stringify(first))).toStrictEqual(first);
    expect(sampleLines(2, 20)).not.toEqual(lines.slice(0, 20));
  });

  it.each(DECISIONS)('are %s, a sixth at least', (decision) => {
    expect(count((line) => decideLine(line).decision === decision)).toBeGreaterThan(5000 / 6);
  });

  it.each(CALLER_TYPES)('come from %s, under every outcome', (type) => {
    const own = lines.filter(({ principal }) => principal.type === type);
    for (const decision of DECISIONS)
      expect(own.filter((line) => decideLine(line).decision === decision).length).toBeGreaterThan(20);
  });

  it.each(LAYERS)('have %s, and others have none', (layer) => {
    expect(count((line) => line[layer] !== undefined)).toBeGreaterThan(250);
    expect(count((line) => line[layer] === undefined)).toBeGreaterThan(250);
  });

  it.each(['none', 'account', 'role', 'direct'] as const)('name a caller of the account: %s', (reach) => {
    expect(count((line) => isSame(line) && resourceReach(line) === reach)).toBeGreaterThan(30);
  });

  it.each(['account', 'role', 'direct'] as const)('name a caller from abroad: %s', (reach) => {
    expect(count((line) => !isSame(line) && resourceReach(line) === reach)).toBeGreaterThan(15);
  });

  it.each(OPERATOR_NAMES)('use %s', (name) => {
    expect(seen(new RegExp(`"(?:For(?:All|Any)Value(?:s)?:)?${name}(?:IfExists)?"`))).toBeGreaterThan(50);
  });

  it.each(['ForAllValues:', 'ForAnyValue:', 'IfExists":'])('use %s', (part) => {
    expect(seen(new RegExp(part))).toBeGreaterThan(500);
  });

  it.each(STATEMENT_ELEMENTS)('have %s', (element) => {
    expect(seen(new RegExp(`"${element}":`))).toBeGreaterThan(100);
  });

  it.each(KEYS.map(({ name }) => name))('carry %s, in any case', (name) => {
    const carries = (line: Line) =>
      Object.keys(line.request.context).some((key) => key.toLowerCase() === name.toLowerCase());
    expect(count(carries)).toBeGreaterThan(500);
    expect(count((line) => !carries(line))).toBeGreaterThan(500);
  });

  it.each([0, 1, 2])('carry a key of a list of %i', (length) => {
    const values = (line: Line) => Object.values(line.request.context);
    const isList = (value: string | readonly string[]) =>
      typeof value !== 'string' && value.length === length;
    expect(count((line) => values(line).some(isList))).toBeGreaterThan(500);
  });

  it.each([
    ['a variable', /\$\{aws:\w/],
    ['a default', /\$\{aws:[^}]*, '/],
    ['an escaped wildcard', /\$\{[*?$]\}/],
    ['the older version', /2008-10-17/],
    ['an operator that does not exist', /"StringMatches"/],
    ['an operator in another case', /"stringEquals"/],
    ['a repeated key', /\{"Statement":\[\],"Statement"/],
    ['a text that is no JSON', /"\{"Version":"[,\]}]/],
    ['a level that allows nothing', /"serviceControlPolicies":\[[^}]*\[\]/],
    ['the management account', /"inManagementAccount":true/],
    ['a resource of the management account', /"resourceInManagementAccount":true/],
    ['a service-linked role', /"serviceLinkedRole":true/],
    ['a key of the key service', /:key\//],
    ['a role to take', /"action":"sts:AssumeRole"/],
    ['the bucket’s own policy', /"action":"s3:PutBucketPolicy"/],
    ['who one is', /"action":"sts:GetCallerIdentity"/],
  ])('have %s', (_what, pattern) => {
    expect(seen(pattern)).toBeGreaterThan(5);
  });
});
