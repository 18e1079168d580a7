// `curl`: this computer reaches the metadata service of the instance that it is, when it is one, and the objects of S3.
import { absolute, bytesOf, joined, said, type Place, type Ran, type ShellCommand } from '../command.ts';

export interface WebRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
}

export interface WebAnswer {
  readonly status: number;
  readonly body: string | Uint8Array;
  /** What answers, as it calls itself. */
  readonly server?: string;
}

/** The metadata service of an instance. */
export type Metadata = (request: WebRequest) => { readonly status: number; readonly body: string };

/** What is at the addresses of a host. */
export type Site = (request: WebRequest) => Promise<WebAnswer>;

export interface Reach {
  /** `undefined` on a computer that is no instance. */
  readonly metadata?: Metadata | undefined;
  /** @returns `undefined` for a host that nobody knows */
  readonly site?: (host: string) => Site | undefined;
}

const METADATA = ['169.254.169.254', '[fd00:ec2::254]'];

/** Options with a value, by all their names. */
const VALUED: Readonly<Record<string, string>> = {
  ...{ X: 'method', request: 'method', H: 'header', header: 'header', o: 'output', output: 'output' },
  ...{ w: 'write', 'write-out': 'write', d: 'data', data: 'data', 'data-raw': 'data', A: 'other' },
  ...{
    m: 'other',
    'max-time': 'other',
    'connect-timeout': 'other',
    retry: 'other',
    u: 'other',
    noproxy: 'other',
  },
  ...{ 'retry-delay': 'other', 'user-agent': 'other', url: 'url' },
};
const FLAGS: Readonly<Record<string, string>> = {
  ...{ s: 'silent', silent: 'silent', S: 'errors', 'show-error': 'errors', f: 'fail', fail: 'fail' },
  ...{ O: 'remote-name', i: 'head', include: 'head', I: 'only-head', head: 'only-head' },
};

interface Wish {
  readonly urls: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly flags: ReadonlySet<string>;
}

function read(args: readonly string[]): Wish {
  const urls: string[] = [];
  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  const put = (name: string, value: string): void => {
    if (name === 'url') urls.push(value);
    else values.set(name, [...(values.get(name) ?? []), value]);
  };
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg.startsWith('--')) {
      const valued = VALUED[arg.slice(2)];
      if (valued !== undefined) put(valued, args[(index += 1)] ?? '');
      else flags.add(FLAGS[arg.slice(2)] ?? arg.slice(2));
    } else if (/^-./.test(arg)) {
      for (let at = 1; at < arg.length; at += 1) {
        const letter = arg[at] ?? '';
        const valued = VALUED[letter];
        if (valued === undefined) flags.add(FLAGS[letter] ?? letter);
        else {
          put(valued, at + 1 < arg.length ? arg.slice(at + 1) : (args[(index += 1)] ?? ''));
          break;
        }
      }
    } else urls.push(arg);
  }
  return { urls, values, flags };
}

export function curlCommand(reach: Reach): ShellCommand {
  return { name: 'curl', run: (args, place) => curl(read(args), place, reach) };
}

async function curl(wish: Wish, place: Place, { metadata, site }: Reach): Promise<Ran> {
  const [url] = wish.urls;
  if (url === undefined)
    return {
      stdout: '',
      stderr: "curl: (2) no URL specified\ncurl: try 'curl --help' for more information\n",
      exit: 2,
    };
  const failed = (exit: number, why: string): Ran => {
    const isQuiet = wish.flags.has('silent') && !wish.flags.has('errors');
    return { stdout: '', stderr: isQuiet ? '' : `curl: (${exit}) ${why}\n`, exit };
  };
  const [, scheme = 'http', host = '', port = '', path = ''] =
    /^(?:([a-z]+):\/\/)?(\[[^\]]*\]|[^/:?#]*)(?::(\d+))?(\/.*|\?.*)?$/i.exec(url) ?? [];
  const web = site?.(host);
  if (!web && !METADATA.includes(host)) return failed(6, `Could not resolve host: ${host}`);
  const number = port === '' ? (scheme === 'https' ? '443' : '80') : port;
  const isPlain = scheme === 'http' && number === '80';
  const isSecure = scheme === 'https' && number === '443';
  const asked = web && (isPlain || isSecure) ? web : isPlain ? metadata : undefined;
  if (!asked)
    return failed(7, `Failed to connect to ${host} port ${number} after 0 ms: Couldn't connect to server`);
  const answer = await asked(requestOf(wish, path.startsWith('/') ? path : `/${path}`));
  const isBad = answer.status >= 400 && wish.flags.has('fail');
  if (isBad) return failed(22, `The requested URL returned error: ${answer.status}`);
  return shown(
    wish,
    place,
    answer,
    path
      .replace(/[?#].*/, '')
      .split('/')
      .at(-1),
  );
}

function requestOf({ values, flags }: Wish, path: string): WebRequest {
  const headers = (values.get('header') ?? []).map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const;
  });
  const method =
    values.get('method')?.at(-1) ?? (flags.has('only-head') ? 'HEAD' : values.has('data') ? 'POST' : 'GET');
  return { method, path, headers: new Map(headers) };
}

async function shown(
  { values, flags }: Wish,
  { cwd, files }: Place,
  { status, body, server = 'EC2ws' }: WebAnswer,
  name: string | undefined,
): Promise<Ran> {
  const content = typeof body === 'string' ? bytesOf(body) : body;
  const head = bytesOf(
    `HTTP/1.1 ${status} ${REASONS[status] ?? ''}\r\nContent-Length: ${content.length}\r\nServer: ${server}\r\n\r\n`,
  );
  const hasHead = flags.has('head') || flags.has('only-head');
  const all = joined([...(hasHead ? [head] : []), ...(flags.has('only-head') ? [] : [content])]);
  const output = values.get('output')?.at(-1) ?? (flags.has('remote-name') ? name : undefined);
  if (output !== undefined && output !== '-' && output !== '/dev/null')
    await files.write(absolute(cwd, output), all);
  const written = (values.get('write')?.at(-1) ?? '')
    .replaceAll('%{http_code}', String(status))
    .replaceAll('%{response_code}', String(status))
    .replaceAll('\\n', '\n');
  return said(joined([...(output === undefined || output === '-' ? [all] : []), bytesOf(written)]));
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
};
