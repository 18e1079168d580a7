// Analyzers: made, read, listed and deleted. What they find is elsewhere.
import { accountOf, withAccount, without, lookup } from '../cloud.ts';
import { fault, isRefused } from '../fault.ts';
import { SERVICE_LINKED_ROLES } from '../iam/service-linked-roles.ts';
import { byName, isStructure, present, textOf, type Operation, type Reply, type Site } from '../operation.ts';
import { organizationOf } from '../organization.ts';
import { pageOf } from '../paging.ts';
import { requestTagKeys } from '../tags.ts';
import { textMapOf } from '../text-map.ts';
import { analyzerArn, analyzerIn, analyzersOf, onEverything } from './analyzer.ts';
import { analyzedIn } from './resources.ts';
import type { Analyzer } from './state.ts';

const SERVICE = { AWSServiceName: 'access-analyzer.amazonaws.com' };
const ROLE = 'AWSServiceRoleForAccessAnalyzer';
const makeRole = byName(SERVICE_LINKED_ROLES).get('iam:CreateServiceLinkedRole');

/** Only the first analyzer makes the role of the service. Source: ug-access-analyzer. */
const createAnalyzer: Operation = {
  name: 'access-analyzer:CreateAnalyzer',
  needs: (site, input) => {
    const { account, region } = site;
    const on = analyzerArn(account.id, region, textOf(input, 'analyzerName'));
    const tags = textMapOf(input, 'tags');
    const context = requestTagKeys(tags);
    const role = lookup(account.roles, ROLE) ? [] : (makeRole?.needs(site, SERVICE) ?? []);
    if (isRefused(role)) return role;
    return [
      { action: 'access-analyzer:CreateAnalyzer', on, context },
      ...(Object.keys(tags).length > 0 ? [{ action: 'access-analyzer:TagResource', on, context }] : []),
      ...role,
    ];
  },
  run: (site, input) => {
    const { region } = site;
    const name = textOf(input, 'analyzerName');
    const type = textOf(input, 'type');
    const arn = analyzerArn(site.account.id, region, name);
    const { analyzers } = analyzersOf(site.account);
    if (lookup(analyzers, arn))
      return fault('ConflictException', `An analyzer with the name ${name} already exists.`);
    const wrong = organizationFault(site, type);
    if (wrong) return wrong;
    const isThere = Object.entries(analyzers).some(
      ([other, one]) => one.type === type && other.split(':')[3] === region,
    );
    if (isThere)
      return fault(
        'ServiceQuotaExceededException',
        `The maximum number of analyzers of type ${type} is reached.`,
      );
    const made = lookup(site.account.roles, ROLE) ? undefined : makeRole?.run(site, SERVICE);
    if (made && isRefused(made)) return made;
    const cloud = made?.cloud ?? site.cloud;
    const account = accountOf(cloud, site.account.id);
    const analyzer: Analyzer = {
      name,
      type,
      created: cloud.time,
      tags: textMapOf(input, 'tags'),
      ...(isStructure(input['configuration']) ? { configuration: input['configuration'] } : {}),
    };
    return {
      cloud: withAccount(cloud, { ...account, analyzers: { analyzers: { ...analyzers, [arn]: analyzer } } }),
      reply: { arn },
    };
  },
};

/** An organization is looked at from its management account. */
function organizationFault({ cloud, account }: Site, type: string): ReturnType<typeof fault> | undefined {
  if (!type.startsWith('ORGANIZATION')) return undefined;
  return organizationOf(cloud, account.id)?.management === account.id
    ? undefined
    : fault(
        'ValidationException',
        'An analyzer with an organization as its zone of trust can be created in the management account or by a delegated administrator only.',
      );
}

function replyOf({ cloud, account }: Site, arn: string, analyzer: Analyzer): Reply {
  const { name, type, created, tags, configuration } = analyzer;
  const [last] = analyzedIn(cloud, account, arn, type).toReversed();
  return present({
    arn,
    name,
    type,
    createdAt: created,
    lastResourceAnalyzed: last?.arn,
    lastResourceAnalyzedAt: last && created,
    tags,
    status: 'ACTIVE',
    configuration,
  });
}

const onAnalyzer =
  (name: string): Operation['needs'] =>
  ({ account, region }, input) => [
    {
      action: `access-analyzer:${name}`,
      on: analyzerArn(account.id, region, textOf(input, 'analyzerName')),
    },
  ];

const getAnalyzer: Operation = {
  name: 'access-analyzer:GetAnalyzer',
  needs: onAnalyzer('GetAnalyzer'),
  run: (site, input) => {
    const found = analyzerIn(site, input);
    if (isRefused(found)) return found;
    return { cloud: site.cloud, reply: { analyzer: replyOf(site, found.arn, found.analyzer) } };
  },
};

const listAnalyzers: Operation = {
  name: 'access-analyzer:ListAnalyzers',
  needs: onEverything('ListAnalyzers'),
  run: (site, input) => {
    const { cloud, account, region } = site;
    const type = textOf(input, 'type');
    const all = Object.entries(analyzersOf(account).analyzers)
      .filter(([arn, one]) => arn.split(':')[3] === region && (type === '' || one.type === type))
      .map(([arn, one]) => replyOf(site, arn, one));
    const page = pageOf(input, all, { size: 'maxResults', token: 'nextToken', most: 100 });
    return page
      ? { cloud, reply: present({ analyzers: page.items, nextToken: page.next }) }
      : fault('ValidationException', 'Invalid nextToken.');
  },
};

const deleteAnalyzer: Operation = {
  name: 'access-analyzer:DeleteAnalyzer',
  needs: onAnalyzer('DeleteAnalyzer'),
  run: (site, input) => {
    const found = analyzerIn(site, input);
    if (isRefused(found)) return found;
    const { account, cloud } = site;
    const analyzers = without(analyzersOf(account).analyzers, found.arn);
    return { cloud: withAccount(cloud, { ...account, analyzers: { analyzers } }), reply: {} };
  },
};

export const ANALYZERS: readonly Operation[] = [createAnalyzer, getAnalyzer, listAnalyzers, deleteAnalyzer];
