// Places as a line names them: `s3://bucket/key`, a file, standard input. It reads no file and calls nothing.

/** A bucket and a key, the key empty for the bucket itself. */
export interface S3Uri {
  readonly bucket: string;
  readonly key: string;
}

export function isS3(path: string): boolean {
  return path.startsWith('s3://');
}

export function parseS3(path: string): S3Uri {
  const rest = path.replace(/^s3:\/\//, '');
  const slash = rest.indexOf('/');
  return slash < 0 ? { bucket: rest, key: '' } : { bucket: rest.slice(0, slash), key: rest.slice(slash + 1) };
}

export function makeS3({ bucket, key }: S3Uri): string {
  return `s3://${bucket}/${key}`;
}

/** A path without `.`, `..` and double slashes. */
export function absolutePath(cwd: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** A file as messages name it: from the folder where the shell stands. Source: cli-source. */
export function shownPath(cwd: string, path: string): string {
  const [from, to] = [cwd.split('/').filter(Boolean), path.split('/').filter(Boolean)];
  const name = to.pop() ?? '';
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  const steps = [...from.slice(shared).map(() => '..'), ...to.slice(shared)];
  return `${steps.length === 0 ? '.' : steps.join('/')}/${name}`;
}

export function baseName(path: string): string {
  return path.split('/').filter(Boolean).at(-1) ?? '';
}
