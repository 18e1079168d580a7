// Answers that go into a file: what a function gives back, the content of an object, the seed of a virtual MFA device.
import type { Reply } from '#cloud';
import type { Host, OperationCommand } from './command.ts';

/** The member that is the content itself, by service and operation. */
const STREAMED: Readonly<Record<string, string>> = {
  'lambda Invoke': 'Payload',
  's3api GetObject': 'Body',
};

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
