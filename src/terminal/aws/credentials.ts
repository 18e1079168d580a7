// Whose credentials a command uses: the places where the command line looks, one after the other.
import type { Credentials } from '#cloud/services';
import { assumeRole, assumeWithToken, type Asking } from './assumed.ts';
import type { CliFault, Host, Printed } from './command.ts';
import { optionOf, pathIn, variable, type Config } from './config.ts';
import { generalFault } from './faults.ts';
import type { Section } from './ini.ts';

export interface Found {
  readonly credentials: Credentials;
  /** The place, as `aws configure list` names it. */
  readonly method: string;
  /** Milliseconds since 1970, for credentials that end. */
  readonly expires?: number;
}

/** Credentials, a fault of the configuration, or what a refused AssumeRole prints. */
export type Lookup = Found | CliFault | Printed;

export const NO_CREDENTIALS: CliFault = {
  exit: 253,
  message:
    '\naws: [ERROR]: An error occurred (NoCredentials): Unable to locate credentials. You can configure credentials by running "aws login".',
};

/** What looking needs besides the files. */
export interface Source {
  readonly config: Config;
  readonly host: Host;
  readonly asking: Asking;
  /** The role of the computer, when it has one. */
  readonly instance?: () => Found | undefined;
}

/** Looks in the order of the command line. Source: cli-source. */
export async function findCredentials(source: Source): Promise<Lookup> {
  const { config, host } = source;
  const name = config.profile ?? 'default';
  const fromEnv = config.isProfileOnLine ? undefined : envCredentials(host);
  return (
    fromEnv ??
    (takesRole(config.own) ? await roleCredentials(source, name, [name]) : undefined) ??
    (await profileCredentials(source, name, !config.isProfileOnLine)) ??
    instanceCredentials(source) ??
    NO_CREDENTIALS
  );
}

function envCredentials({ env }: Host): Lookup | undefined {
  const accessKeyId = variable(env, 'AWS_ACCESS_KEY_ID');
  if (accessKeyId === undefined) return undefined;
  const secretAccessKey = variable(env, 'AWS_SECRET_ACCESS_KEY');
  if (secretAccessKey === undefined) return partial('env', 'AWS_SECRET_ACCESS_KEY');
  const sessionToken = variable(env, 'AWS_SECURITY_TOKEN') ?? variable(env, 'AWS_SESSION_TOKEN');
  const until = Date.parse(variable(env, 'AWS_CREDENTIAL_EXPIRATION') ?? '');
  return {
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    method: 'env',
    ...(Number.isNaN(until) ? {} : { expires: until }),
  };
}

function partial(place: string, missing: string): CliFault {
  return generalFault(`Partial credentials found in ${place}, missing: ${missing}`);
}

function instanceCredentials({ instance, host }: Source): Found | undefined {
  return host.env.get('AWS_EC2_METADATA_DISABLED')?.toLowerCase() === 'true' ? undefined : instance?.();
}

/** What a profile says by itself, of whichever kind. */
async function profileCredentials(
  source: Source,
  name: string,
  withVariables: boolean,
): Promise<Lookup | undefined> {
  const { config } = source;
  const section: Section = config.profiles.get(name) ?? new Map();
  const token = await tokenCredentials(source, section, withVariables);
  if (token) return token;
  const sso = ['sso_session', 'sso_start_url', 'login_session'].find((key) => section.has(key));
  if (sso !== undefined)
    return generalFault(`The profile (${name}) signs in with ${sso}, and that is not simulated here`);
  const kept = keys(config.credentials.get(name), 'shared-credentials-file');
  if (kept) return kept;
  if (section.has('credential_process'))
    return generalFault(`The profile (${name}) has a credential_process, and no other program runs here`);
  return keys(config.settings.get(name), 'config-file');
}

function keys(section: Section | undefined, method: string): Lookup | undefined {
  const accessKeyId = section && optionOf(section, 'aws_access_key_id');
  if (!section || accessKeyId === undefined) return undefined;
  const secretAccessKey = optionOf(section, 'aws_secret_access_key');
  if (secretAccessKey === undefined) return partial(method, 'aws_secret_access_key');
  const sessionToken = optionOf(section, 'aws_security_token') ?? optionOf(section, 'aws_session_token');
  return {
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    method,
  };
}

