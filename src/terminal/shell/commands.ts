// The commands of the shell library that a learner needs; the others are left out of what the browser loads.
import type { CommandName } from 'just-bash';

export const COMMANDS: readonly CommandName[] = [
  ...(['echo', 'cat', 'printf', 'mkdir', 'rmdir', 'rm', 'cp', 'mv', 'ln', 'chmod'] as const),
  ...(['pwd', 'readlink', 'head', 'tail', 'wc', 'grep', 'fgrep', 'egrep', 'sed', 'awk'] as const),
  ...(['sort', 'uniq', 'comm', 'cut', 'paste', 'tr', 'rev', 'nl', 'column', 'tee', 'find'] as const),
  ...(['basename', 'dirname', 'tree', 'env', 'alias', 'unalias', 'xargs', 'true'] as const),
  ...(['false', 'clear', 'bash', 'sh', 'base64', 'timeout', 'seq', 'expr'] as const),
  ...(['md5sum', 'sha1sum', 'sha256sum', 'which', 'tac', 'od'] as const),
];
