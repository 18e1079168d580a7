// Findings of an analyzer, listed and one by one, in the two shapes in which AWS answers them.
import { lookup } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import {
  flagOf,
  isStructure,
  present,
  textOf,
  textsOf,
  type Input,
  type Operation,
  type Reply,
  type Site,
} from '../operation.ts';
import { pageOf } from '../paging.ts';
import { analyzerAt } from './analyzer.ts';
import { externalFindings, type ExternalFinding } from './external.ts';

/** What both shapes say of a finding. */
function common({ cloud }: Site, finding: ExternalFinding): Reply {
  const { id, resource, resourceType, resourceOwnerAccount, createdAt } = finding;
  return {
    id,
    resource,
    resourceType,
    resourceOwnerAccount,
    createdAt,
    analyzedAt: cloud.time,
    updatedAt: createdAt,
    status: 'ACTIVE',
  };
}

function details(finding: ExternalFinding): Reply {
  const { action, condition, isPublic, principal, resourceControlPolicyRestriction } = finding;
  return { action, condition, isPublic, principal, resourceControlPolicyRestriction };
}

const whole = (site: Site, finding: ExternalFinding): Reply => ({
  ...common(site, finding),
  ...details(finding),
});

/** What a filter can ask for, by attribute. */
function attributesOf(finding: ExternalFinding): Readonly<Record<string, readonly string[]>> {
  const parts = [
    ...Object.entries(finding.principal).map(([key, value]) => [`principal.${key}`, [value]] as const),
    ...Object.entries(finding.condition).map(([key, value]) => [`condition.${key}`, [value]] as const),
  ];
  return {
    ...Object.fromEntries(parts),
    id: [finding.id],
    resource: [finding.resource],
    resourceType: [finding.resourceType],
    resourceOwnerAccount: [finding.resourceOwnerAccount],
    isPublic: [String(finding.isPublic)],
    status: ['ACTIVE'],
    findingType: ['ExternalAccess'],
    action: finding.action,
    error: [],
    resourceControlPolicyRestriction: [finding.resourceControlPolicyRestriction],
  };
}

function isWanted(finding: ExternalFinding, filter: Input): boolean {
  const attributes = attributesOf(finding);
  return Object.entries(filter).every(([name, criterion]) => {
    const values = lookup(attributes, name) ?? [];
    return isStructure(criterion) && fits(values, criterion);
  });
}

function fits(values: readonly string[], criterion: Input): boolean {
  const exists = flagOf(criterion, 'exists');
  const [eq, neq, contains] = ['eq', 'neq', 'contains'].map((name) => textsOf(criterion, name));
  return (
    (exists === undefined || exists === values.length > 0) &&
    (criterion['eq'] === undefined || values.some((value) => eq?.includes(value) === true)) &&
    (criterion['neq'] === undefined || !values.some((value) => neq?.includes(value) === true)) &&
    (criterion['contains'] === undefined ||
      values.some((value) => contains?.some((part) => value.includes(part)) === true))
  );
}

/** Both versions ask for one permission. Source: api-access-analyzer. */
function listing(name: string, shown: (site: Site, finding: ExternalFinding) => Reply): Operation {
  return {
    name: `access-analyzer:${name}`,
    needs: onFindings('ListFindings'),
    run: (site, input) => {
      const all = findingsIn(site, input);
      if (isRefused(all)) return all;
      const filter = input['filter'];
      const wanted = isStructure(filter) ? all.filter((one) => isWanted(one, filter)) : all;
      const page = pageOf(input, wanted, { size: 'maxResults', token: 'nextToken', most: 100 });
      if (!page) return fault('ValidationException', 'Invalid nextToken.');
      const findings = page.items.map((one) => shown(site, one));
      return { cloud: site.cloud, reply: present({ findings, nextToken: page.next }) };
    },
  };
}

function onFindings(action: string): Operation['needs'] {
  return (_site, input) => [{ action: `access-analyzer:${action}`, on: textOf(input, 'analyzerArn') || '*' }];
}

function findingsIn(site: Site, input: Input): readonly ExternalFinding[] | Refused {
  const found = analyzerAt(site, textOf(input, 'analyzerArn'));
  return isRefused(found) ? found : externalFindings(site.cloud, site.account, found);
}

function one(name: string, shown: (site: Site, finding: ExternalFinding) => Reply): Operation {
  return {
    name: `access-analyzer:${name}`,
    needs: onFindings('GetFinding'),
    run: (site, input) => {
      const all = findingsIn(site, input);
      if (isRefused(all)) return all;
      const id = textOf(input, 'id');
      const finding = all.find((each) => each.id === id);
      return finding
        ? { cloud: site.cloud, reply: shown(site, finding) }
        : fault('ResourceNotFoundException', `Finding not found: ${id}`);
    },
  };
}

export const FINDINGS: readonly Operation[] = [
  listing('ListFindings', whole),
  listing('ListFindingsV2', (site, finding) => ({ ...common(site, finding), findingType: 'ExternalAccess' })),
  one('GetFinding', (site, finding) => ({ finding: whole(site, finding) })),
  one('GetFindingV2', (site, finding) => ({
    ...common(site, finding),
    findingDetails: [{ externalAccessDetails: details(finding) }],
    findingType: 'ExternalAccess',
  })),
];
