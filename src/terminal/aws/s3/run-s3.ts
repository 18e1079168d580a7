// `aws s3`: its commands by name, each on the operations of S3.
import type { Printed, CliFault } from '../command.ts';
import { invalidChoice } from '../arguments.ts';
import { printed } from '../help.ts';
import { generalFault, heard, Mistake, syntaxFault } from '../faults.ts';
import type { OwnCommand } from '../run.ts';
import { mb, rb } from './buckets.ts';
import { ls } from './ls.ts';
import { NO_KEY, type S3Place } from './place.ts';
import { presign } from './presign.ts';
import { sync } from './sync.ts';
import { cp, mv, rm } from './transfer.ts';

type Command = (args: readonly string[], place: S3Place) => Printed | CliFault | Promise<Printed | CliFault>;

const COMMANDS: Readonly<Record<string, Command>> = { ls, cp, mv, rm, mb, rb, sync, presign };
/** In the order of AWS's command line. */
const NAMES = ['ls', 'website', 'cp', 'mv', 'rm', 'sync', 'mb', 'rb', 'presign'];

const HELP = [
  'NAME',
  '    s3 - moves files to, from and between buckets',
  '',
  'COMMANDS',
  '    ls [<S3Uri>]                    buckets, or what is under a prefix',
  '    cp <LocalPath|S3Uri> <S3Uri>    copies; - is standard input or output',
  '    mv <LocalPath|S3Uri> <S3Uri>    copies and takes the source away',
  '    rm <S3Uri>                      deletes',
  '    sync <LocalPath|S3Uri> <S3Uri>  copies what is missing or different',
  '    mb <S3Uri>                      makes a bucket',
  '    rb <S3Uri>                      removes a bucket, with --force a full one',
  '    presign <S3Uri>                 an address that works for a while',
  '',
  'OPTIONS',
  '    --recursive --exclude <pattern> --include <pattern> --dryrun --quiet --delete --acl <acl>',
  '    --sse <algorithm> --sse-kms-key-id <key> --content-type <type> --metadata <map>',
  '    --human-readable --summarize --expires-in <seconds>',
  '',
].join('\n');

export const runS3: OwnCommand = ({ line, host, simulation, caller: find }) =>
  heard(async () => {
    const [name, ...args] = line.args;
    if (name === undefined)
      throw new Mistake(syntaxFault('the following arguments are required: subcommand'));
    if (name === 'help' || args[0] === 'help') return printed(HELP);
    if (!NAMES.includes(name)) throw invalidChoice('subcommand', name, NAMES);
    const command = COMMANDS[name];
    if (!command) return generalFault(`aws s3 ${name} is a real command, but it is not simulated here`);
    const caller = await find('s3');
    if (!('region' in caller)) return caller;
    const { credentials, region } = caller;
    return command(args, {
      host,
      caller,
      now: simulation.now,
      ask: (operation, input) =>
        input['Key'] === ''
          ? { fault: NO_KEY }
          : simulation.call(credentials, { operation: `s3:${operation}`, input, region }),
    });
  });
