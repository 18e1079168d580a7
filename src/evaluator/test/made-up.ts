// Requests and documents made up at random, few words in many arrangements, so that they meet. Knows no decision.
import fc from 'fast-check';
import {
  readDocument,
  type Context,
  type Document,
  type Layers,
  type PolicyKind,
  type Request,
} from '../index.ts';
import { ACTIONS, CALLS, HOME, NAMES, OIDC, PEOPLE, RARE, RESOURCES, SEEN, WANTED } from './words.ts';

/** A statement before it is written down. */
export interface Said {
  readonly sid: string;
  readonly effect: 'Allow' | 'Deny';
  readonly action: Listed;
  readonly resource: Listed;
  /** Written in documents that have one. `NotPrincipal` is written for a Deny alone. */
  readonly principal: Listed;
  readonly conditions: readonly Wanted[];
}
interface Listed {
  readonly not: boolean;
  readonly values: readonly string[];
}
interface Wanted {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export type Paper = readonly Said[];

export interface Papers {
  readonly identity: readonly Paper[];
  readonly boundary: Paper | undefined;
  readonly session: readonly Paper[];
  readonly scp: readonly (readonly Paper[])[];
  readonly rcp: readonly (readonly Paper[])[];
  readonly resource: Paper | undefined;
  readonly vpce: Paper | undefined;
}

export interface Asking {
  readonly request: Request;
  readonly papers: Papers;
}

const some = (values: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const seldom = fc.integer({ min: 0, max: 5 }).map((luck) => luck === 0);
const listed = (values: readonly string[]): fc.Arbitrary<Listed> =>
  fc.record({ not: seldom, values: some(values) });
const wanted: fc.Arbitrary<Wanted> = fc
  .constantFrom(...WANTED)
  .chain(([operator, key, ...values]) => some(values).map((chosen) => ({ operator, key, values: chosen })));

export const said: fc.Arbitrary<Said> = fc.record({
  sid: fc.constantFrom('', 'Work'),
  effect: fc.integer({ min: 0, max: 8 }).map((luck) => (luck === 0 ? 'Deny' : 'Allow')),
  action: listed(ACTIONS),
  resource: listed(RESOURCES),
  principal: listed(NAMES),
  conditions: fc
    .tuple(seldom, fc.uniqueArray(wanted, { maxLength: 2, selector: (w) => `${w.operator} ${w.key}` }))
    .map(([with_, all]) => (with_ ? all : [])),
});

export const paper: fc.Arbitrary<Paper> = fc.array(said, { minLength: 1, maxLength: 3 });
const maybe = <T>(what: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(what, { nil: undefined, freq: 2 });
const papers = (maxLength: number): fc.Arbitrary<readonly Paper[]> => fc.array(paper, { maxLength });
const levels = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(papers(2), { maxLength: 2 }) },
);

const context: fc.Arbitrary<Context> = fc
  .tuple(
    ...Object.entries(SEEN).map(([key, values]) =>
      maybe(fc.constantFrom(...values).map((v) => [key, v] as const)),
    ),
  )
  .map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== undefined)));

const request: fc.Arbitrary<Request> = fc
  .record({
    principal: fc.constantFrom(...PEOPLE),
    call: fc.constantFrom(...CALLS, ...CALLS, ...CALLS, ...RARE),
    context,
    resourceInManagementAccount: seldom,
  })
  .map(({ call: [action, resource], ...rest }) => ({ ...rest, action, resource, resourceAccount: HOME }));

/** Any caller with any call under any layers. */
export const asking: fc.Arbitrary<Asking> = fc.record({
  request,
  papers: fc.record({
    identity: papers(3),
    boundary: maybe(paper),
    session: papers(2),
    scp: levels,
    rcp: levels,
    resource: maybe(paper),
    vpce: maybe(paper).chain((one) => maybe(fc.constant(one))),
  }),
});

const NAMING: readonly PolicyKind[] = ['resource', 'trust', 'vpce', 'rcp'];

export function written(one: Said, kind: PolicyKind): Readonly<Record<string, unknown>> {
  const { sid, effect, action, resource, principal, conditions } = one;
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, key, values } of conditions) block[operator] = { ...block[operator], [key]: values };
  const not = principal.not && effect === 'Deny' ? 'NotPrincipal' : 'Principal';
  return {
    ...(sid === '' ? {} : { Sid: sid }),
    Effect: effect,
    ...(NAMING.includes(kind) ? { [not]: kind === 'rcp' ? '*' : namesOf(principal.values) } : {}),
    [action.not ? 'NotAction' : 'Action']: action.values,
    ...(kind === 'trust' ? {} : { [resource.not ? 'NotResource' : 'Resource']: resource.values }),
    ...(conditions.length > 0 ? { Condition: block } : {}),
  };
}

function namesOf(names: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const kindOf = (name: string): string =>
    name.endsWith('.amazonaws.com') ? 'Service' : name === OIDC ? 'Federated' : 'AWS';
  return Object.fromEntries(
    [...new Set(names.map(kindOf))].map((kind) => [kind, names.filter((name) => kindOf(name) === kind)]),
  );
}

export function textOf(one: Paper, kind: PolicyKind): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: one.map((statement) => written(statement, kind)),
  });
}

/** The documents of the papers, written by `print`. */
export function layersOf(
  { request: { action }, papers: given }: Asking,
  print: (one: Paper, kind: PolicyKind) => string = textOf,
): Layers {
  const read = (one: Paper, kind: PolicyKind): Document => readDocument(print(one, kind), kind);
  const { boundary, resource, vpce } = given;
  return {
    identity: given.identity.map((one) => read(one, 'identity')),
    session: given.session.map((one) => read(one, 'session')),
    scp: given.scp.map((level) => level.map((one) => read(one, 'scp'))),
    rcp: given.rcp.map((level) => level.map((one) => read(one, 'rcp'))),
    ...(boundary ? { boundary: read(boundary, 'boundary') } : {}),
    ...(resource ? { resource: read(resource, /^sts:assume/i.test(action) ? 'trust' : 'resource') } : {}),
    ...(vpce ? { vpce: read(vpce, 'vpce') } : {}),
  };
}

/** The same papers, each turned into another. */
export function rewrite({ request: asked, papers: given }: Asking, turn: (one: Paper) => Paper): Asking {
  const one = (before: Paper | undefined): Paper | undefined => before && turn(before);
  const { identity, session, scp, rcp, boundary, resource, vpce } = given;
  return {
    request: asked,
    papers: {
      identity: identity.map(turn),
      session: session.map(turn),
      scp: scp.map((level) => level.map(turn)),
      rcp: rcp.map((level) => level.map(turn)),
      boundary: one(boundary),
      resource: one(resource),
      vpce: one(vpce),
    },
  };
}
