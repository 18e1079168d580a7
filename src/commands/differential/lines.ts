// Random lines of the evaluate door that both evaluators can read: documents as AWS takes them, about a request that AWS
// knows. About one line in six has something rare in it, from `odd-conditions.ts` or `odd-requests.ts`, so that no single rarity is common.
import type { Line } from '../peer/simulation.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { Fields, Oddity } from './change.ts';
import { ODD_CONDITIONS } from './odd-conditions.ts';
import { ODD_REQUESTS } from './odd-requests.ts';
import { CALLERS, KEYS, NAMES, TARGETS, type Caller, type Key, type Target } from './vocabulary.ts';

/** @param number of the line: each is made of the seed and its number alone */
export function lineOf(seed: number, number: number): Line {
  const chance = chanceOf(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const line = commonLine(chance);
  if (!chance.holds(1 / 6)) return line;
  const odd = ODDITIES[Math.floor(chance.next() * ODDITIES.length)];
  return odd ? odd(line, chance) : line;
}

const ODDITIES: readonly Oddity[] = [...ODD_CONDITIONS, ...ODD_REQUESTS];

function commonLine(chance: Chance): Line {
  const caller = chance.pick(CALLERS);
  const target = chance.pick(TARGETS);
  const make = (place: Place): Fields => documentFor(chance, place, caller, target);
  const isTrust = target.action === 'sts:AssumeRole';
  const hasAccount = caller.account !== null;
  const list = (place: Place, least: number, most: number): Fields[] =>
    chance.several(least, most, () => make(place));
  return {
    principal: caller,
    request: {
      action: target.action,
      resource: target.resource,
      resourceAccount: target.account,
      context: contextOf(chance, caller),
    },
    identityPolicies: hasAccount ? list('own', 0, 2) : [],
    ...(hasAccount && chance.holds(0.2) ? { permissionsBoundary: make('own') } : {}),
    ...(hasAccount && chance.holds(0.25)
      ? { serviceControlPolicies: chance.several(1, 3, () => list('guard', 1, 2)) }
      : {}),
    ...(chance.holds(0.15) ? { resourceControlPolicies: chance.several(1, 2, () => [make('rcp')]) } : {}),
    ...(isTrust || target.action.startsWith('kms:') || chance.holds(0.6)
      ? { resourcePolicy: make(isTrust ? 'trust' : 'resource') }
      : {}),
    ...(chance.holds(0.06) ? { vpcEndpointPolicy: make('endpoint') } : {}),
  };
}

function contextOf(chance: Chance, { type, arn, account, roleArn }: Caller): Line['request']['context'] {
  const context: Record<string, string | readonly string[]> = {};
  if (type === 'user' && arn !== null) context['aws:username'] = arn.split('/').at(-1) ?? '';
  if (account !== null && arn !== null) {
    context['aws:PrincipalAccount'] = account;
    context['aws:PrincipalArn'] = roleArn ?? arn;
  }
  for (const { name, asked } of KEYS) if (chance.holds(0.6)) context[name] = chance.pick(asked);
  return context;
}

type Place = 'own' | 'guard' | 'rcp' | 'resource' | 'trust' | 'endpoint';

function documentFor(chance: Chance, place: Place, caller: Caller, target: Target): Fields {
  const open = place === 'guard' ? 0.7 : place === 'endpoint' ? 0.5 : place === 'rcp' ? 0 : 0.15;
  if (chance.holds(open)) return { Version: '2012-10-17', Statement: [openTo(place)] };
  return {
    Version: '2012-10-17',
    Statement: chance.several(1, 3, () => statementFor(chance, place, caller, target)),
  };
}

function openTo(place: Place): Fields {
  const who = place === 'own' || place === 'guard' ? {} : { Principal: '*' };
  const [service, resource] = place === 'trust' ? ['sts:AssumeRole', {}] : ['*', { Resource: '*' }];
  return { Effect: 'Allow', ...who, Action: service, ...resource };
}

function statementFor(chance: Chance, place: Place, caller: Caller, target: Target): Fields {
  const isDeny = place === 'rcp' || chance.holds(0.2);
  const who =
    place === 'own' || place === 'guard'
      ? {}
      : place === 'rcp' || place === 'endpoint'
        ? { Principal: '*' }
        : { Principal: principalFor(chance, caller) };
  return {
    Effect: isDeny ? 'Deny' : 'Allow',
    ...who,
    ...actionsFor(chance, place, target),
    ...(place === 'trust' ? {} : resourcesFor(chance, place, target, caller)),
    ...(chance.holds(0.45) ? { Condition: conditionFor(chance) } : {}),
  };
}

function principalFor(chance: Chance, caller: Caller): unknown {
  if (chance.holds(0.12)) return '*';
  const own = [caller.arn, caller.roleArn, caller.account, caller.arn].filter(
    (name) => typeof name === 'string',
  );
  const [first, ...rest] = own;
  if (caller.type === 'service')
    return chance.holds(0.7) ? { Service: caller.arn } : { AWS: chance.pick(NAMES) };
  const name = (): string =>
    first !== undefined && chance.holds(0.6) ? chance.pick([first, ...rest]) : chance.pick(NAMES);
  return { AWS: oneOrMore(chance, name) };
}

function oneOrMore<T>(chance: Chance, make: () => T): T | T[] {
  return chance.holds(0.6) ? make() : chance.several(1, 3, make);
}

function actionsFor(chance: Chance, place: Place, { action }: Target): Fields {
  const [service = '', name = ''] = action.split(':');
  const near = [
    action,
    action,
    `${service}:*`,
    `${service}:${name.slice(0, 3)}*`,
    `${service}:?${name.slice(1)}`,
  ];
  const far = ['s3:PutObject', 'sqs:*', 'dynamodb:*Item', 'sts:AssumeRole'];
  const all =
    place === 'rcp'
      ? near
      : place === 'trust'
        ? [action, 'sts:*', 'sts:Assume*']
        : [...near, ...near, ...far, '*'];
  const one = (): string => chance.pick([action, ...all]);
  return place !== 'rcp' && place !== 'trust' && chance.holds(0.08)
    ? { NotAction: oneOrMore(chance, one) }
    : { Action: oneOrMore(chance, one) };
}

function resourcesFor(chance: Chance, place: Place, { resource }: Target, { type }: Caller): Fields {
  const cut = resource.lastIndexOf(resource.includes('/') ? '/' : ':') + 1;
  const near = [
    resource,
    `${resource.slice(0, cut)}*`,
    `${resource.slice(0, -1)}?`,
    `${resource.slice(0, -2)}*`,
  ];
  const far = [
    ...(type === 'user' ? ['arn:aws:s3:::data/home/${aws:username}/*'] : []),
    'arn:aws:s3:::other/*',
    `arn:aws:sqs:us-east-1:*:jobs`,
  ];
  const one = (): string => chance.pick(['*', ...near, ...near, ...far]);
  return place !== 'rcp' && chance.holds(0.08)
    ? { NotResource: oneOrMore(chance, one) }
    : { Resource: oneOrMore(chance, one) };
}

function conditionFor(chance: Chance): Fields {
  const block: Record<string, Record<string, unknown>> = {};
  for (const key of chance.several(1, 2, () => chance.pick(KEYS))) {
    const operator = operatorFor(chance, key);
    const given = oneOrMore(chance, () =>
      operator === 'Null' ? chance.pick(['true', 'false']) : chance.pick(key.given),
    );
    block[operator] = { ...block[operator], [key.name]: given };
  }
  return block;
}

function operatorFor(chance: Chance, { operators, isMulti }: Key): string {
  if (chance.holds(0.08)) return 'Null';
  const plain = chance.pick(operators);
  if (isMulti) return `${chance.pick(['ForAllValues', 'ForAnyValue'])}:${plain}`;
  return chance.holds(0.15) ? `${plain}IfExists` : plain;
}
