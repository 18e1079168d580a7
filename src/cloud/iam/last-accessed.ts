// Reports of what somebody, or everybody with a policy, last used; and which policies let somebody use a service.
import type { BareRequest } from '../authorize.ts';
import { lookup, type Account, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { present, textOf, textsOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { changed } from './changed.ts';
import { entitiesUsed, REPORT_TAKES, serviceReply, servicesUsed } from './access-report.ts';
import { page } from './found.ts';
import { actorsOf, entityOf, holdersOf, policiesHeld, servicesAllowed, type Entity } from './reach.ts';
import { SERVICE_NAMES } from './service-names.ts';
import type { AccessJob } from './state.ts';

const ENTITY = /^arn:aws:iam::(?:\d{12}|aws):(?:user|group|role|policy)\/.+$/;

/** Whom a report is about, and the services that they may use. */
function subject(
  cloud: Cloud,
  account: Account,
  arn: string,
): { readonly actors: readonly Entity[]; readonly services: ReadonlySet<string> } | Refused {
  if (!ENTITY.test(arn)) return fault('InvalidInput', `ARN ${arn} is not valid.`);
  const held = holdersOf(cloud, account, arn);
  if (held) return { actors: held.entities, services: servicesAllowed(held.policy.text) };
  const entity = entityOf(account, arn);
  if (!entity) return fault('NoSuchEntity', `ARN ${arn} cannot be found.`);
  const policies = policiesHeld(cloud, account, entity);
  const services = new Set(policies.flatMap(({ text }) => [...servicesAllowed(text)]));
  return { actors: actorsOf(account, entity), services };
}

const onArn =
  (action: string) =>
  (_: Site, input: Input): readonly BareRequest[] => [{ action, on: textOf(input, 'Arn') || '*' }];

const generate: Operation = {
  name: 'iam:GenerateServiceLastAccessedDetails',
  needs: onArn('iam:GenerateServiceLastAccessedDetails'),
  run: ({ cloud, account }, input) => {
    const about = subject(cloud, account, textOf(input, 'Arn'));
    if (isRefused(about)) return about;
    const level = textOf(input, 'Granularity') === 'ACTION_LEVEL' ? 'ACTION_LEVEL' : 'SERVICE_LEVEL';
    const issued = issueUuid(cloud);
    const job: AccessJob = {
      started: cloud.time,
      level,
      services: servicesUsed(cloud, about.actors, about.services, level),
      entities: entitiesUsed(cloud, about.actors),
    };
    const accessJobs = { ...account.iam?.accessJobs, [issued.id]: job };
    const next = { ...account, iam: { ...account.iam, accessJobs } };
    return changed(issued.cloud, next, { JobId: issued.id });
  },
};

function jobIn({ account }: Site, input: Input): AccessJob | Refused {
  const id = textOf(input, 'JobId');
  return lookup(account.iam?.accessJobs ?? {}, id) ?? fault('NoSuchEntity', `Job ${id} cannot be found.`);
}

/** How far a report is; its lists are empty until it is complete. */
function progress({ time }: Cloud, started: number): Reply {
  const completed = started + REPORT_TAKES;
  return present({
    JobStatus: time < completed ? 'IN_PROGRESS' : 'COMPLETED',
    JobCreationDate: started,
    JobCompletionDate: time < completed ? undefined : completed,
  });
}

const isComplete = ({ time }: Cloud, { started }: AccessJob): boolean => time >= started + REPORT_TAKES;

const getDetails: Operation = {
  name: 'iam:GetServiceLastAccessedDetails',
  needs: () => [{ action: 'iam:GetServiceLastAccessedDetails', on: '*' }],
  run: (site, input) => {
    const { cloud } = site;
    const job = jobIn(site, input);
    if (isRefused(job)) return job;
    const services = isComplete(cloud, job) ? job.services.map(serviceReply) : [];
    const listed = page(input, 'ServicesLastAccessed', services);
    if (isRefused(listed)) return listed;
    return { cloud, reply: { JobType: job.level, ...progress(cloud, job.started), ...listed } };
  },
};

const getEntities: Operation = {
  name: 'iam:GetServiceLastAccessedDetailsWithEntities',
  needs: () => [{ action: 'iam:GetServiceLastAccessedDetailsWithEntities', on: '*' }],
  run: (site, input) => {
    const { cloud } = site;
    const job = jobIn(site, input);
    if (isRefused(job)) return job;
    const namespace = textOf(input, 'ServiceNamespace');
    if (!job.services.some((service) => service.namespace === namespace))
      return fault('InvalidInput', `Service namespace ${namespace} is not in this report.`);
    const entities = isComplete(cloud, job) ? job.entities : [];
    const listed = page(
      input,
      'EntityDetailsList',
      entities.map(({ arn, name, type, id, path, used }) =>
        present({
          EntityInfo: { Arn: arn, Name: name, Type: type, Id: id, Path: path },
          LastAuthenticated: lookup(used, namespace),
        }),
      ),
    );
    return isRefused(listed) ? listed : { cloud, reply: { ...progress(cloud, job.started), ...listed } };
  },
};

/** Managed policies say no owner, inline ones no ARN. Source: api-iam. */
const listGranting: Operation = {
  name: 'iam:ListPoliciesGrantingServiceAccess',
  needs: onArn('iam:ListPoliciesGrantingServiceAccess'),
  run: ({ cloud, account }, input) => {
    const arn = textOf(input, 'Arn');
    if (!/^arn:aws:iam::\d{12}:(?:user|group|role)\/.+$/.test(arn))
      return fault('InvalidInput', `ARN ${arn} is not valid.`);
    const entity = entityOf(account, arn);
    if (!entity) return fault('NoSuchEntity', `ARN ${arn} cannot be found.`);
    const namespaces = textsOf(input, 'ServiceNamespaces');
    const strange = namespaces.find((one) => !Object.hasOwn(SERVICE_NAMES, one));
    if (strange !== undefined) return fault('InvalidInput', `Service namespace ${strange} is not valid.`);
    const held = policiesHeld(cloud, account, entity);
    const entries = namespaces.map((ServiceNamespace) => ({
      ServiceNamespace,
      Policies: held
        .filter(({ text }) => servicesAllowed(text).has(ServiceNamespace))
        .map((policy) =>
          present({
            PolicyName: policy.name,
            PolicyType: policy.inlineOf ? 'INLINE' : 'MANAGED',
            PolicyArn: policy.arn,
            EntityType: policy.inlineOf?.type,
            EntityName: policy.inlineOf?.name,
          }),
        ),
    }));
    const listed = page(input, 'PoliciesGrantingServiceAccess', entries);
    return isRefused(listed) ? listed : { cloud, reply: listed };
  },
};

export const LAST_ACCESSED: readonly Operation[] = [generate, getDetails, getEntities, listGranting];
