// Answers that go into a file: what a function gives back, the content of an object, the seed of a virtual MFA device.
import type { Reply } from '#cloud';
import type { CliFault, Host, OperationCommand } from './command.ts';
import { generalFault } from './faults.ts';

/** The member that is the content itself, by service and operation. */
const STREAMED: Readonly<Record<string, string>> = {
  'lambda Invoke': 'Payload',
  's3api GetObject': 'Body',
};

/**
 * Why the seed of a device cannot be written, which is looked at before anything is called. Other answers are called for
 * first. Source: cli-source.
 */
export async function seedFault(
  { seed, outfile }: OperationCommand,
  host: Host,
): Promise<CliFault | undefined> {
  if (seed === undefined || outfile === undefined) return undefined;
  const folder = outfile.replace(/[^/]*$/, '') || '.';
  return (await host.list(folder)) ? undefined : generalFault(`Unable to write to file: ${outfile}`);
}

/** Writes what belongs into the file. @returns what is left to be printed */
export async function kept(
  { service, operation, seed }: OperationCommand,
  path: string,
  reply: Reply,
  host: Host,
): Promise<Reply> {
  if (seed !== undefined) {
    const { VirtualMFADevice: device, ...rest } = reply;
    if (!isRecord(device)) return reply;
    await host.write(path, bytesIn(device[seed]));
    return { ...rest, VirtualMFADevice: without(device, ['Base32StringSeed', 'QRCodePNG']) };
  }
  const member = STREAMED[`${service} ${operation}`] ?? '';
  await host.write(path, bytesIn(reply[member]));
  return without(reply, [member]);
}

/** Why no file can be there; the call was made all the same. */
export async function outfileFault(path: string, host: Host): Promise<CliFault | undefined> {
  if (await host.list(path)) return generalFault(`[Errno 21] Is a directory: '${path}'`);
  const folder = /^(.*)\/[^/]*$/.exec(path)?.[1];
  if (folder === undefined || folder === '' || folder === '/dev' || (await host.list(folder)))
    return undefined;
  return generalFault(`[Errno 2] No such file or directory: '${path}'`);
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
