// `aws s3 sync`: what is missing or different at the target is brought there. Files here have no time of change: what is
// in them decides. Source: cli-source.
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CliFault, Printed } from '../command.ts';
import { generalFault } from '../faults.ts';
import { filesBelow, objectsBelow, type Entry } from './entries.ts';
import { isKept } from './filters.ts';
import { copy, download, removeFile, removeObject, upload, type Job } from './move.ts';
import { absolutePath, isS3, parseS3 } from './paths.ts';
import { usageFault, type S3Place } from './place.ts';
import { openReport } from './report.ts';
import { folderOf } from './transfer.ts';
import { readTransfer } from './transfer-options.ts';

interface Side {
  /** As it is written. */
  readonly at: string;
  /** A folder's whole path, or the bucket and the prefix that ends in a slash. */
  readonly root: string;
  readonly entries: ReadonlyMap<string, Entry>;
}

export async function sync(args: readonly string[], place: S3Place): Promise<Printed | CliFault> {
  const transfer = readTransfer(args, ['paths', 'paths_target']);
  if (!isS3(transfer.source) && !isS3(transfer.target))
    return usageFault('usage: aws s3 sync <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>');
  const cwd = folderOf(place);
  const report = openReport(transfer);
  const job: Job = { place, transfer, report, cwd, takesAway: false };
  if (!isS3(transfer.source) && (await place.host.list(absolutePath(cwd, transfer.source))) === undefined)
    return generalFault(`The user-provided path ${transfer.source} does not exist.`);
  const [source, target] = [await sideOf(job, transfer.source), await sideOf(job, transfer.target)];
  if (!source || !target) return report.printed();
  const names = [
    ...new Set([...source.entries.keys(), ...(transfer.has('delete') ? target.entries.keys() : [])]),
  ];
  for (const name of names.toSorted()) {
    const [from, to] = [source.entries.get(name), target.entries.get(name)];
    if (from && (!to || (await isDifferent(job, source, target, { from, to }))))
      await bring(job, source, target, from);
    else if (!from && to) await takeAway(job, target, to);
  }
  return report.printed();
}

/** What lies at a place; nothing when it cannot be listed, which is reported. */
async function sideOf(job: Job, at: string): Promise<Side | undefined> {
  const { place, cwd, report, transfer } = job;
  const named = (entries: readonly Entry[]) =>
    new Map(
      entries
        .filter(({ name }) => !name.endsWith('/') && name !== '' && isKept(transfer.filters, name))
        .map((entry) => [entry.name, entry]),
    );
  if (!isS3(at)) {
    const root = absolutePath(cwd, at);
    return { at, root, entries: named(await filesBelow(place.host, root)) };
  }
  const { entries, error } = objectsBelow(place, at);
  if (error !== undefined) {
    report.fatal(error);
    return undefined;
  }
  const { bucket, key } = parseS3(at);
  return {
    at,
    root: `${bucket}/${key === '' || key.endsWith('/') ? key : `${key}/`}`,
    entries: named(entries),
  };
}

async function isDifferent(
  job: Job,
  source: Side,
  target: Side,
  { from, to }: { readonly from: Entry; readonly to: Entry },
): Promise<boolean> {
  if (from.size !== to.size) return true;
  if (job.transfer.has('size-only')) return false;
  return (await etagOf(job, source, from)) !== (await etagOf(job, target, to));
}

async function etagOf({ place }: Job, { at }: Side, { etag, path }: Entry): Promise<string> {
  if (isS3(at)) return etag ?? '';
  return `"${bytesToHex(md5((await place.host.read(path)) ?? new Uint8Array()))}"`;
}

function uriIn({ root }: Side, name: string) {
  return parseS3(`s3://${root}${name}`);
}

async function bring(job: Job, source: Side, target: Side, { name, path }: Entry): Promise<void> {
  if (!isS3(source.at)) await upload(job, path, uriIn(target, name));
  else if (isS3(target.at)) copy(job, uriIn(source, name), uriIn(target, name));
  else await download(job, uriIn(source, name), absolutePath(target.root, name));
}

async function takeAway(job: Job, target: Side, { name, path }: Entry): Promise<void> {
  if (isS3(target.at)) removeObject(job, uriIn(target, name));
  else await removeFile(job, path);
}
