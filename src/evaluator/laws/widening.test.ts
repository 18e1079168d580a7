// What may never widen and what may never narrow, whatever the request and whatever the documents.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  combine,
  decide,
  decideAll,
  isInvalid,
  POLICY_KINDS,
  type Decision,
  type PolicyKind,
  type PrincipalType,
} from '../index.ts';
import {
  asking,
  layersOf,
  paper,
  said,
  textOf,
  type Asking,
  type Paper,
  type Papers,
} from '../test/made-up.ts';
import { PEOPLE } from '../test/words.ts';

const RUNS = { numRuns: 1000 };
vi.setConfig({ testTimeout: 60_000 });

const decisionOf = (one: Asking): Decision => decide(one.request, layersOf(one)).decision;
const withPapers = ({ request, papers }: Asking, more: Partial<Papers>): Asking => ({
  request,
  papers: { ...papers, ...more },
});

/** Any call of a caller of one kind. */
const askedBy = (type: PrincipalType): fc.Arbitrary<Asking> =>
  fc
    .tuple(asking, fc.constantFrom(...PEOPLE.filter((one) => one.type === type)))
    .map(([one, principal]) => ({ ...one, request: { ...one.request, principal } }));

/** If `more` is allowed, `less` must be. */
function neverNarrows(more: Asking, less: Asking): void {
  if (decisionOf(more) === 'allowed') expect(decisionOf(less)).toBe('allowed');
}

const denying = said.map((one): Paper => [{ ...one, effect: 'Deny' }]);
const allowing = paper.map((list): Paper => list.map((one) => ({ ...one, effect: 'Allow' })));

/** Every place where one more statement can stand among the documents that there are. */
function placesFor({ papers }: Asking, more: Paper): Partial<Papers>[] {
  const { identity, session, scp, rcp, boundary, resource, vpce } = papers;
  const last = <T>(list: readonly T[], turn: (one: T) => T): T[] =>
    list.map((one, at) => (at === list.length - 1 ? turn(one) : one));
  const add = (one: Paper): Paper => [...one, ...more];
  return [
    { identity: [...identity, more] },
    { identity: last(identity, add) },
    { session: last(session, add) },
    { scp: last(scp, (level) => [...level, more]) },
    { scp: scp.map((level, at) => (at === 0 ? last(level, add) : level)) },
    { rcp: [...rcp, [more]] },
    { boundary: boundary && add(boundary) },
    { resource: resource ? add(resource) : more },
    { vpce: vpce && add(vpce) },
  ];
}

