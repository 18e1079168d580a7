// Who asked for credentials and when, played again on a cloud: what came of it, and what of that is good at some moment.
import type { Decision } from '#evaluator';
import { call, parts, signIn, verdictOf, type Cloud, type OperationCall, type Session } from '#cloud';
import { authenticate, SESSIONS, type Credentials } from '#cloud/sessions';
import { decidingGate, gatesOf } from '#widgets/lab/gates.ts';
import { decidingPart } from '#widgets/lab/judge.ts';
import { ACCOUNT, BEGINNING, OBJECT } from './world.ts';

export const CALLS = ['quay', 'reports', 'token', 'federation', 'revoke'] as const;
export type CallName = (typeof CALLS)[number];

/** What somebody asked for. Moments are minutes since the beginning. */
export interface Asked {
  readonly id: string;
  readonly at: number;
  /** `mei`, `root`, or the id of what gave the credentials that sign this one. */
  readonly from: string;
  readonly call: CallName;
  readonly seconds: number;
}

export interface Line {
  readonly id: string;
  readonly from: string;
  readonly call: CallName;
  /** Minutes since the beginning. */
  readonly issued: number;
  readonly expires: number;
  readonly valid: boolean;
  /** What AWS answers when they are used and no longer good. */
  readonly refusal?: string;
  /** May they read the object now? */
  readonly reads?: Decision;
  /** What the gate that decides about it is called. */
  readonly because?: string;
}

export interface Timeline {
  readonly lines: readonly Line[];
  /** What was refused, with the answer. */
  readonly refused: readonly { readonly asked: Asked; readonly message: string }[];
  readonly revoked: readonly number[];
}

/** Seconds that may be asked for, by the call. Source: api-sts. */
export const DURATIONS: Readonly<Record<CallName, readonly number[]>> = {
  quay: [900, 3600, 14_400, 43_200],
  reports: [900, 3600, 14_400, 43_200],
  token: [900, 3600, 43_200, 129_600],
  federation: [900, 3600, 43_200, 129_600],
  revoke: [],
};

export const MOST_ASKED = 12;
const MINUTE = 60_000;

interface Given {
  readonly asked: Asked;
  readonly credentials: Credentials;
  readonly issued: number;
  readonly expires: number;
}

/** @param now the minute at which one looks; what was asked for later has not happened */
export function timelineOf(log: readonly Asked[], now: number): Timeline {
  let cloud = BEGINNING;
  const given: Given[] = [];
  const refused: { asked: Asked; message: string }[] = [];
  const revoked: number[] = [];
  const past = log.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
  for (const asked of past) {
    cloud = { ...cloud, time: BEGINNING.time + asked.at * MINUTE };
    const wanted = callOf(asked, cloud.time);
    const signed = signerOf(cloud, given, asked.from, wanted.operation);
    if ('message' in signed) {
      refused.push({ asked, message: signed.message });
      continue;
    }
    const outcome = call(cloud, signed.session, wanted, SESSIONS);
    cloud = outcome.cloud;
    if ('fault' in outcome) refused.push({ asked, message: outcome.fault.message });
    else if (asked.call === 'revoke') revoked.push(asked.at);
    else given.push(givenBy(asked, outcome.reply, cloud));
  }
  const then: Cloud = { ...cloud, time: BEGINNING.time + now * MINUTE };
  return { lines: given.map((one) => lineOf(then, given, one)), refused, revoked };
}

function givenBy(asked: Asked, reply: Readonly<Record<string, unknown>>, { time }: Cloud): Given {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = reply['Credentials'] as Readonly<
    Record<string, string>
  >;
  return {
    asked,
    credentials: {
      accessKeyId: AccessKeyId ?? '',
      secretAccessKey: SecretAccessKey ?? '',
      sessionToken: SessionToken,
    },
    issued: (time - BEGINNING.time) / MINUTE,
    expires: (Number(Expiration) - BEGINNING.time) / MINUTE,
  };
}

function lineOf(then: Cloud, given: readonly Given[], { asked, issued, expires }: Given): Line {
  const { id, from, call: name } = asked;
  const signed = signerOf(then, given, id, 's3:GetObject');
  if ('message' in signed)
    return { id, from, call: name, issued, expires, valid: false, refusal: signed.message };
  const line = { id, from, call: name, issued, expires, valid: true };
  const decided = parts(then, signed.session, { action: 's3:GetObject', on: OBJECT });
  const part = 'fault' in decided ? undefined : decidingPart(decided);
  if ('fault' in decided || !part) return line;
  const because = decidingGate(gatesOf(part))?.title ?? '';
  return { ...line, reads: verdictOf(decided).decision, because };
}

/** Whoever signs: a long-term key, or credentials that were given and have to be good. */
function signerOf(
  cloud: Cloud,
  given: readonly Given[],
  from: string,
  operation: string,
): { readonly session: Session } | { readonly message: string } {
  const source = given.find(({ asked }) => asked.id === from);
  if (!source) {
    const signed = signIn(cloud, from === 'root' ? 'root' : 'user/mei');
    return 'session' in signed ? signed : { message: signed.fault.message };
  }
  const known = authenticate(cloud, source.credentials, { operation, unsigned: false });
  return 'session' in known ? known : { message: known.fault.message };
}

function callOf({ call: name, seconds, id }: Asked, time: number): OperationCall {
  const role = (wanted: string): OperationCall => ({
    operation: 'sts:AssumeRole',
    input: {
      RoleArn: `arn:aws:iam::${ACCOUNT}:role/${wanted}`,
      RoleSessionName: `session-${id}`,
      DurationSeconds: seconds,
    },
  });
  switch (name) {
    case 'quay':
      return role('Quay');
    case 'reports':
      return role('Reports');
    case 'token':
      return { operation: 'sts:GetSessionToken', input: { DurationSeconds: seconds } };
    case 'federation':
      return {
        operation: 'sts:GetFederationToken',
        input: { Name: 'scanner', DurationSeconds: seconds, Policy: EVERYTHING },
      };
    case 'revoke':
      return {
        operation: 'iam:PutRolePolicy',
        input: { RoleName: 'Quay', PolicyName: 'AWSRevokeOlderSessions', PolicyDocument: olderThan(time) },
      };
  }
}

const EVERYTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** What revoking sessions writes into a role. Source: ug-revoke-sessions. */
function olderThan(time: number): string {
  const until = new Date(time).toISOString();
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { DateLessThan: { 'aws:TokenIssueTime': until } },
      },
    ],
  });
}

/** What was kept, as far as it can be read. */
export function parseLog(text: string): readonly Asked[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isAsked).slice(0, MOST_ASKED) : [];
  } catch {
    return [];
  }
}

function isAsked(value: unknown): value is Asked {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, from, call: name, seconds } = value as Partial<Record<keyof Asked, unknown>>;
  const known = CALLS.find((one) => one === name);
  return (
    known !== undefined &&
    typeof id === 'string' &&
    /^\d{1,3}$/.test(id) &&
    typeof from === 'string' &&
    typeof at === 'number' &&
    Number.isFinite(at) &&
    at >= 0 &&
    (known === 'revoke' || DURATIONS[known].some((one) => one === seconds))
  );
}
