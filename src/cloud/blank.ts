// The world in which a terminal opens when nothing is said: an organization of three accounts, an administrator in each.
import { lookup, type AccessKey, type Cloud } from './cloud.ts';
import { AWS_POLICIES } from './iam/aws-managed.ts';
import { USUAL_IDPS } from './idp/state.ts';
import { openCloud } from './open.ts';
import type { WorldSpec } from './world.ts';

const ADMIN = { admin: { attached: ['arn:aws:iam::aws:policy/AdministratorAccess'], keys: 1 } };
const MEMBER = { scp: ['FullAWSAccess'], rcp: ['RCPFullAWSAccess'] };

const BLANK: WorldSpec = {
  time: Date.parse('2026-11-23T09:00:00Z'),
  seed: 814,
  accounts: {
    '111122223333': { name: 'learner', region: 'us-east-1', users: ADMIN, rootKeys: 1 },
    '444455556666': { name: 'partner', region: 'us-east-1', users: ADMIN },
    '999900001111': { name: 'management', region: 'us-east-1', users: ADMIN },
  },
  organizations: {
    'o-gatehouse1': {
      management: '999900001111',
      root: { id: 'r-gate', ...MEMBER },
      members: { '999900001111': MEMBER, '111122223333': MEMBER, '444455556666': MEMBER },
    },
  },
};

export function blankWorld(): Cloud {
  return openCloud({ ...BLANK, awsPolicies: AWS_POLICIES, idps: USUAL_IDPS });
}

/** A name in `~/.aws/credentials` and the key behind it. */
export interface Profile {
  readonly name: string;
  readonly key: AccessKey;
  readonly account: string;
}

/** The profiles of the blank world: its administrators and the root user of the first account. */
export function profilesOf(cloud: Cloud): readonly Profile[] {
  const { '111122223333': own, '444455556666': partner, '999900001111': management } = cloud.accounts;
  const of = (name: string, account: typeof own, key: AccessKey | undefined): readonly Profile[] =>
    account && key ? [{ name, key, account: account.id }] : [];
  const admin = (account: typeof own): AccessKey | undefined =>
    account && lookup(account.users, 'admin')?.keys[0];
  return [
    ...of('default', own, admin(own)),
    ...of('partner', partner, admin(partner)),
    ...of('management', management, admin(management)),
    ...of('root', own, own?.rootKeys?.[0]),
  ];
}