describe('for every request and every set of documents', () => {
  it('[explicit-deny-wins] one more Deny, in whichever document, never widens', () => {
    fc.assert(
      fc.property(asking, denying, (one, deny) => {
        for (const place of placesFor(one, deny)) neverNarrows(withPapers(one, place), one);
      }),
      { numRuns: 300 },
    );
  });

  it('[explicit-deny-wins] a Deny for everything denies, but for what needs no permission', () => {
    const everything = { not: false, values: ['*'] };
    fc.assert(
      fc.property(asking, said, (one, pattern) => {
        const deny: Paper = [
          { ...pattern, effect: 'Deny', action: everything, resource: everything, conditions: [] },
        ];
        const after = decisionOf(withPapers(one, { identity: [...one.papers.identity, deny] }));
        const { action, principal } = one.request;
        const signed = principal.type !== 'anonymous' && principal.type !== 'federatedProvider';
        const free = signed && /^sts:Get/.test(action);
        expect(after).toBe(free ? 'allowed' : 'explicitDeny');
      }),
      RUNS,
    );
  });

  it('[identity-policies-add-up] one more Allow in an identity policy takes nothing away', () => {
    fc.assert(
      fc.property(asking, allowing, (one, allow) => {
        const before = decisionOf(one);
        const after = decisionOf(withPapers(one, { identity: [...one.papers.identity, allow] }));
        if (before === 'implicitDeny') expect(after).not.toBe('explicitDeny');
        else expect(after).toBe(before);
      }),
      RUNS,
    );
  });

  it('[boundary-is-a-ceiling] without its boundary a caller may do no less', () => {
    fc.assert(
      fc.property(asking, (one) => {
        neverNarrows(one, withPapers(one, { boundary: undefined }));
      }),
      RUNS,
    );
  });

  it('[scp-never-grants] without a whole level of the organization a caller may do no less', () => {
    fc.assert(
      fc.property(asking, ({ request, papers }) => {
        for (const at of papers.scp.keys()) {
          neverNarrows(
            { request, papers },
            { request, papers: { ...papers, scp: papers.scp.toSpliced(at, 1) } },
          );
        }
      }),
      RUNS,
    );
  });

  it('[rcp-never-grants] without a whole level of resource control policies a caller may do no less', () => {
    fc.assert(
      fc.property(asking, ({ request, papers }) => {
        for (const at of papers.rcp.keys()) {
          neverNarrows(
            { request, papers },
            { request, papers: { ...papers, rcp: papers.rcp.toSpliced(at, 1) } },
          );
        }
      }),
      RUNS,
    );
  });

  it('[session-policy-is-a-ceiling] without all its session policies the session of a role may do no less', () => {
    fc.assert(
      fc.property(askedBy('assumedRole'), (one) => {
        neverNarrows(one, withPapers(one, { session: [] }));
      }),
      RUNS,
    );
  });

  it('[federated-user-needs-a-session-policy] without them a federated user may do no more', () => {
    fc.assert(
      fc.property(askedBy('federatedUser'), (one) => {
        const bare = withPapers(one, { session: [] });
        if (decisionOf(one) !== 'explicitDeny') neverNarrows(bare, one);
      }),
      RUNS,
    );
  });

  it('[endpoint-policy-must-allow] past no endpoint a caller may do no less', () => {
    fc.assert(
      fc.property(asking, (one) => {
        neverNarrows(one, withPapers(one, { vpce: undefined }));
      }),
      RUNS,
    );
  });

  it('[implicit-deny-by-default] where neither caller nor resource has an Allow nothing is allowed', () => {
    fc.assert(
      fc.property(asking, (one) => {
        fc.pre(one.request.principal.type !== 'root' && !/^sts:Get/.test(one.request.action));
        const { resource } = one.papers;
        const silent = withPapers(one, {
          identity: [],
          resource: resource?.filter((s) => s.effect === 'Deny'),
        });
        expect(decisionOf(silent)).not.toBe('allowed');
      }),
      RUNS,
    );
  });

  it.each(POLICY_KINDS)(
    '[invalid-document-allows-nothing] nothing is allowed past a document that cannot be read: %s',
    (spoilt) => {
      const spoil = (list: Paper, kind: PolicyKind): string =>
        textOf(list, kind).replace(/^\{/, kind === spoilt ? '{"Verison":"2012-10-17",' : '{');
      fc.assert(
        fc.property(asking, (one) => {
          const layers = layersOf(one, spoil);
          const { identity, session = [], scp = [], rcp = [], boundary, resource, vpce } = layers;
          const all = [...identity, ...session, ...scp.flat(), ...rcp.flat(), boundary, resource, vpce];
          const unread = all.filter((document) => document && isInvalid(document));
          fc.pre(unread.length > 0);
          const { decision } = decide(one.request, layers);
          const harmless =
            spoilt === 'identity' && !unread.some((document) => document?.text.includes('"Deny"'));
          if (harmless) expect(decision).toBe(decisionOf(withPapers(one, { identity: [] })));
          else expect(decision).not.toBe('allowed');
        }),
        { numRuns: 200 },
      );
    },
  );

  it('[every-pair-must-pass] a call of several pairs is allowed only when each is', () => {
    fc.assert(
      fc.property(fc.array(asking, { minLength: 1, maxLength: 4 }), (pairs) => {
        const parts = pairs.map((one) => ({ request: one.request, layers: layersOf(one) }));
        const each = parts.map((part) => decide(part.request, part.layers));
        const { decision } = decideAll(parts);
        expect(decision === 'allowed').toBe(each.every((verdict) => verdict.decision === 'allowed'));
        expect(decision === 'explicitDeny').toBe(each.some((v) => v.decision === 'explicitDeny'));
        expect(combine(each.map((verdict) => verdict.trace)).decision).toBe(decision);
      }),
      { numRuns: 500 },
    );
  });
});
