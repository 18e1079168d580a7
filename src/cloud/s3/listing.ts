// What is in a bucket, page by page, with keys that share a beginning folded together.
import type { Context } from '#evaluator';
import { base64Of, bytesOf, textOfBytes, utf8 } from '../bytes.ts';
import { fault } from '../fault.ts';
import { flagOf, numberOf, present, textOf, type Input, type Operation, type Reply } from '../operation.ts';
import { isThere, type FoundBucket } from './bucket.ts';
import { ofBucket } from './door.ts';
import { canonicalId, countsOf } from './objects.ts';
import type { ObjectVersion } from './state.ts';

const MOST = 1000;

/** Source: s3-actions. */
function listKeys(input: Input): Context {
  const size = numberOf(input, 'MaxKeys');
  return {
    ...(typeof input['Prefix'] === 'string' ? { 's3:prefix': textOf(input, 'Prefix') } : {}),
    ...(typeof input['Delimiter'] === 'string' ? { 's3:delimiter': textOf(input, 'Delimiter') } : {}),
    ...(size === undefined ? {} : { 's3:max-keys': String(size) }),
  };
}

/** One line of a list: an object, or the beginning that several keys share. */
interface Entry {
  readonly name: string;
  readonly folded: boolean;
}

interface Page {
  readonly objects: readonly string[];
  readonly prefixes: readonly string[];
  /** The last line, where there are more behind it. */
  readonly last: string | undefined;
  readonly size: number;
}

/** The lines behind `after`, as many as wanted. */
function pageOf(keys: readonly string[], input: Input, after: string): Page {
  const [prefix, delimiter] = [textOf(input, 'Prefix'), textOf(input, 'Delimiter')];
  const size = Math.min(numberOf(input, 'MaxKeys') ?? MOST, MOST);
  const entries: Entry[] = [];
  for (const key of [...keys].sort()) {
    if (!key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const entry = end < 0 ? key : key.slice(0, end + delimiter.length);
    if (entry <= after || entries.at(-1)?.name === entry) continue;
    entries.push({ name: entry, folded: end >= 0 });
  }
  const shown = entries.slice(0, Math.max(0, size));
  return {
    objects: shown.filter(({ folded }) => !folded).map(({ name }) => name),
    prefixes: shown.filter(({ folded }) => folded).map(({ name }) => name),
    last: entries.length > shown.length && size > 0 ? shown.at(-1)?.name : undefined,
    size,
  };
}

function content(version: ObjectVersion): Reply {
  const { etag, size } = countsOf(version);
  return {
    LastModified: version.modified,
    ETag: etag,
    ChecksumAlgorithm: ['CRC64NVME'],
    ChecksumType: 'FULL_OBJECT',
    Size: size,
    StorageClass: version.headers?.['StorageClass'] ?? 'STANDARD',
  };
}

function contents({ owner, bucket }: FoundBucket, keys: readonly string[], owned: boolean): readonly Reply[] {
  return keys.flatMap((Key) => {
    const newest = bucket.objects[Key]?.[0];
    const Owner = owned ? { Owner: { ID: canonicalId(owner.id) } } : {};
    return newest ? [{ Key, ...content(newest), ...Owner }] : [];
  });
}

/** What all lists tell alike. */
function frame(input: Input, name: string, { prefixes, size, last }: Page): Reply {
  return present({
    IsTruncated: last !== undefined,
    Name: name,
    Prefix: textOf(input, 'Prefix'),
    Delimiter: textOf(input, 'Delimiter') || undefined,
    MaxKeys: size,
    CommonPrefixes: prefixes.length === 0 ? undefined : prefixes.map((Prefix) => ({ Prefix })),
    EncodingType: textOf(input, 'EncodingType') || undefined,
  });
}

function keysOf({ bucket }: FoundBucket): readonly string[] {
  return Object.keys(bucket.objects).filter((key) => isThere(bucket, key));
}

const listObjectsV2 = ofBucket(
  'ListObjectsV2',
  'ListBucket',
  ({ cloud }, input, found) => {
    const token = textOf(input, 'ContinuationToken');
    const after = token === '' ? textOf(input, 'StartAfter') : placeOf(token);
    if (after === undefined) return fault('InvalidArgument', 'The continuation token provided is incorrect');
    const page = pageOf(keysOf(found), input, after);
    const objects = contents(found, page.objects, flagOf(input, 'FetchOwner') === true);
    return {
      cloud,
      reply: present({
        ...frame(input, found.name, page),
        Contents: objects.length === 0 ? undefined : objects,
        KeyCount: page.objects.length + page.prefixes.length,
        ContinuationToken: token || undefined,
        NextContinuationToken: page.last === undefined ? undefined : tokenOf(page.last),
        StartAfter: textOf(input, 'StartAfter') || undefined,
      }),
    };
  },
  listKeys,
);

function tokenOf(place: string): string {
  return `1${base64Of(utf8(place))}`;
}

function placeOf(token: string): string | undefined {
  const bytes = token.startsWith('1') ? bytesOf(token.slice(1)) : undefined;
  return bytes && textOfBytes(bytes);
}

const listObjects = ofBucket(
  'ListObjects',
  'ListBucket',
  ({ cloud }, input, found) => {
    const page = pageOf(keysOf(found), input, textOf(input, 'Marker'));
    const objects = contents(found, page.objects, true);
    const next = textOf(input, 'Delimiter') === '' ? undefined : page.last;
    return {
      cloud,
      reply: present({
        ...frame(input, found.name, page),
        Marker: textOf(input, 'Marker'),
        NextMarker: next,
        Contents: objects.length === 0 ? undefined : objects,
      }),
    };
  },
  listKeys,
);

/** A page of versions ends between two keys, so that its marker names no version. */
const listObjectVersions = ofBucket(
  'ListObjectVersions',
  'ListBucketVersions',
  ({ cloud }, input, found) => {
    const { owner, bucket } = found;
    const page = pageOf(Object.keys(bucket.objects), input, textOf(input, 'KeyMarker'));
    const Owner = { ID: canonicalId(owner.id) };
    const all = page.objects.flatMap((Key) =>
      (bucket.objects[Key] ?? []).map((version, i) => ({
        version,
        shown: {
          Key,
          VersionId: version.id ?? 'null',
          IsLatest: i === 0,
          LastModified: version.modified,
          Owner,
        },
      })),
    );
    const versions = all.filter(({ version }) => version.marker !== true);
    const markers = all.filter(({ version }) => version.marker === true);
    return {
      cloud,
      reply: present({
        ...frame(input, found.name, page),
        KeyMarker: textOf(input, 'KeyMarker'),
        VersionIdMarker: textOf(input, 'VersionIdMarker'),
        NextKeyMarker: page.last,
        Versions:
          versions.length === 0
            ? undefined
            : versions.map(({ version, shown }) => ({ ...content(version), ...shown })),
        DeleteMarkers: markers.length === 0 ? undefined : markers.map(({ shown }) => shown),
      }),
    };
  },
  listKeys,
);

export const LISTING: readonly Operation[] = [listObjectsV2, listObjects, listObjectVersions];
