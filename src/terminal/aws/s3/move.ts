// Moving one object: up, down, across, or away. Which ones are moved is not known here. Source: cli-source.
import type { Input } from '#cloud';
import { makeBase64, parseBase64 } from '../base64.ts';
import { contentTypeOf } from './content-type.ts';
import { makeS3, shownPath, type S3Uri } from './paths.ts';
import { errorText, textIn, type S3Place } from './place.ts';
import type { Report } from './report.ts';
import type { Transfer } from './transfer-options.ts';

export interface Job {
  readonly place: S3Place;
  readonly transfer: Transfer;
  readonly report: Report;
  /** The folder where the shell stands. */
  readonly cwd: string;
  /** `mv` takes the source away once the target is there. */
  readonly takesAway: boolean;
}

/** A file, or `-` for the streams of the shell. */
export type File = string;

function word(job: Job, usual: string): string {
  return job.takesAway ? 'move' : usual;
}

function shown({ cwd }: Job, file: File): string {
  return file === '-' ? '-' : shownPath(cwd, file);
}

/** A file becomes an object. */
export async function upload(job: Job, file: File, to: S3Uri): Promise<void> {
  const { place, report, transfer } = job;
  const places = `${shown(job, file)} to ${makeS3(to)}`;
  if (transfer.has('dryrun')) {
    report.done(word(job, 'upload'), places);
    return;
  }
  const bytes = file === '-' ? place.host.stdin : await place.host.read(file);
  if (!bytes) {
    report.failed(word(job, 'upload'), places, `[Errno 21] Is a directory: '${file}'`);
    return;
  }
  const guessed = transfer.has('no-guess-mime-type') || file === '-' ? undefined : contentTypeOf(file);
  const given = without(transfer.written, ['MetadataDirective']);
  const answer = place.ask('PutObject', {
    Bucket: to.bucket,
    Key: to.key,
    Body: makeBase64(bytes),
    ...(guessed === undefined ? {} : { ContentType: guessed }),
    ...given,
    ...(transfer.has('no-overwrite') ? { IfNoneMatch: '*' } : {}),
  });
  if ('fault' in answer) {
    if (answer.fault.code === 'PreconditionFailed' && transfer.has('no-overwrite')) return;
    report.failed(word(job, 'upload'), places, errorText('PutObject', answer.fault));
    return;
  }
  if (job.takesAway) await place.host.remove(file);
  report.done(word(job, 'upload'), places);
}

/** An object becomes a file. */
export async function download(job: Job, from: S3Uri, file: File): Promise<void> {
  const { place, report, transfer } = job;
  const places = `${makeS3(from)} to ${shown(job, file)}`;
  if (transfer.has('dryrun')) {
    report.done(word(job, 'download'), places);
    return;
  }
  const answer = place.ask('GetObject', { Bucket: from.bucket, Key: from.key });
  if ('fault' in answer) {
    report.failed(word(job, 'download'), places, errorText('GetObject', answer.fault));
    return;
  }
  const bytes = parseBase64(textIn(answer.reply, 'Body')) ?? new Uint8Array();
  await place.host.write(file === '-' ? '/dev/stdout' : file, bytes);
  if (takenAway(job, from, places)) report.done(word(job, 'download'), places);
}

/** An object becomes another one. */
export function copy(job: Job, from: S3Uri, to: S3Uri): void {
  const { place, report, transfer } = job;
  const places = `${makeS3(from)} to ${makeS3(to)}`;
  const answer = transfer.has('dryrun')
    ? { reply: {} }
    : place.ask('CopyObject', {
        Bucket: to.bucket,
        Key: to.key,
        CopySource: `${from.bucket}/${encodeURIComponent(from.key).replaceAll('%2F', '/')}`,
        ...transfer.written,
        ...directive(transfer.written),
      });
  if ('fault' in answer) {
    report.failed(word(job, 'copy'), places, errorText('CopyObject', answer.fault));
    return;
  }
  if (takenAway(job, from, places)) report.done(word(job, 'copy'), places);
}

/** Whoever gives headers or metadata replaces those of the source. */
function directive(written: Input): Input {
  const own = [
    'ContentType',
    'CacheControl',
    'ContentDisposition',
    'ContentEncoding',
    'ContentLanguage',
    'Metadata',
  ];
  return written['MetadataDirective'] === undefined && own.some((name) => name in written)
    ? { MetadataDirective: 'REPLACE' }
    : {};
}

/** @returns whether nothing was in the way */
function takenAway(job: Job, { bucket, key }: S3Uri, places: string): boolean {
  const { place, report, transfer, takesAway } = job;
  if (!takesAway || transfer.has('dryrun')) return true;
  const answer = place.ask('DeleteObject', { Bucket: bucket, Key: key });
  if (!('fault' in answer)) return true;
  report.failed('move', places, errorText('DeleteObject', answer.fault));
  return false;
}

/** An object goes away. */
export function removeObject({ place, report, transfer }: Job, at: S3Uri): void {
  const answer = transfer.has('dryrun')
    ? { reply: {} }
    : place.ask('DeleteObject', { Bucket: at.bucket, Key: at.key });
  if ('fault' in answer) report.failed('delete', makeS3(at), errorText('DeleteObject', answer.fault));
  else report.done('delete', makeS3(at));
}

/** A file goes away. */
export async function removeFile({ place, report, transfer, cwd }: Job, file: File): Promise<void> {
  if (!transfer.has('dryrun')) await place.host.remove(file);
  report.done('delete', shownPath(cwd, file));
}

function without(input: Input, names: readonly string[]): Input {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}
