// `aws s3 cp`, `mv` and `rm`: one thing, or all below a place with `--recursive`. Source: cli-source.
import type { CliFault, Printed } from '../command.ts';
import { generalFault, parameterFault } from '../faults.ts';
import { filesBelow, objectsBelow, oneObject, type Entry } from './entries.ts';
import { isKept } from './filters.ts';
import { copy, download, removeObject, upload, type Job } from './move.ts';
import { absolutePath, baseName, isS3, parseS3, type S3Uri } from './paths.ts';
import { usageFault, type S3Place } from './place.ts';
import { openReport } from './report.ts';
import { readTransfer } from './transfer-options.ts';

const TWO = '<LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>';

export function cp(args: readonly string[], place: S3Place): Promise<Printed | CliFault> {
  return copyOrMove('cp', args, place);
}

export function mv(args: readonly string[], place: S3Place): Promise<Printed | CliFault> {
  return copyOrMove('mv', args, place);
}

/** Where the shell stands. */
export function folderOf({ host }: S3Place): string {
  return host.env.get('PWD') ?? host.home;
}

async function copyOrMove(
  command: 'cp' | 'mv',
  args: readonly string[],
  place: S3Place,
): Promise<Printed | CliFault> {
  const transfer = readTransfer(args, ['paths', 'paths_target']);
  const { source, target } = transfer;
  if (!isS3(source) && !isS3(target)) return usageFault(`usage: aws s3 ${command} ${TWO}`);
  const isStream = source === '-' || target === '-';
  const recursive = transfer.has('recursive');
  if (isStream && (command === 'mv' || recursive))
    return parameterFault('Streaming currently is only compatible with non-recursive cp commands');
  if (command === 'mv' && source === target)
    return parameterFault(`Cannot mv a file onto itself: ${source} - ${target}`);
  const cwd = folderOf(place);
  const report = openReport(
    isStream ? { ...transfer, has: (name) => name === 'only-show-errors' || transfer.has(name) } : transfer,
  );
  const job: Job = { place, transfer, report, cwd, takesAway: command === 'mv' };
  if (!isS3(source)) {
    const path = source === '-' ? '-' : absolutePath(cwd, source);
    const isFolder = path !== '-' && (await place.host.list(path)) !== undefined;
    if (path !== '-' && !isFolder && !(await place.host.read(path)))
      return generalFault(`The user-provided path ${source} does not exist.`);
    await uploads(job, path, isFolder);
  } else if (isS3(target)) copies(job);
  else await downloads(job);
  return report.printed();
}

async function uploads(job: Job, path: string, isFolder: boolean): Promise<void> {
  const { transfer, place } = job;
  const to = parseS3(transfer.target);
  if (transfer.has('recursive')) {
    const entries = isFolder ? await filesBelow(place.host, path) : [];
    for (const { name, path: file } of kept(job, entries))
      await upload(job, file, { bucket: to.bucket, key: `${asFolder(to.key)}${name}` });
    return;
  }
  const name = baseName(path);
  const key = to.key === '' || to.key.endsWith('/') ? `${to.key}${name}` : to.key;
  if (isKept(transfer.filters, name)) await upload(job, path, { bucket: to.bucket, key });
}

function asFolder(key: string): string {
  return key === '' || key.endsWith('/') ? key : `${key}/`;
}

function kept({ transfer }: Job, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ name }) => isKept(transfer.filters, name));
}

/** The objects that a line names; what went wrong is reported. */
function sources(job: Job): readonly Entry[] {
  const { transfer, place, report } = job;
  if (transfer.has('recursive')) {
    const { entries, error } = objectsBelow(place, transfer.source);
    if (error !== undefined) report.fatal(error);
    return kept(job, entries).filter(({ path }) => !path.endsWith('/'));
  }
  const found = oneObject(place, transfer.source);
  if ('entry' in found) return kept(job, [found.entry]);
  report.fatal(found.error);
  return [];
}

async function downloads(job: Job): Promise<void> {
  const { transfer, cwd, place } = job;
  const { bucket } = parseS3(transfer.source);
  const target = transfer.target === '-' ? '-' : absolutePath(cwd, transfer.target);
  const intoFolder =
    target !== '-' &&
    (transfer.has('recursive') ||
      transfer.target.endsWith('/') ||
      (await place.host.list(target)) !== undefined);
  for (const { name, path } of sources(job))
    await download(job, { bucket, key: path }, intoFolder ? absolutePath(target, name) : target);
}

function copies(job: Job): void {
  const { transfer } = job;
  const from = parseS3(transfer.source);
  const to = parseS3(transfer.target);
  const recursive = transfer.has('recursive');
  for (const { name, path } of sources(job))
    copy(job, { bucket: from.bucket, key: path }, { bucket: to.bucket, key: keyOf(to, name, recursive) });
}

function keyOf({ key }: S3Uri, name: string, recursive: boolean): string {
  if (recursive) return `${asFolder(key)}${name}`;
  return key === '' || key.endsWith('/') ? `${key}${name}` : key;
}

export function rm(args: readonly string[], place: S3Place): Printed | CliFault {
  const transfer = readTransfer(args, ['paths']);
  if (!isS3(transfer.source)) return usageFault('usage: aws s3 rm <S3Uri>');
  const report = openReport(transfer);
  const job: Job = { place, transfer, report, cwd: folderOf(place), takesAway: false };
  const { bucket, key } = parseS3(transfer.source);
  if (!transfer.has('recursive')) {
    removeObject(job, { bucket, key });
    return report.printed();
  }
  const { entries, error } = objectsBelow(place, transfer.source);
  if (error !== undefined) report.fatal(error);
  for (const { path } of kept(job, entries)) removeObject(job, { bucket, key: path });
  return report.printed();
}
