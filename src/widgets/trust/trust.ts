// Who may take a role, and with what in hand: the call that somebody would make, decided. It knows no browser.
import {
  accountOf,
  documentsOf,
  parts,
  signIn,
  takingPairs,
  verdictOf,
  type Cloud,
  type DocumentId,
} from '#cloud';
import type { Judged } from '#widgets/lab/judge.ts';

/** What a caller sends along, as it was typed. */
export interface InHand {
  readonly externalId: string;
  /** A code of the caller's MFA device. */
  readonly mfa: boolean;
  /** `KEY=VALUE` */
  readonly tag: string;
  readonly sourceIdentity: string;
}

export type InHandFault = 'externalId' | 'tag' | 'sourceIdentity';

export interface Role {
  readonly arn: string;
  /** Its trust policy, by its name in the cloud. */
  readonly document: DocumentId;
  readonly trust: string;
}

/** @throws when no account has a role of this name: an author's mistake */
export function roleIn(cloud: Cloud, name: string): Role {
  const found = documentsOf(cloud).find(({ id }) => id.endsWith(`role/${name}/trust`));
  if (!found) throw new Error(`no role ${name}`);
  const path = accountOf(cloud, found.owner).roles[name]?.path ?? '/';
  return {
    arn: `arn:aws:iam::${found.owner}:role${path}${name}`,
    document: found.id,
    trust: found.text,
  };
}

/** Source: api-sts. */
const FORMS = {
  externalId: /^[\w+=,.@:/-]{2,1224}$/,
  tag: /^[^=]{1,128}=.{0,256}$/,
  sourceIdentity: /^[\w+=,.@-]{2,64}$/,
} as const;

/** What STS would refuse before it asks anybody. */
export function faultsIn(inHand: InHand): readonly InHandFault[] {
  return (['externalId', 'tag', 'sourceIdentity'] as const).filter(
    (field) => inHand[field] !== '' && !FORMS[field].test(inHand[field]),
  );
}

/** How the call that takes the role comes out for somebody. */
export function judgeTaking(cloud: Cloud, who: string, role: string, inHand: InHand): Judged {
  const signed = signIn(cloud, who);
  if (!('session' in signed)) return { parts: [], noCredentials: true, failure: signed.fault.message };
  const { session } = signed;
  const second =
    inHand.mfa && session.principal.type === 'user' ? { 'aws:MultiFactorAuthPresent': 'true' } : {};
  const wanted = takingPairs({ session }, inputOf(role, inHand), second);
  if ('fault' in wanted) return { parts: [], noCredentials: false, failure: wanted.fault.message };
  const asked = wanted.flatMap((pair) => {
    const decided = parts(cloud, session, pair);
    return 'fault' in decided ? [] : decided;
  });
  return { parts: asked, noCredentials: false, verdict: verdictOf(asked) };
}

function inputOf(role: string, { externalId, tag, sourceIdentity }: InHand) {
  const [key = '', ...value] = tag.split('=');
  return {
    RoleArn: role,
    RoleSessionName: 'trying',
    ...(externalId === '' ? {} : { ExternalId: externalId }),
    ...(tag === '' ? {} : { Tags: [{ Key: key, Value: value.join('=') }] }),
    ...(sourceIdentity === '' ? {} : { SourceIdentity: sourceIdentity }),
  };
}

/** Whom a prepared trust policy names: the caller, everybody whom their account lets, or the whole world. */
export const NAMED = ['caller', 'account', 'everybody'] as const;
export type NamedBy = (typeof NAMED)[number];

/** What it demands besides. */
export const DEMANDS = ['nothing', 'externalId', 'mfa'] as const;
export type Demand = (typeof DEMANDS)[number];

const CONDITIONS: Readonly<Record<Demand, object | undefined>> = {
  nothing: undefined,
  externalId: { StringEquals: { 'sts:ExternalId': 'lumen-4c81d2' } },
  mfa: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
};

/** A trust policy to begin with. A service has no account, so that it is named itself. */
export function trustText(cloud: Cloud, who: string, named: NamedBy, demand: Demand): string {
  const condition = CONDITIONS[demand];
  const statement = {
    Effect: 'Allow',
    Principal: principalOf(cloud, who, named),
    Action: 'sts:AssumeRole',
    ...(condition ? { Condition: condition } : {}),
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}

function principalOf(cloud: Cloud, who: string, named: NamedBy): object | string {
  const signed = signIn(cloud, who);
  if (named === 'everybody' || !('session' in signed)) return { AWS: '*' };
  const { type, arn, roleArn, account } = signed.session.principal;
  if (type === 'service') return { Service: arn };
  return { AWS: named === 'account' ? `arn:aws:iam::${account}:root` : (roleArn ?? arn) };
}
