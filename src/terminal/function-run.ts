// What an invoked function comes to: its handler's file, when it is a shell script, runs with the role of the function.
import { unzipSync } from 'fflate';
import type { Input, Reply } from '#cloud';
import { answerOf, functionsCalled, openInvocation, type Invocation, type Ran } from '#cloud/services';
import { textOf } from './shell/command.ts';
import type { Terminal } from './instance-sessions.ts';
import type { Outcome } from './shell/shell.ts';
import type { OpenSimulation } from './simulation.ts';
import type { Computer } from './terminal.ts';

const TASK = '/var/task';
const EVENT = '/tmp/event.json';

interface Call {
  /** Whose name it is called by, when that is not the whole ARN. */
  readonly account: string;
  readonly input: Input;
  readonly region: string;
  readonly reply: Reply;
}

/**
 * The answer of an invocation that went through, once the function has run. Code that is no shell script leaves the answer
 * as it is.
 * @param open a shell on a computer, whose own functions run one deeper
 */
export async function runFunction(
  simulation: OpenSimulation,
  open: (computer: Computer) => Terminal,
  { account, input, region, reply }: Call,
): Promise<Reply> {
  if (reply['StatusCode'] === 204) return reply;
  const cloud = simulation.cloud();
  const caller = cloud.accounts[account];
  const opened = caller && openInvocation(cloud, caller, region, input);
  if (!opened) return reply;
  const { invocation } = opened;
  const files = filesOf(invocation);
  const script = scriptOf(invocation, files);
  if (script === undefined) return reply;
  simulation.restore(opened.cloud);
  const shell = open(computerOf(invocation, { ...files, [EVENT]: eventOf(input) }));
  const began = simulation.now();
  const outcome = await shell.script(script);
  const took = (simulation.now() - began) / 1000;
  const ran = took > invocation.timeout ? timedOut(invocation, outcome) : ranWith(invocation, outcome);
  return reply['StatusCode'] === 202 ? reply : answerOf(input, invocation.request, ran);
}

/** Runs the functions that a published message calls, one after the other; nobody waits for their answers. */
export async function runSubscribed(
  simulation: OpenSimulation,
  open: (computer: Computer) => Terminal,
  { input, reply }: { readonly input: Input; readonly reply: Reply },
): Promise<void> {
  for (const { arn, region, payload } of functionsCalled(simulation.cloud(), input, reply))
    await runFunction(simulation, open, {
      account: arn.split(':')[4] ?? '',
      input: { FunctionName: arn, Payload: payload },
      region,
      reply: { StatusCode: 202 },
    });
}

/** The files of the pack, where a function finds them. */
function filesOf({ zip }: Invocation): Readonly<Record<string, string>> {
  try {
    const bytes = Uint8Array.from(atob(zip), (letter) => letter.charCodeAt(0));
    const entries = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
    return Object.fromEntries(entries.map(([name, content]) => [`${TASK}/${name}`, textOf(content)]));
  } catch {
    return {};
  }
}

/** Runs the handler's file, then its function of the handler's name when it has one. */
function scriptOf({ handler }: Invocation, files: Readonly<Record<string, string>>): string | undefined {
  const [, file = handler, name = ''] = /^(.+)\.([^./]+)$/.exec(handler) ?? [];
  const paths = [`${handler}.sh`, handler, `${file}.sh`, file, 'bootstrap'].map((one) => `${TASK}/${one}`);
  const path = paths.find((one) => Object.hasOwn(files, one) && isScript(one, files[one] ?? ''));
  if (path === undefined) return undefined;
  const call =
    /^\w+$/.test(name) && name !== 'sh' ? `\nif declare -F ${name} >/dev/null; then ${name} "$1"; fi` : '';
  return `cd ${TASK}\nset -- "$(cat ${EVENT})"\n{\n. '${path.replaceAll("'", '')}'${call}\n} < ${EVENT}\n`;
}

function isScript(path: string, text: string): boolean {
  if (text.startsWith('#!')) return /^#!.*\b(?:ba|da)?sh\b/.test(text);
  return path.endsWith('.sh') || /^\s*aws\s/m.test(text);
}

function computerOf(invocation: Invocation, files: Readonly<Record<string, string>>): Computer {
  const { name, region, handler, environment, key, credentials } = invocation;
  return {
    user: 'sbx_user1051',
    home: '/home/sbx_user1051',
    host: '169',
    region,
    files,
    env: {
      ...environment,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: key,
      AWS_SECRET_ACCESS_KEY: credentials.secret,
      AWS_SESSION_TOKEN: credentials.token,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      LAMBDA_TASK_ROOT: TASK,
      _HANDLER: handler,
    },
  };
}

/** What the caller sent, as JSON. */
function eventOf(input: Input): string {
  const { Payload: payload } = input;
  if (typeof payload !== 'string' || payload === '') return '{}';
  return textOf(Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0)));
}

function printedBy({ chunks }: Outcome, stream: 'stdout' | 'stderr'): string {
  return chunks.map((chunk) => (chunk.stream === stream ? chunk.text : '')).join('');
}

/** What it printed is its answer; a text that is no JSON becomes one. */
function ranWith({ request }: Invocation, outcome: Outcome): Ran {
  const log = printedBy(outcome, 'stderr');
  if (outcome.exit !== 0)
    return failed(
      log,
      'Runtime.ExitError',
      `RequestId: ${request} Error: Runtime exited with error: exit status ${outcome.exit}`,
    );
  const text = printedBy(outcome, 'stdout').trim();
  return { payload: isJson(text) ? text : text === '' ? 'null' : JSON.stringify(text), log };
}

function timedOut({ request, timeout }: Invocation, outcome: Outcome): Ran {
  return failed(
    printedBy(outcome, 'stderr'),
    'Sandbox.Timedout',
    `RequestId: ${request} Error: Task timed out after ${timeout.toFixed(2)} seconds`,
  );
}

function failed(log: string, errorType: string, errorMessage: string): Ran {
  return {
    payload: JSON.stringify({ errorType, errorMessage }),
    log: `${log}${errorMessage}\n`,
    failed: true,
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
