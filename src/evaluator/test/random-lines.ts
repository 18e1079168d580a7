// Random lines of the `evaluate` door, over so small a vocabulary that every rule is reached. It decides nothing.
import fc from 'fast-check';
import { contextOf } from './random/conditions.ts';
import { documentFor, type Place, type Scene } from './random/documents.ts';
import {
  ABOUT_ONESELF,
  BUCKET_POLICY,
  CALLERS,
  MANAGEMENT,
  TARGETS,
  UNSIGNED,
  type Target,
} from './random/vocabulary.ts';
import type { Caller, Line } from './second-reading/line.ts';

const GRANTS = ['Allow', 'Allow', 'Allow', 'Allow', 'Deny'] as const;
const PLAIN: Place = { principals: 'none', hasResource: true, effects: GRANTS };
const RESOURCE: Place = { principals: 'named', hasResource: true, effects: GRANTS };
const TRUST: Place = { principals: 'named', hasResource: false, effects: GRANTS };
const ENDPOINT: Place = { principals: 'everybody', hasResource: true, effects: GRANTS };
const RCP: Place = { principals: 'everybody', hasResource: true, effects: ['Deny'] };

/** What a caller asks for: whoever does not sign takes roles, root mends its bucket. */
function targetFor({ type }: Caller): fc.Arbitrary<Target> {
  const usual = { weight: 12, arbitrary: fc.constantFrom(...TARGETS) };
  if (type === 'federatedProvider') return fc.constantFrom(...UNSIGNED);
  if (type === 'service' || type === 'anonymous') return usual.arbitrary;
  return fc.oneof(
    usual,
    { weight: type === 'root' ? 8 : 1, arbitrary: fc.constantFrom(...BUCKET_POLICY) },
    { weight: 1, arbitrary: fc.constantFrom(...ABOUT_ONESELF) },
  );
}

const scene: fc.Arbitrary<Scene> = fc
  .constantFrom(...CALLERS)
  .chain((caller) => fc.tuple(fc.constant(caller), targetFor(caller)))
  .map(([caller, target]) => ({
    caller,
    target,
    mayBreak: ![...ABOUT_ONESELF, ...BUCKET_POLICY].includes(target),
  }));

/** Present `present` times in ten. */
const maybe = <T>(present: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: present, arbitrary: value },
    { weight: 10 - present, arbitrary: fc.constant(undefined) },
  );

function lineFor(asked: Scene): fc.Arbitrary<Line> {
  const { caller, target } = asked;
  const isTrust = /^sts:(?:AssumeRole|TagSession|SetSource)/.test(target.action);
  const isSession = caller.type === 'assumedRole' || caller.type === 'federatedUser';
  const hasIdentity = isSession || caller.type === 'user';
  const list = (place: Place, open: number, maxLength: number, minLength = 0) =>
    fc.array(documentFor(asked, place, open), { minLength, maxLength });
  const levels = (place: Place, open: number) =>
    fc.array(list(place, open, 2, open > 0 ? 1 : 0), { maxLength: 3 });
  const withEmpty = fc.oneof(
    { weight: 9, arbitrary: levels(PLAIN, 6) },
    { weight: 1, arbitrary: levels(PLAIN, 6).map((scps) => [...scps, []]) },
  );
  return fc
    .record({
      context: contextOf(caller),
      identityPolicies: hasIdentity ? list(PLAIN, 3, 2) : fc.constant([]),
      permissionsBoundary: maybe(hasIdentity ? 3 : 0, documentFor(asked, PLAIN, 4)),
      sessionPolicies: maybe(isSession ? 5 : 0, list(PLAIN, 4, 2)),
      serviceControlPolicies: maybe(3, withEmpty),
      resourceControlPolicies: maybe(2, levels(RCP, 0)),
      resourcePolicy: maybe(
        caller.account === null ? 9 : 6,
        documentFor(asked, isTrust ? TRUST : RESOURCE, 1),
      ),
      vpcEndpointPolicy: maybe(1, documentFor(asked, ENDPOINT, 5)),
    })
    .map(({ context, identityPolicies, ...layers }) => ({
      principal: caller,
      request: {
        action: target.action,
        resource: target.resource,
        resourceAccount: target.account,
        context,
        ...(target.account === MANAGEMENT ? { resourceInManagementAccount: true } : {}),
      },
      identityPolicies,
      ...Object.fromEntries(Object.entries(layers).filter(([, value]) => value !== undefined)),
    }));
}

/** Making the arbitraries of a scene costs more than a line: each scene is made once. */
const made = new Map<string, fc.Arbitrary<Line>>();

function lineOnce(asked: Scene): fc.Arbitrary<Line> {
  const key = JSON.stringify(asked);
  const known = made.get(key) ?? lineFor(asked);
  made.set(key, known);
  return known;
}

export const anyLine: fc.Arbitrary<Line> = scene.chain(lineOnce);

/** The same lines for the same seed, as plain objects. */
export const sampleLines = (seed: number, count: number): readonly Line[] =>
  fc.sample(anyLine, { seed, numRuns: count });
