// Roles that are handed over, and service-linked roles that are created, more widely than meant.
import type { IssueCode } from '../issue.ts';
import { found, IDENTITY_KINDS, NONE, type Finding, type StatementCheck } from './check.ts';
import { covers, hasWildcard } from './globs.ts';
import type { List, Statement, View } from './view.ts';

interface Risk {
  readonly action: string;
  readonly prefix: 'PASS_ROLE_WITH_' | 'CREATE_SLR_WITH_';
  /** A condition on this key narrows it well enough. */
  readonly key: string;
  readonly isWide: (resource: string, view: View) => boolean;
}

/** The name after `role/` and its path, up to the first wildcard; `undefined` when nothing there is open. */
function openName(resource: string): string | undefined {
  const name = resource.split(':').slice(5).join(':');
  if (resource.startsWith('*') || !name.startsWith('role/')) return hasWildcard(resource) ? '' : undefined;
  return hasWildcard(name) ? name.replace(/[*?].*$/, '').replace(/^role\//, '') : undefined;
}

/** Roles of a service often begin with its name, and then no other service's are meant. */
function namesService(name: string, { catalogue }: View): boolean {
  const word = /^[a-z\d-]+/.exec(name.replace(/^.*\//, '').toLowerCase())?.[0].replace(/-$/, '') ?? '';
  return word.startsWith('service') || catalogue?.services.has(word) === true;
}

const RISKS: readonly Risk[] = [
  {
    action: 'iam:passrole',
    prefix: 'PASS_ROLE_WITH_',
    key: 'iam:passedtoservice',
    isWide: (resource, view) => {
      const name = openName(resource);
      return name !== undefined && !namesService(name, view);
    },
  },
  {
    action: 'iam:createservicelinkedrole',
    prefix: 'CREATE_SLR_WITH_',
    key: 'iam:awsservicename',
    isWide: (resource) => {
      const name = openName(resource);
      return name !== undefined && !/^aws-service-role\/[^/]+/.test(name);
    },
  },
];

/** How the action gets in: by name, by a wildcard, or by not being left out. */
function wayIn({ not, items }: List, action: string): 'named' | 'star' | 'not' | undefined {
  const fitting = items.filter(({ value }) => covers(value.toLowerCase(), action));
  if (not) return fitting.length > 0 ? undefined : 'not';
  if (fitting.length === 0) return undefined;
  return fitting.some(({ value }) => value.toLowerCase() === action) ? 'named' : 'star';
}

type Ending =
  | 'STAR_IN_RESOURCE'
  | 'STAR_IN_ACTION_AND_RESOURCE'
  | 'STAR_IN_RESOURCE_AND_NOT_ACTION'
  | 'NOT_RESOURCE'
  | 'STAR_IN_ACTION_AND_NOT_RESOURCE'
  | 'NOT_ACTION_AND_NOT_RESOURCE';

const WITH_RESOURCE = {
  named: 'STAR_IN_RESOURCE',
  star: 'STAR_IN_ACTION_AND_RESOURCE',
  not: 'STAR_IN_RESOURCE_AND_NOT_ACTION',
} as const;
const WITH_NOT_RESOURCE = {
  named: 'NOT_RESOURCE',
  star: 'STAR_IN_ACTION_AND_NOT_RESOURCE',
  not: 'NOT_ACTION_AND_NOT_RESOURCE',
} as const;
const ENDINGS: readonly Ending[] = [...Object.values(WITH_RESOURCE), ...Object.values(WITH_NOT_RESOURCE)];

function findingsOf(
  risk: Risk,
  { effect, action, resource, keys }: Statement,
  view: View,
): readonly Finding[] {
  if (effect !== 'Allow' || !action || !resource) return NONE;
  const way = wayIn(action, risk.action);
  if (!way) return NONE;
  const by = action.items.find(({ value }) => covers(value.toLowerCase(), risk.action))?.value ?? '';
  if (resource.not) return [found(`${risk.prefix}${WITH_NOT_RESOURCE[way]}`, resource.name, { action: by })];
  const wide = keys.has(risk.key) ? undefined : resource.items.find(({ value }) => risk.isWide(value, view));
  return wide ? [found(`${risk.prefix}${WITH_RESOURCE[way]}`, wide, { action: by })] : NONE;
}

export const ROLES: readonly StatementCheck[] = RISKS.map((risk) => ({
  codes: ENDINGS.map((ending): IssueCode => `${risk.prefix}${ending}`),
  kinds: IDENTITY_KINDS,
  statement: (statement, view) => findingsOf(risk, statement, view),
}));
