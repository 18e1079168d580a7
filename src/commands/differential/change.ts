// Changes to a line that the oddities are made of.
import type { Line } from '../peer/simulation.ts';
import type { Chance } from './chance.ts';

export type Oddity = (line: Line, chance: Chance) => Line;
export type Fields = Readonly<Record<string, unknown>>;
type Context = Line['request']['context'];

const VERSION = '2012-10-17';

export const documentOf = (statement: Fields, version = VERSION): Fields => ({
  Version: version,
  Statement: [statement],
});

export const OPEN = documentOf({ Effect: 'Allow', Action: '*', Resource: '*' });

/** One more statement that decides: it allows or denies the very action and resource, but for what it says itself. */
export function saying(line: Line, chance: Chance, statement: Fields, version = VERSION): Line {
  const { action, resource } = line.request;
  const effect = chance.pick(['Allow', 'Deny']);
  const says = { Effect: effect, Action: action, Resource: resource, ...statement };
  if (line.principal.account === null)
    return { ...line, resourcePolicy: documentOf({ Principal: '*', ...says }, version) };
  const others = effect === 'Deny' ? [...line.identityPolicies, OPEN] : [];
  return { ...line, identityPolicies: [...others, documentOf(says, version)] };
}

export interface When {
  readonly operators: readonly [string, ...string[]];
  readonly key: string;
  readonly given: readonly [unknown, ...unknown[]];
  /** Absent: the request does not carry the key. */
  readonly asked?: readonly [string | readonly string[], ...(string | readonly string[])[]];
  /** What else the request carries. */
  readonly context?: Context;
  readonly version?: string;
}

/** A statement that decides by one condition. */
export function when({ operators, key, given, asked, context = {}, version = VERSION }: When): Oddity {
  return (line, chance) => {
    const own: Context = asked ? { [key]: chance.pick(asked) } : {};
    const condition = { Condition: { [chance.pick(operators)]: { [key]: chance.pick(given) } } };
    return saying(asking(without(line, key), { ...context, ...own }), chance, condition, version);
  };
}

function asking(line: Line, context: Context): Line {
  return { ...line, request: { ...line.request, context: { ...line.request.context, ...context } } };
}

function without(line: Line, ...keys: readonly string[]): Line {
  const kept = Object.entries(line.request.context).filter(([key]) => !keys.includes(key));
  return { ...line, request: { ...line.request, context: Object.fromEntries(kept) } };
}

export function askingFor(line: Line, action: string, resource: string, resourceAccount: string): Line {
  return { ...line, request: { ...line.request, action, resource, resourceAccount } };
}

/** The keys that say who calls go with the caller. */
export function calledBy(line: Line, principal: Line['principal']): Line {
  return { ...without(line, 'aws:username', 'aws:PrincipalAccount', 'aws:PrincipalArn'), principal };
}

/** A caller without an account has neither policies nor ceilings of its own. */
export function calledFromOutside({ request, ...line }: Line, principal: Line['principal']): Line {
  const { resourceControlPolicies, resourcePolicy, vpcEndpointPolicy } = line;
  return calledBy(
    {
      principal,
      request,
      identityPolicies: [],
      ...(resourceControlPolicies ? { resourceControlPolicies } : {}),
      ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
      ...(vpcEndpointPolicy === undefined ? {} : { vpcEndpointPolicy }),
    },
    principal,
  );
}

export function withoutResourcePolicy(line: Line): Line {
  const kept = { ...line };
  delete kept.resourcePolicy;
  return kept;
}
