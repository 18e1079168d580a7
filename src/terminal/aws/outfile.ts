// Answers that go into a file: what a function gives back, the content of an object, the seed of a virtual MFA device.
import type { Reply } from '#cloud';
import type { CliFault, Host, OperationCommand } from './command.ts';
import { generalFault } from './faults.ts';

/** The member that is the content itself, by service and operation. */
const STREAMED: Readonly<Record<string, string>> = {
  'lambda Invoke': 'Payload',
  's3api GetObject': 'Body',
};

const STANDARD_OUTPUT = '/dev/stdout';

/** The path of the file, its `~` read; or what is said before anything is called where there is no folder for it. */
export async function outfileOf(given: string, host: Host): Promise<string | CliFault> {
  const path = given.replace(/^~(?=\/|$)/, host.home);
  const folder = path.replace(/[^/]*$/, '') || '.';
  const isThere = path === STANDARD_OUTPUT || (await host.list(folder)) !== undefined;
  return isThere ? path : generalFault(`Unable to write to file: ${path}`);
}

/** What is left of an answer to be printed, behind what went to standard output itself. */
export interface Kept {
  readonly text: string;
  readonly rest: Reply;
}

/** Writes what belongs into the file. */
export async function kept(command: OperationCommand, path: string, reply: Reply, host: Host): Promise<Kept> {
  const { bytes, rest } = contentOf(command, reply);
  if (path === STANDARD_OUTPUT) return { text: new TextDecoder().decode(bytes), rest };
  if (bytes) await host.write(path, bytes);
  return { text: '', rest };
}

function contentOf(
  { service, operation, seed }: OperationCommand,
  reply: Reply,
): { readonly bytes?: Uint8Array; readonly rest: Reply } {
  if (seed === undefined) {
    const member = STREAMED[`${service} ${operation}`] ?? '';
    return { bytes: bytesIn(reply[member]), rest: without(reply, [member]) };
  }
  const { VirtualMFADevice: device, ...others } = reply;
  if (!isRecord(device)) return { rest: reply };
  const rest = { ...others, VirtualMFADevice: without(device, ['Base32StringSeed', 'QRCodePNG']) };
  return { bytes: bytesIn(device[seed]), rest };
}

function without(reply: Reply, names: readonly string[]): Reply {
  return Object.fromEntries(Object.entries(reply).filter(([name]) => !names.includes(name)));
}

/** The bytes of a blob, which a reply holds as base64 text. */
function bytesIn(blob: unknown): Uint8Array {
  return typeof blob === 'string'
    ? Uint8Array.from(atob(blob), (char) => char.charCodeAt(0))
    : new Uint8Array();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
