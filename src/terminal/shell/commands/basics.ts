// Small commands that every shell has: who and where one is, temporary files, looking at files, and what is not here.
import {
  absolute,
  bytesOf,
  failed,
  said,
  textOf,
  type Place,
  type Ran,
  type ShellCommand,
} from '../command.ts';

import { fileTimeCommands } from './file-times.ts';
import { listCommand } from './list-files.ts';

export interface Machine {
  readonly user: string;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function basics({ user, host, now }: Machine): readonly ShellCommand[] {
  return [
    { name: 'whoami', run: () => said(`${user}\n`) },
    { name: 'hostname', run: () => said(`${host}\n`) },
    {
      name: 'id',
      run: ([option]) =>
        said(
          option === '-u' || option === '-g'
            ? '1000\n'
            : option === '-un' || option === '-gn'
              ? `${user}\n`
              : `uid=1000(${user}) gid=1000(${user}) groups=1000(${user})\n`,
        ),
    },
    {
      name: 'uname',
      run: (args) =>
        said(
          args.includes('-a')
            ? `Linux ${host} 6.1 x86_64 GNU/Linux\n`
            : args.includes('-m')
              ? 'x86_64\n'
              : 'Linux\n',
        ),
    },
    { name: 'yes', run: (args) => said(`${args.length === 0 ? 'y' : args.join(' ')}\n`.repeat(YES)) },
    listCommand(user, now),
    ...fileTimeCommands(user, now),
    { name: 'mktemp', run: makeTemporary },
    { name: 'env', run: (args, place) => (args.length === 0 ? printedEnv(place) : original(args, place)) },
    { name: 'printenv', run: printenv },
    { name: 'realpath', run: ([path = '.'], { cwd }) => said(`${absolute(cwd, path)}\n`) },
    { name: 'less', run: show },
    { name: 'more', run: show },
    ...['umask', 'sync', 'tput', 'stty', 'reset'].map((name) => ({ name, run: () => said('') })),
    ...Object.entries(ABSENT).map(([name, instead]) => ({
      name,
      run: () => failed(127, `${name}: is not here. ${instead}`),
    })),
  ];
}

/** As many lines as any pipe here takes. */
const YES = 2_000;

const EDIT = 'Write a file with a here-document (`cat > file.json <<EOF` … `EOF`) or with `printf`';
const SCRIPTS = 'This shell has `jq`, `sed`, `awk` and the `aws` command for what a script needs';
const ALONE = 'This computer is simulated and reaches nothing but the simulated AWS';

/** What people try, and what to do about it. */
const ABSENT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['nano', 'vi', 'vim', 'emacs', 'code', 'ed'].map((name) => [name, EDIT])),
  ...Object.fromEntries(
    ['python', 'python3', 'node', 'npm', 'npx', 'ruby', 'perl', 'php', 'go', 'java', 'pip', 'pip3'].map(
      (name) => [name, SCRIPTS],
    ),
  ),
  ...Object.fromEntries(
    ['ssh', 'scp', 'sftp', 'telnet', 'nc', 'ping', 'wget', 'git', 'docker', 'terraform'].map((name) => [
      name,
      ALONE,
    ]),
  ),
  ...Object.fromEntries(
    ['sudo', 'su', 'apt', 'apt-get', 'yum', 'dnf', 'brew', 'systemctl'].map((name) => [
      name,
      'You need no other user and no other program: everything works as you are',
    ]),
  ),
  man: 'Try `aws help`, `aws iam help` or `aws iam create-user help`',
  openssl: 'Keys and certificates are made elsewhere: write their PEM text into a file',
  'js-exec': SCRIPTS,
  sqlite3: SCRIPTS,
};

/** Only what commands see: the shell library would print every variable. */
function printedEnv({ env }: Place): Ran {
  return said([...env].map(([name, value]) => `${name}=${value}\n`).join(''));
}

function printenv(names: readonly string[], place: Place): Ran {
  if (names.length === 0) return printedEnv(place);
  const values = names.map((name) => place.env.get(name));
  const lines = values.flatMap((value) => (value === undefined ? [] : [`${value}\n`]));
  return { ...said(lines.join('')), exit: values.includes(undefined) ? 1 : 0 };
}

async function original(args: readonly string[], place: Place): Promise<Ran> {
  return (await place.original?.(args)) ?? said('');
}

async function makeTemporary(args: readonly string[], { cwd, files }: Place): Promise<Ran> {
  const isFolder = args.includes('-d');
  const template = args.find((arg) => arg.includes('XXX'));
  for (let number = 1; ; number += 1) {
    const mark = number.toString(36).padStart(6, '0');
    const path = template === undefined ? `/tmp/tmp.${mark}` : absolute(cwd, template.replace(/X{3,}/, mark));
    if ((await files.read(path)) !== undefined || (await files.list(path)) !== undefined) continue;
    await (isFolder ? files.makeFolder(path) : files.write(path, bytesOf('')));
    return said(`${path}\n`);
  }
}

async function show(args: readonly string[], { cwd, files, stdin }: Place): Promise<Ran> {
  const path = args.find((arg) => !arg.startsWith('-'));
  if (path === undefined) return said(stdin);
  const bytes = await files.read(absolute(cwd, path));
  return bytes ? said(textOf(bytes)) : failed(1, `${path}: No such file or directory`);
}
