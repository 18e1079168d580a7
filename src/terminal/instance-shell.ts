// `aws ssm start-session`: a shell inside an instance, for the lines that come with the command.
import { answerMetadata, describeComputer, endSession } from '#cloud/services';
import { readService } from './aws/grammar.ts';
import { generalFault } from './aws/faults.ts';
import { serviceError } from './aws/output/error.ts';
import type { OwnCommand } from './aws/run.ts';
import type { OperationCommand, Printed } from './aws/command.ts';
import { textOf } from './shell/command.ts';
import type { SavedShell, Shell } from './shell/shell.ts';
import type { OpenSimulation } from './simulation.ts';
import type { Computer } from './terminal.ts';

const USER = 'ssm-user';
const HOME = `/home/${USER}`;

/**
 * The command, for a terminal that may go into instances. What a session leaves on the disk of an instance is there for
 * the next one.
 * @param open a shell on a computer
 */
export function startSession(simulation: OpenSimulation, open: (computer: Computer) => Shell): OwnCommand {
  const disks = new Map<string, SavedShell['disk']>();
  return async (place) => {
    const command = await readService(place.line, place.host);
    if (!('operation' in command)) return command;
    const caller = await place.caller('ssm');
    if (!('region' in caller)) return caller;
    const { input } = command;
    const wanted = { operation: 'ssm:StartSession', input, region: caller.region };
    const answer = simulation.call(caller.credentials, wanted);
    if ('fault' in answer) return serviceError('StartSession', answer.fault);
    const owner = simulation.cloud().history?.event.account ?? '';
    const id = wordOf(input['Target']);
    const shown = describeComputer(simulation.cloud(), owner, id);
    if (!shown) return generalFault(`${id} is not connected.`);
    const shell = open({
      user: USER,
      home: HOME,
      host: shown.host,
      region: shown.region,
      metadata: (request) => {
        const { cloud, status, body } = answerMetadata(simulation.cloud(), owner, id, request);
        simulation.restore(cloud);
        return { status, body };
      },
    });
    const fresh = shell.save();
    const disk = disks.get(`${owner} ${id}`);
    if (disk) shell.back({ ...fresh, disk });
    const printed = await talk(shell, command, textOf(place.host.stdin), wordOf(answer.reply['SessionId']));
    disks.set(`${owner} ${id}`, shell.save().disk);
    simulation.restore(endSession(simulation.cloud(), owner, wordOf(answer.reply['SessionId'])));
    return printed;
  };
}

async function talk(shell: Shell, command: OperationCommand, given: string, id: string): Promise<Printed> {
  const text = commandIn(command) ?? given;
  const { chunks, exit } = await shell.script(text);
  const said = (stream: 'stdout' | 'stderr'): string =>
    chunks.map((chunk) => (chunk.stream === stream ? chunk.text : '')).join('');
  const hint =
    text === '' ? 'sh-5.2$ no lines were given. Write them behind the command: <<EOF, the lines, EOF\n' : '';
  return {
    stdout: `\nStarting session with SessionId: ${id}\n${said('stdout')}\n\nExiting session with sessionId: ${id}.\n\n`,
    stderr: `${hint}${said('stderr')}`,
    exit,
  };
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
