// Random policy documents around one request, so that they often speak about it. It knows no decision.
import fc from 'fast-check';
import type { Caller } from '../second-reading/line.ts';
import { conditionBlock } from './conditions.ts';
import { namesOf, NAMES, OTHER_NAMES, type NameOf, type Target } from './vocabulary.ts';

export interface Scene {
  readonly caller: Caller;
  readonly target: Target;
  /** May a document of this scene be one that cannot be read? */
  readonly mayBreak: boolean;
}

/** What a document of a place looks like. */
export interface Place {
  readonly principals: 'none' | 'named' | 'everybody';
  readonly hasResource: boolean;
  readonly effects: readonly ('Allow' | 'Deny')[];
}

type Fields = Readonly<Record<string, unknown>>;

const oneOrMore = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(one, one, fc.array(one, { minLength: 1, maxLength: 3 }));

function actionsFor({ action }: Target): fc.Arbitrary<string> {
  const [service = '', name = ''] = action.split(':');
  const near = [action, action.toUpperCase(), `${service}:*`, `${service}:${name.slice(0, 3)}*`, '*'];
  const close = [`${service}:?${name.slice(1)}`, `${service}:*${name.slice(-4)}`, `${service}:${name}?`];
  return fc.constantFrom(...near, ...near, ...close, 's3:PutObject', 'sqs:*', 'sts:assumerole');
}

function resourcesFor({ resource }: Target): fc.Arbitrary<string> {
  const [, partition = '', service = '', region = '', account = '', ...rest] = resource.split(':');
  const last = rest.join(':');
  const head = `arn:${partition}:${service}:${region}:${account}`;
  const folder = last.slice(0, last.lastIndexOf('/') + 1);
  const before = last.slice(0, -1);
  const fits = [`${head}:${before}*`, `${head}:${before}?`, `${head}:${folder}*`, `${head}:*`];
  const variables = [
    '${aws:username}',
    '${AWS:UserName}',
    "${aws:PrincipalTag/team, 'red'}",
    '${aws:TagKeys}',
  ];
  const filled = variables.map((name) => `${head}:${last.replace(/ana|red/, name)}`);
  const tricky = [
    `arn:${partition}:*:${last}`,
    `arn:*`,
    `arn*:${last}`,
    `arn:${partition.charAt(0)}*${service.slice(-1)}:${region}:${account}:${last}`,
    `arn:${partition}:${service}:*`,
    `arn:${partition}:${service.charAt(0)}*:${region}:${account}:${last}`,
    `arn:aws-cn:${service}:${region}:${account}:${last}`,
    `${head}:${last.toLowerCase()}`,
    `${head}:${last.replace('*', '${*}')}`,
    `${head}:data/a\${*}b`,
    `${head}:`,
  ];
  const own = resource === '*' ? ['*', 'arn:aws:s3:::*'] : [resource, '*', ...fits];
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('*', resource, ...own) },
    { weight: 1, arbitrary: fc.constantFrom(...filled) },
    { weight: 1, arbitrary: fc.constantFrom(...tricky) },
  );
}

/** Names to a Principal element: `"*"` alone, else kinds with one name or several. */
function principalOf(names: readonly NameOf[]): unknown {
  const kinds: Record<string, string | string[]> = {};
  for (const [kind, text] of names) {
    const known = kinds[kind];
    kinds[kind] = known === undefined ? text : [known, text].flat();
  }
  return kinds;
}

function principalFor(caller: Caller): fc.Arbitrary<unknown> {
  const roles = [caller.roleArn, caller.issuerArn].filter((arn) => arn !== undefined);
  const own = fc.constantFrom(...namesOf(caller), ...roles.map((arn): NameOf => ['AWS', arn]));
  const any = fc.constantFrom(...NAMES, ...OTHER_NAMES);
  const name = fc.oneof({ weight: 3, arbitrary: own }, { weight: 1, arbitrary: any });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant('*') },
    { weight: 6, arbitrary: fc.array(name, { minLength: 1, maxLength: 3 }).map(principalOf) },
  );
}

/** A list that is often complete or lacks one name, so that a caller is spared or just not. */
function exceptionFor(caller: Caller): fc.Arbitrary<unknown> {
  const isAccount = ([, text]: NameOf): boolean => text === caller.account || text.endsWith(':root');
  const own = namesOf(caller);
  const needed = [...own.filter((name) => !isAccount(name)), ...own.filter(isAccount).slice(0, 1)];
  const almost = fc.subarray(needed, { minLength: Math.max(0, needed.length - 1) });
  const more = fc.array(fc.constantFrom(...NAMES, ...OTHER_NAMES), { maxLength: 1 });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant('*') },
    { weight: 2, arbitrary: fc.constant(principalOf(own)) },
    { weight: 5, arbitrary: fc.tuple(almost, more).map(([some, other]) => principalOf([...some, ...other])) },
  );
}

const often = (weight: number, name: string, not: string): fc.Arbitrary<string> =>
  fc.oneof({ weight, arbitrary: fc.constant(name) }, { weight: 1, arbitrary: fc.constant(not) });

