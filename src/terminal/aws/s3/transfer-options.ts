// The options of commands that move objects, and what each gives to a call. Source: cli-source.
import type { Input } from '#cloud';
import { splitArguments, type Option, type Split } from '../arguments.ts';
import { Mistake, parameterFault } from '../faults.ts';
import { splitFilters, type Filter } from './filters.ts';

const flag = (name: string, dest?: string, value = true): Option => ({
  name,
  takes: { flag: value },
  ...(dest === undefined ? {} : { dest }),
});
const one = (name: string, choices?: readonly string[]): Option => ({
  name,
  takes: 'one',
  ...(choices ? { choices } : {}),
});

const ACLS = [
  ...['private', 'public-read', 'public-read-write', 'authenticated-read'],
  ...['aws-exec-read', 'bucket-owner-read', 'bucket-owner-full-control', 'log-delivery-write'],
];

const OPTIONS: readonly Option[] = [
  ...[flag('recursive'), flag('dryrun'), flag('quiet'), flag('only-show-errors'), flag('no-progress')],
  ...[flag('follow-symlinks'), flag('no-follow-symlinks'), flag('no-guess-mime-type'), flag('no-overwrite')],
  ...[flag('force-glacier-transfer'), flag('ignore-glacier-warnings'), flag('validate-same-s3-paths')],
  ...[flag('delete'), flag('size-only'), flag('exact-timestamps')],
  one('acl', ACLS),
  { name: 'sse', takes: { maybe: 'AES256' }, choices: ['AES256', 'aws:kms', 'aws:kms:dsse'] },
  ...[one('sse-kms-key-id'), one('storage-class'), one('content-type'), one('cache-control')],
  ...[one('content-disposition'), one('content-encoding'), one('content-language'), one('expires')],
  ...[one('metadata'), one('metadata-directive', ['COPY', 'REPLACE']), one('website-redirect')],
  ...[one('source-region'), one('page-size'), one('expected-size'), one('copy-props')],
  ...[one('checksum-algorithm'), one('checksum-mode'), one('progress-frequency')],
  flag('progress-multiline'),
  { name: 'request-payer', takes: { maybe: 'requester' } },
  { name: 'grants', takes: 'many' },
];

export interface Transfer {
  /** Where from, and where to: nothing for `rm`. */
  readonly source: string;
  readonly target: string;
  readonly filters: readonly Filter[];
  readonly has: (name: string) => boolean;
  /** What the line says of every object that is written. */
  readonly written: Input;
}

/** Reads a line of `cp`, `mv`, `sync` or `rm`. */
export function readTransfer(args: readonly string[], places: readonly string[]): Transfer {
  const { filters, rest } = splitFilters(args);
  const split = splitArguments(
    OPTIONS,
    places.map((name) => ({ name, required: true })),
    rest,
  );
  const [extra] = split.rest;
  if (extra !== undefined) throw new Mistake(parameterFault(`Unknown options: ${split.rest.join(',')}`));
  const [source = '', target = ''] = places.map((name) => text(split, name) ?? '');
  return { source, target, filters, has: (name) => split.values.has(name), written: writtenIn(split) };
}

const MEMBERS: Readonly<Record<string, string>> = {
  acl: 'ACL',
  sse: 'ServerSideEncryption',
  'sse-kms-key-id': 'SSEKMSKeyId',
  'storage-class': 'StorageClass',
  'content-type': 'ContentType',
  'cache-control': 'CacheControl',
  'content-disposition': 'ContentDisposition',
  'content-encoding': 'ContentEncoding',
  'content-language': 'ContentLanguage',
  'website-redirect': 'WebsiteRedirectLocation',
  'metadata-directive': 'MetadataDirective',
};

function writtenIn(split: Split): Input {
  const given = Object.entries(MEMBERS).flatMap(([option, member]) => {
    const value = text(split, option);
    return value === undefined ? [] : [[member, value] as const];
  });
  const metadata = text(split, 'metadata');
  return {
    ...Object.fromEntries(given),
    ...(metadata === undefined ? {} : { Metadata: metadataIn(metadata) }),
  };
}

/** `key=value,key=value`, or JSON. */
function metadataIn(given: string): Readonly<Record<string, string>> {
  if (given.trimStart().startsWith('{')) {
    try {
      const value: unknown = JSON.parse(given);
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)]));
    } catch {
      throw new Mistake(parameterFault(`Error parsing parameter '--metadata': Invalid JSON: ${given}`));
    }
  }
  return Object.fromEntries(
    given.split(',').map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1)
        throw new Mistake(
          parameterFault(
            `Error parsing parameter '--metadata': Expected: '=', received: 'EOF' for input:\n${given}`,
          ),
        );
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function text(split: Split, name: string): string | undefined {
  const value = split.values.get(name);
  return typeof value === 'string' ? value : undefined;
}
