// Roles that a profile takes before its command is called, and the files in which their credentials wait until they expire.
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Input } from '#cloud';
import type { Credentials } from '#cloud/services';
import type { Simulation } from '../simulation.ts';
import type { Host, Printed } from './command.ts';
import type { Lookup } from './credentials.ts';
import { generalFault } from './faults.ts';
import { serviceError } from './output/error.ts';

/** Whom a role is asked for. */
export interface Asking {
  readonly simulation: Simulation;
  readonly region: string;
  /** Shows a question on standard error. */
  readonly say: (text: string) => void;
}

export interface RoleWish {
  readonly roleArn: string;
  readonly sessionName: string | undefined;
  readonly externalId: string | undefined;
  readonly mfaSerial: string | undefined;
  readonly seconds: number | undefined;
}

export interface TokenWish {
  readonly roleArn: string;
  readonly sessionName: string | undefined;
  readonly token: string;
}

/** Credentials with less left than this are taken anew. Source: cli-source. */
const WINDOW = 15 * 60_000;

export async function assumeRole(
  asking: Asking,
  host: Host,
  from: Credentials,
  { roleArn, sessionName, externalId, mfaSerial, seconds }: RoleWish,
): Promise<Lookup> {
  const key = present({
    DurationSeconds: seconds,
    ExternalId: externalId,
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    SerialNumber: mfaSerial,
  });
  return kept(asking, host, key, 'assume-role', () => {
    if (mfaSerial === undefined) return taken(asking, from, 'AssumeRole', named(asking, key));
    asking.say(`Enter MFA code for ${mfaSerial}: \n`);
    const [code = ''] = new TextDecoder().decode(host.stdin).split('\n');
    if (code.trim() === '')
      return generalFault(
        `there is nobody to ask for the code of ${mfaSerial}. Give it on standard input: echo 123456 | aws …`,
      );
    return taken(asking, from, 'AssumeRole', named(asking, { ...key, TokenCode: code.trim() }));
  });
}

export async function assumeWithToken(
  asking: Asking,
  host: Host,
  { roleArn, sessionName, token }: TokenWish,
): Promise<Lookup> {
  const key = present({ RoleArn: roleArn, RoleSessionName: sessionName });
  return kept(asking, host, key, 'assume-role-with-web-identity', () =>
    taken(asking, undefined, 'AssumeRoleWithWebIdentity', {
      ...named(asking, key),
      WebIdentityToken: token,
    }),
  );
}

function present(members: Input): Input {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A session without a name is called after the second in which it begins. */
function named({ simulation }: Asking, input: Input): Input {
  return { RoleSessionName: `botocore-session-${Math.floor(simulation.now() / 1000)}`, ...input };
}

interface Taken {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken: string;
  /** Milliseconds since 1970. */
  readonly Expiration: number;
  readonly AccountId?: string;
}

function taken(
  { simulation, region }: Asking,
  from: Credentials | undefined,
  operation: string,
  input: Input,
): Taken | Printed {
  const answer = simulation.call(from, { operation: `sts:${operation}`, input, region });
  if ('fault' in answer) return serviceError(operation, answer.fault);
  const { Credentials: credentials, AssumedRoleUser: user } = answer.reply;
  if (!isTaken(credentials)) throw new Error(`${operation} gave no credentials`);
  const account = isRecord(user) ? String(user['Arn']).split(':')[4] : undefined;
  return { ...credentials, ...(account === undefined ? {} : { AccountId: account }) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isTaken(value: unknown): value is Taken {
  return (
    isRecord(value) && typeof value['AccessKeyId'] === 'string' && typeof value['Expiration'] === 'number'
  );
}

/** The credentials of the file for this wish, or new ones that are put there. Source: cli-source. */
async function kept(
  { simulation }: Asking,
  host: Host,
  wish: Input,
  method: string,
  take: () => Taken | Lookup,
): Promise<Lookup> {
  const path = `${host.home}/.aws/cli/cache/${bytesToHex(sha1(utf8ToBytes(pythonJson(wish))))}.json`;
  const before = cached(await host.read(path));
  if (before && before.Expiration - simulation.now() >= WINDOW) return found(before, method);
  const now = take();
  if (!isTaken(now)) return now;
  await host.write(
    path,
    utf8ToBytes(pythonJson({ Credentials: { ...now, Expiration: written(now.Expiration) } })),
  );
  return found(now, method);
}

function found({ AccessKeyId, SecretAccessKey, SessionToken, Expiration }: Taken, method: string): Lookup {
  return {
    credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
    method,
    expires: Expiration,
  };
}

function written(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}UTC`;
}

function cached(bytes: Uint8Array | undefined): Taken | undefined {
  if (!bytes) return undefined;
  try {
    const file: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const credentials = isRecord(file) ? file['Credentials'] : undefined;
    if (!isRecord(credentials)) return undefined;
    const Expiration = Date.parse(String(credentials['Expiration']).replace('UTC', 'Z'));
    const made = { ...credentials, Expiration };
    return isTaken(made) ? made : undefined;
  } catch {
    return undefined;
  }
}

/** JSON on one line as the command line writes it: a space behind each comma and colon. */
function pythonJson(value: unknown): string {
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${pythonJson(one)}`);
  return `{${members.join(', ')}}`;
}
