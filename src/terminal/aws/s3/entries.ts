// What lies at a place: the files of a folder, the objects under a prefix, or one of either.
import type { Fault } from '#cloud';
import type { Host } from '../command.ts';
import { baseName, parseS3 } from './paths.ts';
import { allObjects, errorText, listIn, numberIn, textIn, type S3Place } from './place.ts';

/** A file or an object. */
export interface Entry {
  /** From the place on; the name where the place is the thing itself. */
  readonly name: string;
  /** The whole path or the whole key. */
  readonly path: string;
  readonly size: number;
  /** Of an object. */
  readonly etag?: string;
}

/** The files below a folder, in the order in which AWS's command line meets them. */
export async function filesBelow(host: Host, folder: string, prefix = ''): Promise<readonly Entry[]> {
  const listed = (await host.list(folder)) ?? [];
  const sorted = listed
    .map(({ name, isFolder }) => ({ name: isFolder ? `${name}/` : name, isFolder }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const all: Entry[] = [];
  for (const { name, isFolder } of sorted) {
    const path = `${folder === '/' ? '' : folder}/${name.replace(/\/$/, '')}`;
    if (isFolder) all.push(...(await filesBelow(host, path, `${prefix}${name}`)));
    else all.push({ name: `${prefix}${name}`, path, size: (await host.read(path))?.length ?? 0 });
  }
  return all;
}

/** The objects below a prefix that ends in a slash, or in a whole bucket. Folders that are objects are left out. */
export function objectsBelow(
  place: S3Place,
  uri: string,
): { readonly entries: readonly Entry[]; readonly error?: string } {
  const { bucket, key } = parseS3(uri);
  const prefix = key === '' || key.endsWith('/') ? key : `${key}/`;
  const { pages, fault } = allObjects(place, { Bucket: bucket, Prefix: prefix });
  const entries = pages
    .flatMap((page) => listIn(page, 'Contents'))
    .map((one) => ({
      name: textIn(one, 'Key').slice(prefix.length),
      path: textIn(one, 'Key'),
      size: numberIn(one, 'Size'),
      etag: textIn(one, 'ETag'),
    }));
  return { entries, ...(fault ? { error: errorText('ListObjectsV2', fault) } : {}) };
}

/** One object, which must be there. */
export function oneObject(
  { ask }: S3Place,
  uri: string,
): { readonly entry: Entry } | { readonly error: string } {
  const { bucket, key } = parseS3(uri);
  const answer = ask('HeadObject', { Bucket: bucket, Key: key });
  if ('fault' in answer) return { error: errorText('HeadObject', missing(answer.fault, key)) };
  const { reply } = answer;
  return {
    entry: {
      name: baseName(key),
      path: key,
      size: numberIn(reply, 'ContentLength'),
      etag: textIn(reply, 'ETag'),
    },
  };
}

/** Source: cli-source. */
function missing(fault: Fault, key: string): Fault {
  return fault.code === '404' ? { ...fault, message: `Key "${key}" does not exist` } : fault;
}
