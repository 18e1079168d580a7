// Reports of what the accounts under a place of an organization last used of what its service control policies allow.
import { lookup, type Cloud, type Organization } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { present, textOf, type Operation, type Reply } from '../operation.ts';
import { levelsOf, organizationOf, pathOf } from '../organization.ts';
import { REPORT_TAKES } from './access-report.ts';
import { toTheMinute } from './access-keys.ts';
import { changed } from './changed.ts';
import { page } from './found.ts';
import { servicesAllowed } from './reach.ts';
import { nameOfService, SERVICE_NAMES } from './service-names.ts';
import type { OrganizationJob, ServiceAccess } from './state.ts';

/** The path of an account: that of the unit above it, then its own id. */
const pathTo = (organization: Organization, account: string): string =>
  `${pathOf(organization, account)}${account}`;

/** The accounts at or under a path; none when the path is not one of the organization. */
function accountsUnder(organization: Organization, path: string): readonly string[] {
  const wanted = path.replace(/\/$/, '');
  return Object.keys(organization.members).filter((account) => {
    const own = pathTo(organization, account);
    return own === wanted || own.startsWith(`${wanted}/`);
  });
}

/** What the service control policies let an account use. The management account is bound by none. Source: org-scps. */
function reachable(cloud: Cloud, organization: Organization, account: string): ReadonlySet<string> {
  if (organization.management === account) return new Set(Object.keys(SERVICE_NAMES));
  const levels = levelsOf(cloud, organization, account).map(({ scp }) => {
    const texts = scp.flatMap((name) => lookup(organization.scp, name) ?? []);
    return new Set(texts.flatMap((text) => [...servicesAllowed(text, 'scp')]));
  });
  const all = Object.keys(SERVICE_NAMES);
  return new Set(all.filter((service) => levels.every((level) => level.has(service))));
}

function servicesOf(
  cloud: Cloud,
  organization: Organization,
  accounts: readonly string[],
): readonly ServiceAccess[] {
  const services = new Set(accounts.flatMap((account) => [...reachable(cloud, organization, account)]));
  return [...services].map((namespace) => {
    const uses = Object.entries(cloud.uses ?? {})
      .filter(([key, { by }]) => key.endsWith(` ${namespace}`) && accounts.includes(by.split(':')[4] ?? ''))
      .map(([, use]) => use);
    const last = uses.toSorted((one, other) => other.time - one.time)[0];
    const account = last?.by.split(':')[4];
    return {
      namespace,
      ...(last && account !== undefined
        ? { time: toTheMinute(last.time), region: last.region, by: pathTo(organization, account) }
        : {}),
      entities: new Set(uses.map(({ by }) => by.split(':')[4])).size,
      actions: [],
    };
  });
}

const generate: Operation = {
  name: 'iam:GenerateOrganizationsAccessReport',
  needs: ({ account }, input) => {
    const policy = textOf(input, 'OrganizationsPolicyId');
    return [
      {
        action: 'iam:GenerateOrganizationsAccessReport',
        on: `arn:aws:iam::${account.id}:access-report/${textOf(input, 'EntityPath')}`,
        context: policy === '' ? {} : { 'iam:OrganizationsPolicyId': policy },
      },
    ];
  },
  run: ({ cloud, account }, input) => {
    const organization = organizationOf(cloud, account.id);
    if (organization?.management !== account.id)
      return fault('AccessDenied', 'Only the management account of an organization can make this report.');
    const path = textOf(input, 'EntityPath');
    const accounts = accountsUnder(organization, path);
    if (accounts.length === 0) return fault('InvalidInput', `The entity path ${path} cannot be found.`);
    const issued = issueUuid(cloud);
    const services = servicesOf(cloud, organization, accounts);
    const job: OrganizationJob = { started: cloud.time, path, services };
    const organizationJobs = { ...account.iam?.organizationJobs, [issued.id]: job };
    const next = { ...account, iam: { ...account.iam, organizationJobs } };
    return changed(issued.cloud, next, { JobId: issued.id });
  },
};

const never = (one: ServiceAccess): number => one.time ?? 0;
const byNamespace = (one: ServiceAccess, other: ServiceAccess): number =>
  one.namespace < other.namespace ? -1 : 1;

const ORDERS: Readonly<Record<string, (one: ServiceAccess, other: ServiceAccess) => number>> = {
  SERVICE_NAMESPACE_ASCENDING: byNamespace,
  SERVICE_NAMESPACE_DESCENDING: (one, other) => byNamespace(other, one),
  LAST_AUTHENTICATED_TIME_ASCENDING: (one, other) => never(one) - never(other),
  LAST_AUTHENTICATED_TIME_DESCENDING: (one, other) => never(other) - never(one),
};

function detail({ namespace, region, by, time, entities }: ServiceAccess): Reply {
  return present({
    ServiceName: nameOfService(namespace),
    ServiceNamespace: namespace,
    Region: region,
    EntityPath: by,
    LastAuthenticatedTime: time,
    TotalAuthenticatedEntities: entities,
  });
}

const get: Operation = {
  name: 'iam:GetOrganizationsAccessReport',
  needs: () => [{ action: 'iam:GetOrganizationsAccessReport', on: '*' }],
  run: ({ cloud, account }, input) => {
    const id = textOf(input, 'JobId');
    const job = lookup(account.iam?.organizationJobs ?? {}, id);
    if (!job) return fault('NoSuchEntity', `Job ${id} cannot be found.`);
    const completed = job.started + REPORT_TAKES;
    if (cloud.time < completed)
      return { cloud, reply: { JobStatus: 'IN_PROGRESS', JobCreationDate: job.started, IsTruncated: false } };
    const order = ORDERS[textOf(input, 'SortKey')] ?? byNamespace;
    const listed: Reply | Refused = page(input, 'AccessDetails', job.services.toSorted(order).map(detail));
    if (isRefused(listed)) return listed;
    const unused = job.services.filter(({ time }) => time === undefined).length;
    return {
      cloud,
      reply: {
        JobStatus: 'COMPLETED',
        JobCreationDate: job.started,
        JobCompletionDate: completed,
        NumberOfServicesAccessible: job.services.length,
        NumberOfServicesNotAccessed: unused,
        ...listed,
      },
    };
  },
};

export const ORGANIZATION_REPORT: readonly Operation[] = [generate, get];
