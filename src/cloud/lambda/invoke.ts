// Invoking a function. What its code does is not known here: whoever can run it is handed what it runs with.
import { base64Of, bytesOf, textOfBytes, utf8 } from '../bytes.ts';
import { lookup, roleOf, type Account, type Cloud, type Named, type TemporaryCredentials } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { ownerOf } from '../owner.ts';
import { textOf, type Input, type Operation } from '../operation.ts';
import { roleSession } from '../session.ts';
import { takeRole } from '../taken-role.ts';
import { functionIn, onFunction, vpcOf, type Found } from './function.ts';
import { isTaken, LAMBDA, trustIn } from './role.ts';

/** What code comes to that is not run here. */
const HELLO = { statusCode: 200, body: '"Hello from Lambda!"' };

/** Bytes of a synchronous call. */
const LARGEST = 6 * 1024 * 1024;

const invoke: Operation = {
  name: 'lambda:Invoke',
  needs: (site, input) => [onFunction(site, 'InvokeFunction', input)],
  run: (site, input) => {
    const found = functionIn(site, input);
    if (isRefused(found)) return found;
    const wrong = payloadFault(textOf(input, 'Payload'));
    if (wrong) return wrong;
    if (!isTaken(site.cloud, found.is.role))
      return fault('AccessDeniedException', 'The role defined for the function cannot be assumed by Lambda.');
    const type = textOf(input, 'InvocationType') || 'RequestResponse';
    if (type === 'Event') return { cloud: site.cloud, reply: { StatusCode: 202, Payload: '' } };
    if (type === 'DryRun') return { cloud: site.cloud, reply: { StatusCode: 204, Payload: '' } };
    const issued = issueUuid(site.cloud);
    return {
      cloud: issued.cloud,
      reply: answerOf(input, issued.id, { payload: JSON.stringify(HELLO), log: '' }),
    };
  },
};

function payloadFault(base64: string): Refused | undefined {
  if (base64 === '') return undefined;
  const bytes = bytesOf(base64) ?? new Uint8Array();
  if (bytes.length > LARGEST)
    return fault(
      'RequestTooLargeException',
      `${bytes.length} byte payload is too large for the RequestResponse invocation type (limit ${LARGEST} bytes)`,
    );
  try {
    JSON.parse(textOfBytes(bytes));
    return undefined;
  } catch {
    return fault(
      'InvalidRequestContentException',
      'Could not parse request body into json: Could not parse payload into json: the payload is not JSON',
    );
  }
}

/** What code has come to. */
export interface Ran {
  /** JSON. */
  readonly payload: string;
  /** What it wrote while it ran. */
  readonly log: string;
  /** It ended badly. */
  readonly failed?: boolean;
}

/** The answer of an invocation that was waited for. */
export function answerOf(
  input: Input,
  request: string,
  { payload, log, failed }: Ran,
): Readonly<Record<string, unknown>> {
  const lines = [
    `START RequestId: ${request} Version: $LATEST`,
    ...(log === '' ? [] : [log.replace(/\n$/, '')]),
    `END RequestId: ${request}`,
    `REPORT RequestId: ${request}\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 38 MB\t`,
    '',
  ];
  const tail = lines.join('\n').slice(-4096);
  return {
    StatusCode: 200,
    ...(failed === true ? { FunctionError: 'Unhandled' } : {}),
    ...(textOf(input, 'LogType') === 'Tail' ? { LogResult: base64Of(utf8(tail)) } : {}),
    Payload: base64Of(utf8(payload)),
    ExecutedVersion: '$LATEST',
  };
}

/** A function with all that it runs with. */
export interface Invocation {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly handler: string;
  /** Base64 of a zip. */
  readonly zip: string;
  readonly environment: Named<string>;
  /** Seconds. */
  readonly timeout: number;
  readonly request: string;
  readonly key: string;
  readonly credentials: TemporaryCredentials;
}

/** Seconds for which a function's credentials are good. */
const GOOD_FOR = 12 * 3600;

/**
 * What a function runs with, and the cloud in which it has its credentials. Ask it of an invocation that went through.
 * @param account the caller's
 * @returns `undefined` when there is no such function, or it cannot take its role
 */
export function openInvocation(
  cloud: Cloud,
  account: Account,
  region: string,
  input: Input,
): { readonly cloud: Cloud; readonly invocation: Invocation } | undefined {
  const found = functionIn({ cloud, account, region }, input);
  if (isRefused(found)) return undefined;
  const { is, arn } = found;
  const session = sessionOf(cloud, found);
  if (!session || !isTaken(cloud, is.role)) return undefined;
  const issued = issueUuid(cloud);
  const {
    cloud: after,
    key,
    credentials,
  } = takeRole(issued.cloud, {
    service: LAMBDA,
    region: is.region,
    trust: trustIn(cloud, is.role),
    session,
    seconds: GOOD_FOR,
  });
  const { name, handler, environment, timeout, code } = is;
  const invocation = {
    ...{ arn, name, region: is.region, handler, environment, timeout },
    ...{ zip: code.zip, request: issued.id, key, credentials },
  };
  return { cloud: after, invocation };
}

function sessionOf(cloud: Cloud, { is, arn, owner }: Found) {
  const account = lookup(cloud.accounts, ownerOf(cloud, is.role) ?? '');
  const role = account && roleOf(account, is.role);
  const known = role === undefined ? undefined : lookup(account?.roles ?? {}, role);
  if (!account || role === undefined || !known) return undefined;
  const vpc = vpcOf(owner, is);
  return {
    ...roleSession(account, role, is.name),
    holderId: known.id,
    keys: { 'lambda:SourceFunctionArn': arn },
    ...(vpc === undefined ? {} : { vpc }),
  };
}

export const INVOKE: readonly Operation[] = [invoke];