function takesRole(section: Section): boolean {
  return section.has('role_arn') && !section.has('web_identity_token_file');
}

/** A role whose credentials come from another profile or place. `visited` are the profiles on the way, the first one first. */
async function roleCredentials(source: Source, name: string, visited: readonly string[]): Promise<Lookup> {
  const section: Section = source.config.profiles.get(name) ?? new Map();
  const from = await sourceCredentials(source, name, section, visited);
  if (!('credentials' in from)) return from;
  const seconds = Number(optionOf(section, 'duration_seconds'));
  return assumeRole(source.asking, source.host, from.credentials, {
    roleArn: optionOf(section, 'role_arn') ?? '',
    sessionName: optionOf(section, 'role_session_name'),
    externalId: optionOf(section, 'external_id'),
    mfaSerial: optionOf(section, 'mfa_serial'),
    seconds: Number.isInteger(seconds) && seconds !== 0 ? seconds : undefined,
  });
}

async function sourceCredentials(
  source: Source,
  name: string,
  section: Section,
  visited: readonly string[],
): Promise<Lookup> {
  const place = optionOf(section, 'credential_source');
  const other = optionOf(section, 'source_profile');
  if (place !== undefined && other !== undefined)
    return generalFault(`The profile "${name}" contains both source_profile and credential_source.`);
  if (place !== undefined) return placeCredentials(source, name, place);
  if (other === undefined) return partial('assume-role', 'source_profile or credential_source');
  const next = source.config.profiles.get(other);
  if (!next)
    return generalFault(`The source_profile "${other}" referenced in the profile "${name}" does not exist.`);
  const hasKeys = next.has('aws_access_key_id') || next.has('aws_secret_access_key');
  if (visited.includes(other) && (other !== name || !hasKeys)) {
    const list = visited.map((one) => `'${one}'`).join(', ');
    return generalFault(
      `Infinite loop in credential configuration detected. Attempting to load from profile ${other} which has already been visited. Visited profiles: [${list}]`,
    );
  }
  if (!hasKeys && takesRole(next)) return roleCredentials(source, other, [...visited, other]);
  return (
    (await profileCredentials(source, other, false)) ??
    generalFault(`The source profile "${other}" must have credentials.`)
  );
}

function placeCredentials(source: Source, name: string, place: string): Lookup {
  const find = {
    Environment: () => envCredentials(source.host),
    Ec2InstanceMetadata: () => instanceCredentials(source),
    EcsContainer: () => undefined,
  };
  const kind = (['Environment', 'Ec2InstanceMetadata', 'EcsContainer'] as const).find((one) => one === place);
  if (!kind)
    return generalFault(`The credential source "${place}" referenced in profile "${name}" is not valid.`);
  return (
    find[kind]() ??
    generalFault(
      `Error when retrieving credentials from ${place}: No credentials found in credential_source referenced in profile ${name}`,
    )
  );
}

/** A role taken with a token that lies in a file. */
async function tokenCredentials(
  { host, asking }: Source,
  section: Section,
  withVariables: boolean,
): Promise<Lookup | undefined> {
  const setting = (key: string, name: string): string | undefined =>
    (withVariables ? host.env.get(name) : undefined) ?? optionOf(section, key);
  const path = setting('web_identity_token_file', 'AWS_WEB_IDENTITY_TOKEN_FILE');
  if (path === undefined || path === '') return undefined;
  const roleArn = setting('role_arn', 'AWS_ROLE_ARN');
  if (roleArn === undefined || roleArn === '')
    return generalFault(
      'The provided profile or the current environment is configured to assume role with web identity but has no role ARN configured. Ensure that the profile has the role_arnconfiguration set or the AWS_ROLE_ARN env var is set.',
    );
  const bytes = await host.read(pathIn(host, path));
  if (!bytes) return generalFault(`[Errno 2] No such file or directory: '${path}'`);
  return assumeWithToken(asking, host, {
    roleArn,
    sessionName: setting('role_session_name', 'AWS_ROLE_SESSION_NAME'),
    token: new TextDecoder().decode(bytes),
  });
}
