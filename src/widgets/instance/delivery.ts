// How an instance comes by its credentials: what the metadata service answers, step by step, and what the keys are good
// for. It knows no browser.
import {
  accountOf,
  answerMetadata,
  openCloud,
  parts,
  verdictOf,
  withMetadataOptions,
  type Cloud,
  type MetadataRequest,
  type Part,
} from '#cloud';
import type { Decision } from '#evaluator';

export interface Setting {
  /** The service that the role trusts. */
  readonly trusts: 'ec2' | 'lambda';
  readonly roleInProfile: boolean;
  readonly profileOnInstance: boolean;
  /** The instance answers nobody without a token. */
  readonly tokensRequired: boolean;
  /** The role's policy denies what was delivered by version 1. */
  readonly deniesOldDelivery: boolean;
  /** The program asks for a token first. */
  readonly asksWithToken: boolean;
  /** Since the program first asked. */
  readonly hours: number;
}

export const HOURS: readonly number[] = [0, 3, 6, 12];

export type StepId = 'token' | 'role' | 'keys' | 'call';

export interface Step {
  readonly id: StepId;
  /** What is sent, as one would type it. */
  readonly sent: string;
  /** What comes back, shortened where it is only long. */
  readonly answer: string;
  readonly good: boolean;
}

export interface Delivery {
  readonly steps: readonly Step[];
  /** How the call to the table is decided, once there are keys for it. */
  readonly call?: { readonly decision: Decision; readonly parts: readonly Part[] };
  readonly keys?: { readonly id: string; readonly expires: string; readonly version: '1.0' | '2.0' };
  /** The id of the key that was handed out first, and what became of a copy of it. */
  readonly copy?: { readonly id: string; readonly isOver: boolean };
}

const ACCOUNT = '111122223333';
const TABLE = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`;
const HOUR = 3_600_000;
const ROLES = '/latest/meta-data/iam/security-credentials/';
const TTL = 'x-aws-ec2-metadata-token-ttl-seconds';
const TOKEN = 'x-aws-ec2-metadata-token';

export function deliver(setting: Setting): Delivery {
  const cloud = openedFor(setting);
  const id = Object.keys(accountOf(cloud, ACCOUNT).instances)[0] ?? '';
  const first = ask(cloud, id, setting);
  if (setting.hours === 0 || !first.keys) return withCopy(first, first, cloud.time);
  const later = { ...first.cloud, time: cloud.time + setting.hours * HOUR };
  return withCopy(ask(later, id, setting), first, later.time);
}

interface Asked extends Delivery {
  readonly cloud: Cloud;
}

function withCopy({ steps, call, keys }: Asked, first: Asked, now: number): Delivery {
  const { keys: copied } = first;
  return {
    steps,
    ...(call ? { call } : {}),
    ...(keys ? { keys } : {}),
    ...(copied ? { copy: { id: copied.id, isOver: Date.parse(copied.expires) <= now } } : {}),
  };
}

function ask(cloud: Cloud, id: string, { asksWithToken }: Setting): Asked {
  const steps: Step[] = [];
  let now = cloud;
  const headers = new Map<string, string>();
  const send = (step: StepId, request: MetadataRequest): string | undefined => {
    const { status, body, cloud: next } = answerMetadata(now, ACCOUNT, id, request);
    now = next;
    const good = status === 200 && !body.includes('AssumeRoleUnauthorizedAccess');
    steps.push({
      id: step,
      sent: sentOf(request),
      answer: status === 200 ? shortened(body) : titleOf(body),
      good,
    });
    return good ? body : undefined;
  };
  if (asksWithToken) {
    const token = send('token', {
      method: 'PUT',
      path: '/latest/api/token',
      headers: new Map([[TTL, '21600']]),
    });
    if (token === undefined) return { steps, cloud: now };
    headers.set(TOKEN, token);
  }
  const role = send('role', { method: 'GET', path: ROLES, headers });
  if (role === undefined) return { steps, cloud: now };
  const body = send('keys', { method: 'GET', path: `${ROLES}${role}`, headers });
  if (body === undefined) return { steps, cloud: now };
  const { AccessKeyId, Expiration } = JSON.parse(body) as Readonly<
    Record<'AccessKeyId' | 'Expiration', string>
  >;
  const session = now.temporary?.[AccessKeyId]?.session;
  const decided = session && parts(now, session, { action: 'dynamodb:UpdateItem', on: TABLE });
  const keys = { id: AccessKeyId, expires: Expiration, version: asksWithToken ? '2.0' : '1.0' } as const;
  if (!decided || 'fault' in decided) return { steps, keys, cloud: now };
  return { steps, keys, cloud: now, call: { decision: verdictOf(decided).decision, parts: decided } };
}

/** As one would type it on the instance. */
function sentOf({ method, path, headers }: MetadataRequest): string {
  const put = method === 'GET' ? '' : ` -X ${method}`;
  const given = [...headers.keys()]
    .map((name) => ` -H '${name}: ${name === TTL ? '21600' : '$TOKEN'}'`)
    .join('');
  return `curl${put}${given} http://169.254.169.254${path}`;
}

const titleOf = (page: string): string => /<title>(.*)<\/title>/.exec(page)?.[1] ?? '';

/** Secrets and tokens are long, and nothing is to be read in them. */
const shortened = (body: string): string => body.replace(/[\w+/=-]{36,}/g, (long) => `${long.slice(0, 12)}…`);

function openedFor({
  trusts,
  roleInProfile,
  profileOnInstance,
  tokensRequired,
  deniesOldDelivery,
}: Setting): Cloud {
  const cloud = openCloud({
    time: Date.UTC(2026, 10, 23, 9),
    seed: 86,
    accounts: {
      [ACCOUNT]: {
        region: 'eu-west-1',
        roles: {
          bookings: {
            trust: JSON.stringify({
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Principal: { Service: `${trusts}.amazonaws.com` },
                  Action: 'sts:AssumeRole',
                },
              ],
            }),
            policies: { orders: policyOf(deniesOldDelivery) },
          },
        },
        instanceProfiles: { bookings: roleInProfile ? { role: 'bookings' } : {} },
        instances: { 'booking-1': profileOnInstance ? { profile: 'bookings' } : {} },
        tables: { orders: {} },
      },
    },
  });
  const id = Object.keys(accountOf(cloud, ACCOUNT).instances)[0] ?? '';
  return withMetadataOptions(cloud, ACCOUNT, id, { tokens: tokensRequired ? 'required' : 'optional' });
}

function policyOf(deniesOldDelivery: boolean): string {
  const allow = { Sid: 'WriteOrders', Effect: 'Allow', Action: 'dynamodb:UpdateItem', Resource: TABLE };
  const deny = {
    Sid: 'NotByVersionOne',
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { NumericLessThan: { 'ec2:RoleDelivery': '2.0' } },
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: deniesOldDelivery ? [allow, deny] : [allow] });
}
