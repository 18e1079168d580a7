// A terminal: the shell, the `aws` command and a simulated account, put together. It decides nothing itself.
import { totp } from '#cloud/services';
import { runAws, type OwnCommand } from './aws/run.ts';
import { instanceRole } from './aws/instance.ts';
import { openHost } from './host.ts';
import { withSessions, type InstanceSessions, type Terminal } from './instance-sessions.ts';
import type { ShellCommand } from './shell/command.ts';
import { ARCHIVES } from './shell/commands/archives.ts';
import { clockCommands } from './shell/commands/clock.ts';
import { clockedCommands } from './shell/commands/clocked.ts';
import { codeCommands } from './shell/commands/codes.ts';
import { curlCommand, type Metadata, type Reach } from './shell/commands/curl.ts';
import { idpCommand } from './shell/commands/idp.ts';
import { securityKeyCommand } from './shell/commands/security-key.ts';
import { toolCommands } from './shell/commands/tools.ts';
import { openShell } from './shell/shell.ts';
import type { OpenSimulation } from './simulation.ts';

/** A computer with a shell. */
export interface Computer {
  readonly user: string;
  readonly home: string;
  readonly host: string;
  /** The region in which it stands. */
  readonly region: string;
  /** The files that lie on it, by absolute path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What its metadata service answers, when it is an instance. */
  readonly metadata?: Metadata;
  /** Variables that are exported from the beginning. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Somebody's key, under the name of a profile. */
export interface ProfileKey {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The computer of a learner: nothing lies on it but their credentials. */
export function learnersComputer(region: string, profiles: readonly ProfileKey[]): Computer {
  const sections = profiles.map(({ name, accessKeyId, secretAccessKey, sessionToken }) =>
    [
      `[${name}]`,
      `aws_access_key_id = ${accessKeyId}`,
      `aws_secret_access_key = ${secretAccessKey}`,
      ...(sessionToken === undefined ? [] : [`aws_session_token = ${sessionToken}`]),
    ].join('\n'),
  );
  const home = '/home/learner';
  return {
    user: 'learner',
    home,
    host: 'gatehouse',
    region,
    files: { [`${home}/.aws/credentials`]: `${sections.join('\n\n')}\n` },
  };
}

export interface TerminalOptions {
  readonly simulation: OpenSimulation;
  readonly computer: Computer;
  /** Lets whoever holds the terminal take breath; asked now and then while commands run. */
  readonly pause?: () => Promise<void>;
  /** Commands of `aws` that are no operation of a service, by their first words. */
  readonly own?: ReadonlyMap<string, OwnCommand>;
  /** More commands of the shell. */
  readonly commands?: readonly ShellCommand[];
  /** How many computers deep it is: a function that invokes itself comes to an end. */
  readonly depth?: number;
}

/** Commands of `aws` that every terminal has beside the services. */
const OWN: ReadonlyMap<string, OwnCommand> = new Map([
  ['s3', async (place) => (await import('./aws/s3/run-s3.ts')).runS3(place)],
]);

/** So many computers deep nothing is opened any more. */
const DEEPEST = 8;

export function openTerminal(options: TerminalOptions): Terminal {
  const { simulation, computer, pause, commands = [], depth = 0 } = options;
  const { user, home, host, region, files, metadata, env } = computer;
  const open = (other: Computer): Terminal => openTerminal({ ...options, computer: other, depth: depth + 1 });
  const sessions: InstanceSessions = {
    simulation,
    open,
    disks: new Map(),
    typed: false,
    current: undefined,
  };
  const startSession: OwnCommand = async (place) =>
    (await import('./instance-shell.ts')).startSession(sessions, place);
  const own = new Map<string, OwnCommand>([
    ...OWN,
    ...(options.own ?? []),
    ['ssm start-session', startSession] as const,
  ]);
  const aws: ShellCommand = {
    name: 'aws',
    run: async (args, place) => {
      const { host: here, ran } = openHost(place, home);
      const printed = await runAws(args, {
        host: here,
        simulation,
        placement: region,
        ...(metadata ? { instance: () => instanceRole(metadata) } : {}),
        own,
        ...(depth < DEEPEST
          ? {
              invoked: async (call) =>
                (await import('./function-run.ts')).runFunction(simulation, open, {
                  ...call,
                  account: simulation.cloud().history?.event.account ?? '',
                }),
              published: async (call) =>
                (await import('./function-run.ts')).runSubscribed(simulation, open, call),
            }
          : {}),
      });
      return ran(printed);
    },
  };
  const shell = openShell({
    user,
    home,
    host,
    now: simulation.now,
    seed: simulation.seed(),
    ...(pause ? { pause } : {}),
    files: files ?? {},
    env: env ?? {},
    commands: [
      aws,
      ...ARCHIVES,
      ...clockCommands(simulation),
      ...clockedCommands(simulation, simulation.seed()),
      ...codeCommands({ ...simulation, totp }),
      curlCommand({ metadata, site: siteOf(simulation) }),
      idpCommand(simulation.cloud),
      securityKeyCommand(aws, simulation),
      ...toolCommands(simulation.now),
      ...commands,
    ],
  });
  return withSessions(shell, sessions);
}

/** What this computer reaches of the web: the addresses of S3. */
function siteOf(simulation: OpenSimulation): NonNullable<Reach['site']> {
  return (host) =>
    /(?:^|\.)s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com$/.test(host)
      ? async (request) => {
          await simulation.ready('s3');
          return (await import('./aws/s3/site.ts')).answerSite(simulation, host, request);
        }
      : undefined;
}
