type Standing = 'denies' | 'silent' | 'allows' | 'spared';

const SHORT = { scp: 'SCP', rcp: 'RCP' };

const STANDINGS: Readonly<Record<'scp' | 'rcp', Readonly<Record<Standing, string>>>> = {
  scp: { denies: 'denies it', silent: 'says nothing', allows: 'lets it pass', spared: 'does not bind here' },
  rcp: {
    denies: 'denies it for the resource',
    silent: 'says nothing',
    allows: 'lets the resource be reached',
    spared: 'does not bind this resource',
  },
};

export const organization = {
  tree: 'The organization, from its root down',
  kinds: { root: 'top', unit: 'unit', management: 'management account', account: 'account' },
  short: SHORT,
  long: { scp: 'service control policies', rcp: 'resource control policies' },
  signs: { denies: '✕', silent: '–', allows: '✓', spared: '○' },
  standings: STANDINGS,
  fixed: 'RCPFullAWSAccess',
  last: 'A place is never without a service control policy: attach another one first.',
  takeDown: (name: string, place: string): string => `Take ${name} down from ${place}`,
  hangUp: (kind: 'scp' | 'rcp', place: string): string => `Attach an ${SHORT[kind]} at ${place}`,
  add: 'attach…',
  why: 'The whole derivation',
  policies: 'Policies of the organization',
};
