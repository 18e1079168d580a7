// Services that an organization trusts, and the accounts that administer them for it.
import { lookup, without } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation } from '../operation.ts';
import { accountReply, memberIn, noAccount, onAccount } from './accounts.ts';
import { byManagement, byReaders, withOrganization, type Inside } from './caller.ts';
import { listed } from './page.ts';

const PRINCIPAL = /^[a-z0-9][a-z0-9.-]*\.amazonaws\.com$/;

const serviceKey = (_: Inside, input: Input): Record<string, string> => ({
  'organizations:ServicePrincipal': textOf(input, 'ServicePrincipal'),
});

function serviceFault(input: Input): Refused | undefined {
  return PRINCIPAL.test(textOf(input, 'ServicePrincipal'))
    ? undefined
    : fault('InvalidInputException', 'You specified an unrecognized service principal.');
}

const enable = byManagement({
  name: 'EnableAWSServiceAccess',
  context: serviceKey,
  run: ({ cloud, organization }, input) => {
    const bad = serviceFault(input);
    if (bad) return bad;
    if (organization.features !== undefined)
      return fault(
        'ConstraintViolationException',
        'You must enable all features of the organization before you can trust a service.',
      );
    const service = textOf(input, 'ServicePrincipal');
    const trusted = { [service]: cloud.time, ...organization.trusted };
    return { cloud: withOrganization(cloud, { ...organization, trusted }), reply: {} };
  },
});

const disable = byManagement({
  name: 'DisableAWSServiceAccess',
  context: serviceKey,
  run: ({ cloud, organization }, input) => {
    const bad = serviceFault(input);
    if (bad) return bad;
    const service = textOf(input, 'ServicePrincipal');
    const isUsed = Object.values(organization.delegated ?? {}).some((one) => lookup(one, service));
    if (isUsed)
      return fault(
        'ConstraintViolationException',
        'You must deregister the delegated administrators of the service first.',
      );
    const trusted = without(organization.trusted ?? {}, service);
    return { cloud: withOrganization(cloud, { ...organization, trusted }), reply: {} };
  },
});

const listTrusted = byReaders({
  name: 'ListAWSServiceAccessForOrganization',
  run: ({ organization }, input) =>
    listed(
      input,
      'EnabledServicePrincipals',
      Object.entries(organization.trusted ?? {}).map(([ServicePrincipal, DateEnabled]) => ({
        ServicePrincipal,
        DateEnabled,
      })),
    ),
});

/** Only for a service that the organization trusts. Source: api-organizations. */
const register = byManagement({
  name: 'RegisterDelegatedAdministrator',
  on: onAccount,
  context: serviceKey,
  run: (inside, input) => {
    const { cloud, organization } = inside;
    const id = memberIn(inside, input);
    if (typeof id !== 'string') return id;
    const service = textOf(input, 'ServicePrincipal');
    const bad = serviceFault(input) ?? delegationFault(inside, id, service);
    if (bad) return bad;
    const own = { ...organization.delegated?.[id], [service]: cloud.time };
    const delegated = { ...organization.delegated, [id]: own };
    return { cloud: withOrganization(cloud, { ...organization, delegated }), reply: {} };
  },
});

function delegationFault({ organization }: Inside, id: string, service: string): Refused | undefined {
  if (id === organization.management)
    return fault(
      'ConstraintViolationException',
      'You cannot register master account/yourself as delegated administrator for your organization.',
    );
  if (lookup(organization.trusted ?? {}, service) === undefined)
    return fault(
      'ConstraintViolationException',
      'You must enable service access before you delegate an administrator for this service. Call the AWS API EnableAWSServiceAccess first.',
    );
  return lookup(organization.delegated?.[id] ?? {}, service) === undefined
    ? undefined
    : fault(
        'AccountAlreadyRegisteredException',
        'The provided account is already a delegated administrator for your organization.',
      );
}

function notRegistered(): Refused {
  return fault(
    'AccountNotRegisteredException',
    'The provided account is not a registered delegated administrator for your organization.',
  );
}

const deregister = byManagement({
  name: 'DeregisterDelegatedAdministrator',
  on: onAccount,
  context: serviceKey,
  run: (inside, input) => {
    const { cloud, organization } = inside;
    const id = memberIn(inside, input);
    if (typeof id !== 'string') return id;
    const service = textOf(input, 'ServicePrincipal');
    const own = organization.delegated?.[id] ?? {};
    if (lookup(own, service) === undefined) return notRegistered();
    const rest = without(own, service);
    const others = without(organization.delegated ?? {}, id);
    const delegated = Object.keys(rest).length === 0 ? others : { ...others, [id]: rest };
    return { cloud: withOrganization(cloud, { ...organization, delegated }), reply: {} };
  },
});

const listAdministrators = byReaders({
  name: 'ListDelegatedAdministrators',
  context: (inside, input) => (textOf(input, 'ServicePrincipal') === '' ? {} : serviceKey(inside, input)),
  run: ({ cloud, organization }, input) => {
    const service = textOf(input, 'ServicePrincipal');
    const all = Object.entries(organization.delegated ?? {}).filter(
      ([, own]) => service === '' || lookup(own, service) !== undefined,
    );
    const administrators = all.map(([id, own]) => {
      const account = without(accountReply(cloud, organization, id), 'Paths');
      return { ...account, DelegationEnabledDate: Math.min(...Object.values(own)) };
    });
    return listed(input, 'DelegatedAdministrators', administrators);
  },
});

const listServices = byReaders({
  name: 'ListDelegatedServicesForAccount',
  on: onAccount,
  run: (inside, input) => {
    const id = memberIn(inside, input);
    if (typeof id !== 'string') return noAccount();
    const own = lookup(inside.organization.delegated ?? {}, id);
    if (!own) return notRegistered();
    return listed(
      input,
      'DelegatedServices',
      Object.entries(own).map(([ServicePrincipal, DelegationEnabledDate]) => ({
        ServicePrincipal,
        DelegationEnabledDate,
      })),
    );
  },
});

export const SERVICES_OF_ORGANIZATIONS: readonly Operation[] = [
  ...[enable, disable, listTrusted, register, deregister, listAdministrators, listServices],
];