function statementFor({ caller, target }: Scene, place: Place): fc.Arbitrary<Fields> {
  return fc
    .record({
      effect: fc.constantFrom(...place.effects),
      actions: oneOrMore(actionsFor(target)),
      action: often(9, 'Action', 'NotAction'),
      resources: oneOrMore(resourcesFor(target)),
      resource: often(9, 'Resource', 'NotResource'),
      named: principalFor(caller),
      exception: exceptionFor(caller),
      excludes: fc.constantFrom(false, false, true),
      condition: fc.option(conditionBlock, { freq: 2, nil: undefined }),
      sid: fc.constantFrom(undefined, undefined, 'First'),
    })
    .map((s): Fields => {
      const excludes = place.principals === 'named' && place.hasResource && s.effect === 'Deny' && s.excludes;
      const principal = place.principals === 'named' ? { Principal: s.named } : { Principal: '*' };
      return {
        ...(s.sid === undefined ? {} : { Sid: s.sid }),
        Effect: s.effect,
        ...(place.principals === 'none' ? {} : excludes ? { NotPrincipal: s.exception } : principal),
        [s.action]: s.actions,
        ...(place.hasResource ? { [s.resource]: s.resources } : {}),
        ...(s.condition === undefined ? {} : { Condition: s.condition }),
      };
    });
}

const VERSIONS = [
  '2012-10-17',
  '2012-10-17',
  '2012-10-17',
  '2012-10-17',
  '2012-10-17',
  '2008-10-17',
  undefined,
];

/** Everything is allowed to whomever the place can name. */
const openTo = (place: Place): Fields => ({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    ...(place.principals === 'none' ? {} : { Principal: '*' }),
    Action: '*',
    ...(place.hasResource ? { Resource: '*' } : {}),
  },
});

/** Ways to spoil one statement. */
const SPOIL: readonly ((statement: Fields) => Fields)[] = [
  (s) => ({ ...s, Effect: s.Effect === 'Deny' ? undefined : 'allow' }),
  (s) => ({ ...s, Actions: 's3:*' }),
  (s) => ({ ...s, Action: '*', NotAction: 's3:*' }),
  (s) => ({ ...s, Action: undefined, NotAction: undefined }),
  (s) => ({ ...s, Condition: { stringEquals: { 'aws:username': 'ana' } } }),
  (s) => ({ ...s, Condition: { StringMatches: { 'aws:username': 'ana' } } }),
  (s) => ({ ...s, Condition: { NullIfExists: { 'aws:username': 'true' } } }),
  (s) => ({ ...s, Condition: { 'forAnyValue:StringEquals': { 'aws:username': 'ana' } } }),
  (s) => ({ ...s, NotPrincipal: undefined, Principal: { User: 'ana' } }),
];

const MISS_RESOURCE = (s: Fields): Fields => ({ ...s, Resource: undefined, NotResource: undefined });
const MISS_PRINCIPAL = (s: Fields): Fields => ({ ...s, Principal: undefined, NotPrincipal: undefined });

function brokenFrom(statement: fc.Arbitrary<Fields>, place: Place): fc.Arbitrary<unknown> {
  const missing = [
    ...(place.hasResource ? [MISS_RESOURCE] : []),
    ...(place.principals === 'named' ? [MISS_PRINCIPAL] : []),
  ];
  const spoilt = fc
    .tuple(statement, fc.constantFrom(...SPOIL, ...missing))
    .map(([s, spoil]): unknown =>
      JSON.parse(JSON.stringify({ Version: '2012-10-17', Statement: [s, spoil(s)] })),
    );
  const twice = statement.map((s) => `{"Statement":[],"Statement":[${JSON.stringify(s)}]}`);
  const whole = fc.constantFrom<unknown>({ Version: '2012-10-17' }, '{"Version":', '', {
    Statement: [],
    State: [],
  });
  return fc.oneof({ weight: 3, arbitrary: spoilt }, twice, whole);
}

/** A document of a place; `open` in ten of them allow everything. */
export function documentFor(scene: Scene, place: Place, open: number): fc.Arbitrary<unknown> {
  const statement = statementFor(scene, place);
  const made = fc
    .record({
      version: fc.constantFrom(...VERSIONS),
      statements: fc.oneof(statement, fc.array(statement, { minLength: 1, maxLength: 3 })),
    })
    .map(({ version, statements }): Fields => ({
      ...(version === undefined ? {} : { Version: version }),
      Statement: statements,
    }));
  const whole = fc.oneof(
    { weight: open * 5, arbitrary: fc.constant(openTo(place)) },
    { weight: 50 - open * 5, arbitrary: made },
    { weight: scene.mayBreak ? 1 : 0, arbitrary: brokenFrom(statement, place) },
  );
  return fc
    .tuple(whole, fc.constantFrom(false, false, false, false, false, true))
    .map(([value, asText]) => (asText && typeof value !== 'string' ? JSON.stringify(value) : value));
}
