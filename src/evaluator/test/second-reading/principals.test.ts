// Whom a resource policy names, how closely, and whom NotPrincipal spares, in the second reading.
import { describe, expect, it } from 'vitest';
import { decideLine, resourceReach } from './decision.ts';
import type { Line } from './line.ts';
import {
  OWN,
  ANA,
  APP,
  KIT,
  ROOT,
  USER,
  ROLE,
  SESSION,
  policy,
  all,
  ALL,
  names,
  spares,
  line,
} from './small-lines.ts';

const SPARED: readonly (readonly [title: string, Line, string])[] = [
  ['NotPrincipal spares root with its account', line(ROOT, { resourcePolicy: spares(OWN) }), 'allowed'],
  [
    'NotPrincipal needs user and account',
    line(ANA, { identityPolicies: [ALL], resourcePolicy: spares(USER) }),
    'explicitDeny',
  ],
  [
    'NotPrincipal needs the user beside the account',
    line(ANA, { identityPolicies: [ALL], resourcePolicy: spares(OWN) }),
    'explicitDeny',
  ],
  [
    'NotPrincipal spares everybody',
    line(ANA, { identityPolicies: [ALL], resourcePolicy: spares('*') }),
    'allowed',
  ],
  [
    'NotPrincipal needs the role beside account and session',
    line(APP, { identityPolicies: [ALL], resourcePolicy: spares(OWN, SESSION) }),
    'explicitDeny',
  ],
  [
    'NotPrincipal needs account, role and session',
    line(APP, { identityPolicies: [ALL], resourcePolicy: spares(OWN, ROLE) }),
    'explicitDeny',
  ],
  [
    'NotPrincipal with all three',
    line(APP, { identityPolicies: [ALL], resourcePolicy: spares(OWN, ROLE, SESSION) }),
    'allowed',
  ],
  [
    'NotPrincipal hits whoever has a boundary',
    line(ANA, { identityPolicies: [ALL], resourcePolicy: spares('*'), permissionsBoundary: ALL }),
    'explicitDeny',
  ],
];

describe('[principal-matches] in the second reading', () => {
  it.each(SPARED)('%s', (_title, asked, expected) => {
    expect(decideLine(asked).decision).toBe(expected);
  });

  it.each([
    ['account', ANA, [OWN]],
    ['direct', ANA, [OWN, USER]],
    ['role', APP, [OWN, `arn:aws:iam::${OWN}:role/app`]],
    ['none', APP, [`arn:aws:iam::${OWN}:role/elsewhere/app`]],
    ['direct', APP, [ROLE, SESSION]],
    ['role', KIT, [OWN, USER]],
    ['direct', KIT, [KIT.arn ?? '']],
    ['none', ANA, [`arn:aws:iam::${OWN}:user/*`, ROLE]],
    ['direct', ANA, ['*']],
  ])('the reach is the strongest of all that allow: %s', (reach, caller, listed) => {
    const one = policy(...listed.map((name) => ({ ...all, Principal: { AWS: name } })));
    for (const resourcePolicy of [one, names(...listed)])
      expect(resourceReach(line(caller, { resourcePolicy }))).toBe(reach);
  });

  it('[naming-the-role-keeps-ceilings] a direct grant whose condition fails does not count', () => {
    const failing = { ...all, Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } };
    const resourcePolicy = policy(failing, { ...all, Principal: { AWS: ROLE } });
    expect(resourceReach(line(APP, { resourcePolicy }))).toBe('role');
  });
});
