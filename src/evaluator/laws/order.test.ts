// What does not matter: order, how lists are cut into statements, the case of actions and keys, white space. And where
// cutting does matter, why.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decide, readDocument, type Decision, type Layers, type PolicyKind, type Request } from '../index.ts';
import { asking, layersOf, rewrite, textOf, type Asking, type Said } from '../test/made-up.ts';

const RUNS = { numRuns: 1000 };
vi.setConfig({ testTimeout: 60_000 });

const decisionOf = (one: Asking): Decision => decide(one.request, layersOf(one)).decision;

/** Letters in upper or lower case, as the bits of a number say. */
const inCase = (text: string, bits: number): string =>
  Array.from(text, (c, at) => ((bits >> (at % 16)) & 1 ? c.toUpperCase() : c.toLowerCase())).join('');

/** The text of a document with the members of every object in reverse order. */
function backwards(text: string): string {
  return JSON.stringify(JSON.parse(text), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  );
}

describe('for every request and every set of documents', () => {
  it('[identity-policies-add-up] the order of statements, policies, values and keys does not matter', () => {
    fc.assert(
      fc.property(asking, (one) => {
        const turned = rewrite(one, (list) =>
          list.toReversed().map((said) => ({
            ...said,
            action: { ...said.action, values: said.action.values.toReversed() },
            resource: { ...said.resource, values: said.resource.values.toReversed() },
            principal: { ...said.principal, values: said.principal.values.toReversed() },
            conditions: said.conditions
              .toReversed()
              .map((wanted) => ({ ...wanted, values: wanted.values.toReversed() })),
          })),
        );
        const { identity, session, scp, rcp, ...rest } = turned.papers;
        const context = Object.fromEntries(
          Object.entries(one.request.context)
            .toReversed()
            .map(([key, value]) => [key, typeof value === 'string' ? value : value.toReversed()]),
        );
        const papers = {
          ...rest,
          identity: identity.toReversed(),
          session: session.toReversed(),
          scp: scp.toReversed().map((level) => level.toReversed()),
          rcp: rcp.toReversed().map((level) => level.toReversed()),
        };
        const request = { ...one.request, context };
        const layers = layersOf({ request, papers }, (list, kind) => backwards(textOf(list, kind)));
        expect(decide(request, layers).decision).toBe(decisionOf(one));
      }),
      RUNS,
    );
  });

  it.each(['action', 'resource', 'principal'] as const)(
    '[policy-allows] a list of %s cut into a statement each changes nothing',
    (element) => {
      const cut = (said: Said): Said[] =>
        said[element].not
          ? [said]
          : said[element].values.map((value) => ({ ...said, [element]: { not: false, values: [value] } }));
      fc.assert(
        fc.property(asking, (one) => {
          expect(decisionOf(rewrite(one, (list) => list.flatMap(cut)))).toBe(decisionOf(one));
        }),
        RUNS,
      );
    },
  );

  it('[action-matches] the case of actions, of keys and of variables does not matter', () => {
    fc.assert(
      fc.property(asking, fc.nat(0xffff), (one, bits) => {
        const louder = rewrite(one, (list) =>
          list.map((said) => ({
            ...said,
            action: { ...said.action, values: said.action.values.map((value) => inCase(value, bits)) },
            resource: {
              ...said.resource,
              values: said.resource.values.map((value) => variables(value, bits)),
            },
            conditions: said.conditions.map((wanted) => ({
              ...wanted,
              key: inCase(wanted.key, bits),
              values: wanted.values.map((value) => variables(value, bits)),
            })),
          })),
        );
        const context = Object.fromEntries(
          Object.entries(one.request.context).map(([key, value]) => [inCase(key, bits >> 3), value]),
        );
        const request = { ...louder.request, action: inCase(one.request.action, bits >> 5), context };
        expect(decisionOf({ ...louder, request })).toBe(decisionOf(one));
      }),
      RUNS,
    );
  });

  it('[request-is-decided] white space around the parts of a document does not matter', () => {
    fc.assert(
      fc.property(asking, fc.constantFrom(1, 4, '\t', '\r\n '), (one, indent) => {
        const airy = layersOf(one, (list, kind) =>
          JSON.stringify(JSON.parse(textOf(list, kind)), null, indent),
        );
        expect(decide(one.request, airy).decision).toBe(decisionOf(one));
      }),
      { numRuns: 300 },
    );
  });
});

/** The name inside a variable in another case; its default as it is. */
function variables(text: string, bits: number): string {
  return text.replace(/\$\{([^},]*)/g, (_all, name: string) => `\${${inCase(name, bits)}`);
}

describe('cut into a statement each, what is not listed grows:', () => {
  const SAM = 'arn:aws:iam::111122223333:user/sam';
  const FILE = 'arn:aws:s3:::tern-timetables/winter.csv';
  const asked: Request = {
    principal: { type: 'user', arn: SAM, account: '111122223333' },
    action: 's3:GetObject',
    resource: FILE,
    resourceAccount: '111122223333',
    context: {},
  };
  const read = (kind: PolicyKind, ...statements: readonly object[]) =>
    readDocument(JSON.stringify({ Version: '2012-10-17', Statement: statements }), kind);
  const decided = (layers: Layers): Decision => decide(asked, layers).decision;
  const allow = { Effect: 'Allow', Action: '*', Resource: '*' };

  it('[not-action-means-the-rest] the rest of one list allows what another lists', () => {
    const but = (NotAction: unknown) => ({ Effect: 'Allow', NotAction, Resource: '*' });
    expect(decided({ identity: [read('identity', but(['s3:*', 'ec2:*']))] })).toBe('implicitDeny');
    expect(decided({ identity: [read('identity', but('s3:*'), but('ec2:*'))] })).toBe('allowed');
  });

  it('[not-resource-means-the-rest] the rest of one list denies what another spares', () => {
    const but = (NotResource: unknown) => ({ Effect: 'Deny', Action: '*', NotResource });
    const other = 'arn:aws:s3:::tern-reports/*';
    expect(decided({ identity: [read('identity', allow, but([FILE, other]))] })).toBe('allowed');
    expect(decided({ identity: [read('identity', allow, but(FILE), but(other))] })).toBe('explicitDeny');
  });

  it('[not-principal-spares-the-listed] a caller is spared only where account and user stand together', () => {
    const but = (AWS: unknown) => ({ Effect: 'Deny', NotPrincipal: { AWS }, Action: '*', Resource: '*' });
    const identity = [read('identity', allow)];
    expect(decided({ identity, resource: read('resource', but(['111122223333', SAM])) })).toBe('allowed');
    expect(decided({ identity, resource: read('resource', but('111122223333'), but(SAM)) })).toBe(
      'explicitDeny',
    );
  });
});
