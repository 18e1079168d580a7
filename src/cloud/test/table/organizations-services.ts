// The table's rows for services that an organization trusts, and for tags.
import {
  DELEGATED,
  managed,
  NO_UNIT,
  OWN,
  PARTNER,
  simple,
  strangers,
  TRUSTED,
  wrong,
} from './organizations-world.ts';
import type { Failing, Row } from './row.ts';

const SERVICE = { ServicePrincipal: 'iam.amazonaws.com' };
const BOTH = { AccountId: OWN, ...SERVICE };

const both = (name: string, input: object, more: readonly Failing[] = []): readonly Failing[] => [
  ...strangers({ ...input }),
  wrong({ ...input, [name]: '' }),
  ...more,
];
const service = wrong({ ...BOTH, ServicePrincipal: 'nobody' });
const NO_ACCOUNT: Failing = {
  code: 'AccountNotFoundException',
  input: { ...BOTH, AccountId: '123456789012' },
};
const NO_QUOTA = { ConstraintViolationException: 'reading breaks no quota' };
const NO_TARGET = (input: object): Failing => ({
  code: 'TargetNotFoundException',
  input: { ...input, ResourceId: NO_UNIT },
});
const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));

export const ORGANIZATIONS_SERVICE_ROWS: readonly Row[] = [
  managed({
    operation: 'organizations:EnableAWSServiceAccess',
    input: SERVICE,
    needs: ['organizations:EnableAWSServiceAccess'],
    faults: [
      ...strangers(SERVICE),
      wrong({ ServicePrincipal: 'nobody' }),
      { code: 'ConstraintViolationException', world: simple, input: SERVICE },
    ],
  }),
  managed({
    operation: 'organizations:DisableAWSServiceAccess',
    before: [TRUSTED],
    input: SERVICE,
    needs: ['organizations:DisableAWSServiceAccess'],
    faults: [
      ...strangers(SERVICE),
      wrong({ ServicePrincipal: 'nobody' }),
      { code: 'ConstraintViolationException', before: [TRUSTED, DELEGATED], input: SERVICE },
    ],
  }),
  managed({
    operation: 'organizations:ListAWSServiceAccessForOrganization',
    before: [TRUSTED],
    input: {},
    needs: ['organizations:ListAWSServiceAccessForOrganization'],
    reply: { EnabledServicePrincipals: [SERVICE] },
    faults: [...strangers({}), wrong({ MaxResults: 21 })],
    never: NO_QUOTA,
  }),
  managed({
    operation: 'organizations:RegisterDelegatedAdministrator',
    before: [TRUSTED],
    input: BOTH,
    needs: ['organizations:RegisterDelegatedAdministrator'],
    faults: [
      ...strangers(BOTH),
      service,
      NO_ACCOUNT,
      { code: 'ConstraintViolationException', before: [], input: BOTH },
      { code: 'AccountAlreadyRegisteredException', before: [TRUSTED, DELEGATED], input: BOTH },
    ],
  }),
  managed({
    operation: 'organizations:DeregisterDelegatedAdministrator',
    before: [TRUSTED, DELEGATED],
    input: BOTH,
    needs: ['organizations:DeregisterDelegatedAdministrator'],
    faults: [
      { code: 'AccessDeniedException', as: 'partner', input: BOTH },
      ...strangers(BOTH).slice(1),
      wrong({ ...BOTH, AccountId: 'x' }),
      NO_ACCOUNT,
      { code: 'AccountNotRegisteredException', before: [], input: BOTH },
    ],
    never: { ConstraintViolationException: 'nothing is in the way' },
  }),
  managed({
    operation: 'organizations:ListDelegatedAdministrators',
    before: [TRUSTED, DELEGATED],
    input: SERVICE,
    needs: ['organizations:ListDelegatedAdministrators'],
    reply: { DelegatedAdministrators: [{ Id: OWN, Name: 'learner' }] },
    faults: [
      { code: 'AccessDeniedException', as: 'partner', input: SERVICE },
      ...strangers(SERVICE).slice(1),
      wrong({ MaxResults: 21 }),
    ],
    never: NO_QUOTA,
  }),
  managed({
    operation: 'organizations:ListDelegatedServicesForAccount',
    before: [TRUSTED, DELEGATED],
    input: { AccountId: OWN },
    needs: ['organizations:ListDelegatedServicesForAccount'],
    reply: { DelegatedServices: [SERVICE] },
    faults: [
      { code: 'AccessDeniedException', as: 'partner', input: { AccountId: OWN } },
      ...strangers({ AccountId: OWN }).slice(1),
      wrong({ AccountId: 'x' }),
      { code: 'AccountNotFoundException', input: { AccountId: '123456789012' } },
      { code: 'AccountNotRegisteredException', input: { AccountId: PARTNER } },
    ],
    never: NO_QUOTA,
  }),
  managed({
    operation: 'organizations:TagResource',
    input: { ResourceId: OWN, Tags: tags(1) },
    needs: ['organizations:TagResource'],
    faults: [
      ...both('ResourceId', { ResourceId: OWN, Tags: tags(1) }),
      NO_TARGET({ Tags: tags(1) }),
      { code: 'ConstraintViolationException', input: { ResourceId: OWN, Tags: tags(51) } },
    ],
  }),
  managed({
    operation: 'organizations:UntagResource',
    before: [['management', 'organizations:TagResource', { ResourceId: OWN, Tags: tags(2) }]],
    input: { ResourceId: OWN, TagKeys: ['k0'] },
    needs: ['organizations:UntagResource'],
    faults: [...both('ResourceId', { ResourceId: OWN, TagKeys: ['k0'] }), NO_TARGET({ TagKeys: ['k0'] })],
    never: { ConstraintViolationException: 'taking tags away breaks no quota' },
  }),
  managed({
    operation: 'organizations:ListTagsForResource',
    before: [['management', 'organizations:TagResource', { ResourceId: OWN, Tags: tags(2) }]],
    input: { ResourceId: OWN },
    needs: ['organizations:ListTagsForResource'],
    reply: { Tags: tags(2) },
    faults: [...both('ResourceId', { ResourceId: OWN }), NO_TARGET({})],
  }),
];
