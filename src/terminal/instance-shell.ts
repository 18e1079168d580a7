// `aws ssm start-session`: a shell inside an instance, for the lines that come with the command or for those that are typed.
import { answerMetadata, describeComputer, endSession } from '#cloud/services';
import { readService } from './aws/grammar.ts';
import { generalFault } from './aws/faults.ts';
import { serviceError } from './aws/output/error.ts';
import type { OwnPlace } from './aws/run.ts';
import type { CliFault, OperationCommand, Printed } from './aws/command.ts';
import type { InstanceSession, InstanceSessions, Terminal } from './instance-sessions.ts';
import { textOf } from './shell/command.ts';

const USER = 'ssm-user';
const HOME = `/home/${USER}`;

/** What a session leaves on the disk of an instance is there for the next one. */
export async function startSession(sessions: InstanceSessions, place: OwnPlace): Promise<Printed | CliFault> {
  const { simulation } = sessions;
  const command = await readService(place.line, place.host);
  if (!('operation' in command)) return command;
  const caller = await place.caller('ssm');
  if (!('region' in caller)) return caller;
  const { input } = command;
  const wanted = { operation: 'ssm:StartSession', input, region: caller.region };
  const answer = simulation.call(caller.credentials, wanted);
  if ('fault' in answer) return serviceError('StartSession', answer.fault);
  const owner = simulation.cloud().history?.event.account ?? '';
  const visit = { owner, instance: wordOf(input['Target']), id: wordOf(answer.reply['SessionId']) };
  const session = sessionIn(sessions, visit);
  if (!session) return generalFault(`${visit.instance} is not connected.`);
  const begin = `\nStarting session with SessionId: ${visit.id}\n`;
  const text = commandIn(command) ?? textOf(place.host.stdin);
  if (text === '' && sessions.typed) {
    sessions.current = session;
    return { stdout: begin, stderr: '', exit: 0 };
  }
  const { stdout, stderr, exit } = await talk(session.shell, text);
  return { stdout: `${begin}${stdout}${session.end()}`, stderr, exit };
}

interface Visit {
  readonly owner: string;
  readonly instance: string;
  /** Of the session. */
  readonly id: string;
}

/** @returns `undefined` when there is no such instance */
function sessionIn(sessions: InstanceSessions, visit: Visit): InstanceSession | undefined {
  const { simulation, open } = sessions;
  const { owner, instance, id } = visit;
  const computer = describeComputer(simulation.cloud(), owner, instance);
  if (!computer) return undefined;
  const shell = open({
    user: USER,
    home: HOME,
    host: computer.host,
    region: computer.region,
    metadata: (request) => {
      const { cloud, status, body } = answerMetadata(simulation.cloud(), owner, instance, request);
      simulation.restore(cloud);
      return { status, body };
    },
  });
  const place = `${owner} ${instance}`;
  const disk = sessions.disks.get(place);
  if (disk) shell.back({ ...shell.save(), disk });
  return {
    shell,
    end: () => {
      sessions.disks = new Map([...sessions.disks, [place, shell.save().disk]]);
      simulation.restore(endSession(simulation.cloud(), owner, id));
      return `\n\nExiting session with sessionId: ${id}.\n\n`;
    },
    again: (others) => sessionIn(others, visit),
  };
}

async function talk(shell: Terminal, text: string): Promise<Printed> {
  const { chunks, exit } = await shell.script(text);
  const said = (stream: 'stdout' | 'stderr'): string =>
    chunks.map((chunk) => (chunk.stream === stream ? chunk.text : '')).join('');
  const hint =
    text === '' ? 'sh-5.2$ no lines were given. Write them behind the command: <<EOF, the lines, EOF\n' : '';
  return { stdout: said('stdout'), stderr: `${hint}${said('stderr')}`, exit };
}

/** A document may run one command instead of a shell. */
function commandIn({ input }: OperationCommand): string | undefined {
  const parameters = input['Parameters'];
  if (typeof parameters !== 'object' || parameters === null || !('command' in parameters)) return undefined;
  const { command } = parameters;
  return Array.isArray(command) ? command.filter((one) => typeof one === 'string').join(' ') : undefined;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
