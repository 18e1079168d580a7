// Finding a key by any of its names, and what may be done with it in its state. What its policy says is not known here.
import { lookup, withAccount, type Account, type Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, type Input, type Site } from '../operation.ts';
import type { KmsKey, KmsState } from './state.ts';

export interface FoundKey {
  readonly owner: Account;
  readonly id: string;
  readonly arn: string;
  readonly key: KmsKey;
  /** The alias that the call names it by, such as `alias/orders`. */
  readonly alias?: string;
}

const NOTHING: KmsState = { keys: {}, aliases: {} };

export function stateOf(account: Account): KmsState {
  return account.kms ?? NOTHING;
}

export function keyArn(account: string, region: string, id: string): string {
  return `arn:aws:kms:${region}:${account}:key/${id}`;
}

export function aliasArn(account: string, region: string, alias: string): string {
  return `arn:aws:kms:${region}:${account}:${alias}`;
}

const ARN = /^arn:aws[\w-]*:kms:([a-z0-9-]+):(\d{12}):((?:key|alias)\/.+)$/;
const KEY_ID = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The key that a text names: an id, an alias, or the ARN of either. Source: api-kms. */
export function findKey(
  { cloud, account, region }: Pick<Site, 'cloud' | 'account' | 'region'>,
  text: string,
): FoundKey | Refused {
  const parts = ARN.exec(text);
  if (!parts && text.startsWith('arn:'))
    return fault('InvalidArnException', `Invalid arn ${text.split(':')[3] ?? ''}`);
  const [, place = region, number = account.id, name = text.startsWith('alias/') ? text : `key/${text}`] =
    parts ?? [];
  const owner = lookup(cloud.accounts, number);
  if (place !== region) return fault('NotFoundException', `Invalid arn ${place}`);
  if (name.startsWith('alias/')) return byAlias(cloud, owner, aliasArn(number, place, name), name);
  const id = name.slice('key/'.length);
  if (!KEY_ID.test(id)) return fault('NotFoundException', `Invalid keyId '${id}'`);
  return byId(cloud, owner, place, id) ?? missing(keyArn(number, place, id));
}

function missing(arn: string): Refused {
  return fault('NotFoundException', `Key '${arn}' does not exist`);
}

function byAlias(cloud: Cloud, owner: Account | undefined, arn: string, alias: string): FoundKey | Refused {
  const known = owner && lookup(stateOf(owner).aliases, arn);
  const found = known && byId(cloud, owner, arn.split(':')[3] ?? '', known.key);
  return found ? { ...found, alias } : fault('NotFoundException', `Alias ${arn} is not found.`);
}

function byId(cloud: Cloud, owner: Account | undefined, region: string, id: string): FoundKey | undefined {
  const key = owner && lookup(stateOf(owner).keys, id);
  if (!owner || !key || key.region !== region || isGone(cloud, key)) return undefined;
  return { owner, id, arn: keyArn(owner.id, region, id), key };
}

/** A key whose waiting time is over. */
export function isGone(cloud: Cloud, { deletes }: KmsKey): boolean {
  return deletes !== undefined && deletes <= cloud.time;
}

/** The key that the input's `KeyId` names. */
export function keyIn(site: Site, input: Input): FoundKey | Refused {
  return findKey(site, textOf(input, 'KeyId'));
}

/** What stands in the way of using a key. Source: kms-key-states. */
export function unusable({ arn, key }: FoundKey): Refused | undefined {
  return pending(arn, key) ?? (key.enabled ? undefined : fault('DisabledException', `${arn} is disabled.`));
}

/** What stands in the way of changing a key. Source: kms-key-states. */
export function pending(arn: string, key: KmsKey): Refused | undefined {
  if (key.deletes === undefined) return undefined;
  return fault('KMSInvalidStateException', `${arn} is pending deletion.`);
}

/** The cloud with another state of one key. */
export function withKey(cloud: Cloud, owner: string, id: string, key: KmsKey): Cloud {
  const account = lookup(cloud.accounts, owner);
  if (!account) return cloud;
  const kms = stateOf(account);
  return withAccount(cloud, { ...account, kms: { ...kms, keys: { ...kms.keys, [id]: key } } });
}
