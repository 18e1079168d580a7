// Paths of the shell's disk: words between slashes, nothing else.

/** A path as somebody writes it, from the folder that they stand in. */
export function absolute(cwd: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The folder in which something lies. */
export function above(path: string): string {
  return absolute('/', `${path}/..`);
}

/** Where something of a folder stands when the folder is `to` instead of `from`. */
export function moved(path: string, from: string, to: string): string {
  return absolute(to, path.slice(from.length).replace(/^\/+/, ''));
}

export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder === '/' ? '/' : `${folder}/`) && path !== folder;
}
