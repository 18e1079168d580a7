// `aws configure list`: what a command would use, and where each of it comes from.
import type { CliFault, Printed } from './command.ts';
import type { Setting } from './config.ts';
import { findCredentials, NO_CREDENTIALS, type Source } from './credentials.ts';
import { isCliFault } from './faults.ts';

interface Row {
  readonly value: string;
  readonly from: string;
  readonly where: string;
}

const UNSET: Row = { value: '<not set>', from: 'None', where: 'None' };

/** Both variables that may name a setting, as the list names the one that does. */
const VARIABLES = {
  profile: "['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']",
  region: "['AWS_REGION', 'AWS_DEFAULT_REGION']",
};

export async function listing(source: Source, region: Setting | undefined): Promise<Printed | CliFault> {
  const keys = await keyRows(source);
  if (isCliFault(keys) || 'stdout' in keys) return keys;
  const rows: readonly (readonly [string, Row])[] = [
    ['NAME', { value: 'VALUE', from: 'TYPE', where: 'LOCATION' }],
    ['profile', profileRow(source)],
    ['access_key', keys.id],
    ['secret_key', keys.secret],
    [
      'region',
      region ? { ...region, where: region.from === 'env' ? VARIABLES.region : region.where } : UNSET,
    ],
  ];
  return { stdout: rows.map(([name, row]) => line(name, row)).join(''), stderr: '', exit: 0 };
}

function profileRow({ config: { profile, isProfileOnLine } }: Source): Row {
  if (profile === undefined) return UNSET;
  return isProfileOnLine
    ? { value: profile, from: 'manual', where: '--profile' }
    : { value: profile, from: 'env', where: VARIABLES.profile };
}

function line(name: string, { value, from, where }: Row): string {
  return `${name.padEnd(10)} : ${value.padEnd(24)} : ${from.padEnd(16)} : ${where}\n`;
}

interface KeyRows {
  readonly id: Row;
  readonly secret: Row;
}

async function keyRows(source: Source): Promise<KeyRows | CliFault | Printed> {
  const found = await findCredentials(source);
  if (found === NO_CREDENTIALS) return { id: UNSET, secret: UNSET };
  if (!('credentials' in found)) return found;
  const row = (value: string): Row => ({ value: masked(value), from: found.method, where: '' });
  return { id: row(found.credentials.accessKeyId), secret: row(found.credentials.secretAccessKey) };
}

/** A secret as it is shown: its last four characters. */
export function masked(value: string): string {
  return `${'*'.repeat(16)}${value.slice(-4)}`;
}
