// `security-key`: what one does in the console with a security key, which IAM's API cannot: registering it, signing in with it.
import { registerSecurityKey, touchSecurityKey, type Credentials } from '#cloud/services';
import type { Fault } from '#cloud';
import { isoTime } from '../../aws/output/shaped.ts';
import type { OpenSimulation } from '../../simulation.ts';
import { failed, said, textOf, type Place, type Ran, type ShellCommand } from '../command.ts';

const USAGE = `usage: security-key register NAME [--user-name USER] [--profile PROFILE]
       security-key touch SERIAL-NUMBER`;

type Cell = Pick<OpenSimulation, 'cloud' | 'restore'>;

/** @param aws finds the credentials with which the console is opened */
export function securityKeyCommand(aws: ShellCommand, simulation: Cell): ShellCommand {
  return {
    name: 'security-key',
    run: (args, place) => {
      const read = readWords(args);
      const [command, name, ...more] = read.words;
      if (name === undefined || more.length > 0) return failed(2, USAGE);
      if (command === 'register') return register(name, read, { aws, place, simulation });
      return command === 'touch' ? touch(name, simulation) : failed(2, USAGE);
    },
  };
}

interface Words {
  readonly words: readonly string[];
  readonly user?: string | undefined;
  readonly profile?: string | undefined;
}

function readWords(args: readonly string[]): Words {
  const valueOf = (option: string): string | undefined =>
    args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
  const words = args.filter((arg, i) => !arg.startsWith('--') && !args[i - 1]?.startsWith('--'));
  return { words, user: valueOf('--user-name'), profile: valueOf('--profile') };
}

interface Console {
  readonly aws: ShellCommand;
  readonly place: Place;
  readonly simulation: Cell;
}

async function register(
  name: string,
  { user, profile }: Words,
  { aws, place, simulation }: Console,
): Promise<Ran> {
  const asked = ['configure', 'export-credentials', ...(profile === undefined ? [] : ['--profile', profile])];
  const found = await aws.run(asked, place);
  if (found.exit !== 0) return found;
  const outcome = registerSecurityKey(simulation.cloud(), credentialsIn(found), { user, name });
  simulation.restore(outcome.cloud);
  if ('fault' in outcome) return refused(outcome.fault);
  return said(`${String(outcome.reply['SerialNumber'])}\n`);
}

function credentialsIn({ stdout }: Ran): Credentials {
  const members = JSON.parse(typeof stdout === 'string' ? stdout : textOf(stdout)) as Record<string, string>;
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken } = members;
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

/** Prints what a program prints that gives credentials to `credential_process`. */
function touch(serial: string, simulation: Cell): Ran {
  const handed = touchSecurityKey(simulation.cloud(), serial);
  if (!('credentials' in handed)) return refused(handed.fault);
  simulation.restore(handed.cloud);
  const { secret, token, expires } = handed.credentials;
  const members = {
    Version: 1,
    AccessKeyId: handed.key,
    SecretAccessKey: secret,
    SessionToken: token,
    Expiration: isoTime(expires),
  };
  return said(`${JSON.stringify(members, null, 2)}\n`);
}

function refused({ code, message }: Fault): Ran {
  return failed(1, `security-key: ${code}: ${message}`);
}
