// Who may call Organizations: the management account, for reading also a delegated administrator, for little any member.
import { lookup, type Cloud, type Organization } from '../cloud.ts';
import type { Context } from '#evaluator';
import type { BareRequest } from '../authorize.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import type { Done, Input, Operation, Reply, Site } from '../operation.ts';
import { organizationOf } from '../organization.ts';

const NOT_IN_USE = 'Your account is not a member of an organization.';
const NO_PERMISSION = "You don't have permissions to access this resource.";

/** A caller inside an organization. */
export interface Inside extends Site {
  readonly organization: Organization;
}

type Admits = (site: Site, organization: Organization) => boolean;

const management: Admits = ({ account }, organization) => organization.management === account.id;
const readers: Admits = (site, organization) =>
  management(site, organization) || lookup(organization.delegated ?? {}, site.account.id) !== undefined;
const members: Admits = () => true;

interface Ask {
  readonly name: string;
  /** ARNs of what it is about; everything where nothing is said. */
  readonly on?: (inside: Inside, input: Input) => readonly string[];
  readonly context?: (inside: Inside, input: Input) => Context;
  readonly run: (inside: Inside, input: Input) => Done | Reply | Refused;
}

const byManagement = (ask: Ask): Operation => operation(ask, management);
const byReaders = (ask: Ask): Operation => operation(ask, readers);
const byMembers = (ask: Ask): Operation => operation(ask, members);
export { byManagement, byMembers, byReaders };

/**
 * Whether somebody may ask is the affair of the caller's account, whoever owns what it is about; that this account may
 * ask comes after. Source: api-organizations.
 */
function operation({ name, on, context, run }: Ask, admits: Admits): Operation {
  const action = `organizations:${name}`;
  return {
    name: action,
    needs: (site, input) => {
      const organization = organizationOf(site.cloud, site.account.id);
      const inside = organization && { ...site, organization };
      const about = inside && on ? on(inside, input) : ['*'];
      const given = inside && context ? { context: context(inside, input) } : {};
      return about.map((one): BareRequest => ({ action, on: one, own: true, ...given }));
    },
    run: (site, input) => {
      const organization = organizationOf(site.cloud, site.account.id);
      if (!organization) return fault('AWSOrganizationsNotInUseException', NOT_IN_USE);
      if (!admits(site, organization)) return fault('AccessDeniedException', NO_PERMISSION);
      const done = run({ ...site, organization }, input);
      return isRefused(done) || isDone(done) ? done : { cloud: site.cloud, reply: done };
    },
  };
}

function isDone(value: Done | Reply): value is Extract<Done, { readonly cloud: Cloud }> {
  return 'cloud' in value && 'reply' in value;
}

/** The cloud with another state of an organization. */
export function withOrganization(cloud: Cloud, organization: Organization): Cloud {
  return { ...cloud, organizations: { ...cloud.organizations, [organization.id]: organization } };
}
