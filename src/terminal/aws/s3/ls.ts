// `aws s3 ls`: buckets, or what is under a prefix. Source: cli-source.
import { splitArguments } from '../arguments.ts';
import type { Printed } from '../command.ts';
import { serviceError } from '../output/error.ts';
import { parseS3 } from './paths.ts';
import { allObjects, listIn, numberIn, textIn, type S3Place } from './place.ts';

const flag = (name: string) => ({ name, takes: { flag: true } }) as const;
const OPTIONS = [
  ...[flag('recursive'), flag('human-readable'), flag('summarize')],
  ...(['page-size', 'request-payer', 'bucket-name-prefix', 'bucket-region'] as const).map(
    (name) => ({ name, takes: name === 'request-payer' ? { maybe: 'requester' } : 'one' }) as const,
  ),
];

export function ls(args: readonly string[], place: S3Place): Printed {
  const { values } = splitArguments(OPTIONS, [{ name: 'paths', required: false }], args);
  const path = values.get('paths');
  const { bucket, key } = parseS3(typeof path === 'string' ? path : '');
  if (bucket === '') return buckets(place, values.get('bucket-name-prefix'), values.get('bucket-region'));
  const recursive = values.has('recursive');
  const size = values.has('human-readable') ? humanSize : String;
  const { pages, fault } = allObjects(place, {
    Bucket: bucket,
    Prefix: key,
    ...(recursive ? {} : { Delimiter: '/' }),
  });
  const lines: string[] = [];
  let [objects, bytes] = [0, 0];
  for (const page of pages) {
    for (const one of listIn(page, 'CommonPrefixes')) {
      const folder = textIn(one, 'Prefix').split('/').at(-2) ?? '';
      lines.push(`${'PRE'.padStart(30)} ${folder}/`);
    }
    for (const one of listIn(page, 'Contents')) {
      const name = textIn(one, 'Key');
      objects += 1;
      bytes += numberIn(one, 'Size');
      const shown = recursive ? name : (name.split('/').at(-1) ?? '');
      lines.push(
        `${stamp(numberIn(one, 'LastModified'))} ${size(numberIn(one, 'Size')).padStart(10)} ${shown}`,
      );
    }
  }
  const nothing = lines.length === 0 && key !== '';
  const summary = values.has('summarize')
    ? ['', `Total Objects: ${objects}`, `   Total Size: ${size(bytes)}`]
    : [];
  const stdout = [...lines, ...summary].map((line) => `${line}\n`).join('');
  if (fault) return { ...serviceError('ListObjectsV2', fault), stdout };
  return { stdout, stderr: '', exit: nothing ? 1 : 0 };
}

function buckets({ ask }: S3Place, prefix: unknown, region: unknown): Printed {
  const answer = ask('ListBuckets', {
    ...(typeof prefix === 'string' ? { Prefix: prefix } : {}),
    ...(typeof region === 'string' ? { BucketRegion: region } : {}),
  });
  if ('fault' in answer) return serviceError('ListBuckets', answer.fault);
  const lines = listIn(answer.reply, 'Buckets').map(
    (bucket) => `${stamp(numberIn(bucket, 'CreationDate'))} ${textIn(bucket, 'Name')}\n`,
  );
  return { stdout: lines.join(''), stderr: '', exit: 0 };
}

/** In the zone of this machine, which is UTC. */
function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}

const SUFFIXES = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

export function humanSize(bytes: number): string {
  if (bytes === 1) return '1 Byte';
  if (bytes < 1024) return `${bytes} Bytes`;
  const power = SUFFIXES.findIndex((_, i) => Math.round(bytes / 1024 ** (i + 1)) < 1024);
  return `${(bytes / 1024 ** (power + 1)).toFixed(1)} ${SUFFIXES[power] ?? ''}`;
}
