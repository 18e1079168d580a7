// `aws configure export-credentials`: the credentials that a command would use, written for another program.
import type { CliFault, Printed } from './command.ts';
import { findCredentials, NO_CREDENTIALS, type Source } from './credentials.ts';
import { isoTime } from './output/shaped.ts';

type Names = readonly (readonly [name: string, value: string])[];

const line =
  (write: (name: string, value: string) => string) =>
  (variables: Names): string =>
    variables.map(([name, value]) => `${write(name, value)}\n`).join('');

const FORMATS: Readonly<Record<string, (variables: Names) => string>> = {
  process: (variables) => `${JSON.stringify({ Version: 1, ...members(variables) }, null, 2)}\n`,
  env: line((name, value) => `export ${name}=${value}`),
  'env-no-export': line((name, value) => `${name}=${value}`),
  powershell: line((name, value) => `$Env:${name}="${value}"`),
  'windows-cmd': line((name, value) => `set ${name}=${value}`),
  fish: line((name, value) => `set -gx ${name} "${value}"`),
};

export const EXPORT_FORMATS = Object.keys(FORMATS);

/** Variables and the members that say the same to a program that asks for credentials. */
const MEMBERS: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: 'AccessKeyId',
  AWS_SECRET_ACCESS_KEY: 'SecretAccessKey',
  AWS_SESSION_TOKEN: 'SessionToken',
  AWS_CREDENTIAL_EXPIRATION: 'Expiration',
};

function members(variables: Names): Record<string, string> {
  return Object.fromEntries(variables.map(([name, value]) => [MEMBERS[name] ?? name, value]));
}

export async function exportCredentials(source: Source, format: string): Promise<Printed | CliFault> {
  const found = await findCredentials(source);
  if (found === NO_CREDENTIALS) return configurationFault('no credentials found');
  if ('message' in found) return configurationFault(found.message.replace(/^\naws: \[ERROR\]: /, ''));
  if ('stderr' in found) return configurationFault(found.stderr.replace(/^\naws: \[ERROR\]: /, '').trimEnd());
  const { credentials, expires } = found;
  const variables: Names = [
    ['AWS_ACCESS_KEY_ID', credentials.accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey],
    ...(credentials.sessionToken === undefined
      ? []
      : ([['AWS_SESSION_TOKEN', credentials.sessionToken]] as const)),
    ...(expires === undefined ? [] : ([['AWS_CREDENTIAL_EXPIRATION', isoTime(expires)]] as const)),
  ];
  return { stdout: FORMATS[format]?.(variables) ?? '', stderr: '', exit: 0 };
}

function configurationFault(why: string): CliFault {
  return {
    exit: 253,
    message: `\naws: [ERROR]: An error occurred (Configuration): Unable to retrieve credentials: ${why}`,
  };
}
