// The policies that somebody has, and the services that each of them allows. Ceilings and resources' policies do not count.
import { isInvalid } from '#evaluator';
import { lookup, roleOf, type Account, type Cloud, type DocumentText, type Identity } from '../cloud.ts';
import { documentOf } from '../read-document.ts';
import { policyArn, policyNameOf, textOfPolicy } from '../managed.ts';
import { found } from './found.ts';
import { groupArn } from './group.ts';
import { SERVICE_NAMES } from './service-names.ts';
import type { EntityAccess } from './state.ts';
import { userArn } from './users.ts';

type EntityType = EntityAccess['type'];

/** A policy that somebody has: managed ones by ARN, inline ones by whose they are. */
export interface HeldPolicy {
  readonly name: string;
  readonly text: DocumentText;
  readonly arn?: string;
  readonly inlineOf?: { readonly type: EntityType; readonly name: string };
}

/** Somebody in an account who can be reported about. */
export interface Entity {
  readonly type: EntityType;
  readonly name: string;
  readonly arn: string;
  readonly is: Pick<Identity, 'id' | 'path' | 'inline' | 'attached'>;
}

/** The user, group or role of an ARN. */
export function entityOf(account: Account, arn: string): Entity | undefined {
  const [, , , , owner = '', resource = ''] = arn.split(':');
  if (owner !== account.id) return undefined;
  const [kind = ''] = resource.split('/');
  const name = resource.split('/').at(-1) ?? '';
  const role = roleOf(account, arn);
  const entity =
    kind === 'user'
      ? userEntity(account, name)
      : kind === 'group'
        ? groupEntity(account, name)
        : role !== undefined && roleEntity(account, role);
  return entity && entity.arn === arn ? entity : undefined;
}

export function userEntity(account: Account, name: string): Entity | undefined {
  const user = found(account.users, name);
  return user && { type: 'USER', ...user, arn: userArn(account, user.name) };
}

export function groupEntity(account: Account, name: string): Entity | undefined {
  const group = found(account.groups, name);
  return group && { type: 'GROUP', ...group, arn: groupArn(account, group.name) };
}

export function roleEntity(account: Account, name: string): Entity | undefined {
  const is = lookup(account.roles, name);
  return is && { type: 'ROLE', name, is, arn: `arn:aws:iam::${account.id}:role${is.path}${name}` };
}

/** Its own policies, then those of a user's groups. Source: ug-last-accessed. */
export function policiesHeld(cloud: Cloud, account: Account, entity: Entity): readonly HeldPolicy[] {
  const groups = entity.type === 'USER' ? (lookup(account.users, entity.name)?.groups ?? []) : [];
  const holders = [entity, ...groups.flatMap((name) => groupEntity(account, name) ?? [])];
  const all = holders.flatMap((holder) => ownPolicies(cloud, account, holder));
  const keyOf = ({ arn, name, inlineOf }: HeldPolicy): string => arn ?? `${inlineOf?.name ?? ''}/${name}`;
  return [...new Map(all.map((policy) => [keyOf(policy), policy])).values()];
}

function ownPolicies(cloud: Cloud, account: Account, { type, name, is }: Entity): readonly HeldPolicy[] {
  return [
    ...is.attached.flatMap((policy) => managed(cloud, account, policy) ?? []),
    ...Object.entries(is.inline).map(([policy, text]) => ({
      name: policy,
      text,
      inlineOf: { type, name },
    })),
  ];
}

function managed(cloud: Cloud, account: Account, name: string): HeldPolicy | undefined {
  const text = textOfPolicy(cloud, account, name);
  if (text === undefined) return undefined;
  return { name: name.split('/').at(-1) ?? name, text, arn: policyArn(account, name) };
}

/** The managed policy of an ARN, and everybody who has it; of a group its members. */
export function holdersOf(
  cloud: Cloud,
  account: Account,
  arn: string,
): { readonly policy: HeldPolicy; readonly entities: readonly Entity[] } | undefined {
  const name = policyNameOf(cloud, account, arn);
  const policy = name === undefined ? undefined : managed(cloud, account, name);
  if (name === undefined || !policy) return undefined;
  const having = <T extends { readonly attached: readonly string[] }>(named: Readonly<Record<string, T>>) =>
    Object.entries(named)
      .filter(([, { attached }]) => attached.includes(name))
      .map(([one]) => one);
  const groups = new Set(having(account.groups));
  const members = Object.entries(account.users).filter(([, user]) =>
    user.groups.some((one) => groups.has(one)),
  );
  const users = new Set([...having(account.users), ...members.map(([one]) => one)]);
  const entities = [
    ...[...users].flatMap((one) => userEntity(account, one) ?? []),
    ...having(account.roles).flatMap((one) => roleEntity(account, one) ?? []),
  ];
  return { policy, entities };
}

/** Those whose use counts for an entity: of a group its members. */
export function actorsOf(account: Account, entity: Entity): readonly Entity[] {
  if (entity.type !== 'GROUP') return [entity];
  return Object.entries(account.users)
    .filter(([, { groups }]) => groups.includes(entity.name))
    .flatMap(([name]) => userEntity(account, name) ?? []);
}

/** The namespaces of the services of which a document allows some action, whatever it denies. */
export function servicesAllowed(
  text: DocumentText,
  kind: 'identity' | 'scp' = 'identity',
): ReadonlySet<string> {
  const document = documentOf(text, kind);
  if (isInvalid(document)) return new Set();
  const all = Object.keys(SERVICE_NAMES);
  const allowed = document.statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ action }) => {
      const patterns = action.patterns.map(({ value }) => value.toLowerCase());
      if (!action.not) return all.filter((service) => patterns.some((pattern) => names(pattern, service)));
      return all.filter((service) => !patterns.some((pattern) => names(pattern, service, '*')));
    });
  return new Set(allowed);
}

/** Does a pattern of actions speak of a service? @param actions what must stand behind the colon; anything when absent */
function names(pattern: string, service: string, actions?: string): boolean {
  if (pattern === '*') return true;
  const [prefix = '', rest = ''] = pattern.split(':');
  if (actions !== undefined && rest !== actions) return false;
  return isLike(prefix, service);
}

function isLike(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);
}
