// All findings of a document: what the parser refuses, and what the checks below find. It decides nothing.
import type { Issue, IssueCode } from '../issue.ts';
import { parseJson } from '../json.ts';
import { parsePolicy } from '../parse.ts';
import { POLICY_KINDS, type PolicyKind } from '../policy.ts';
import { ACTIONS } from './actions.ts';
import type { Catalogue } from './catalogue.ts';
import type { Check, Finding } from './check.ts';
import { CONDITION_KEYS } from './condition-keys.ts';
import { CONDITION_OPERATORS } from './condition-operators.ts';
import { CONDITION_TYPES } from './condition-types.ts';
import { DOCUMENT, sizeOf } from './document.ts';
import { EMPTY_VALUES } from './empty-values.ts';
import { IP_ADDRESSES } from './ip-addresses.ts';
import { OIDC } from './oidc.ts';
import { ORGANIZATION } from './organization.ts';
import { PRINCIPALS } from './principals.ts';
import { REDUNDANCY } from './redundancy.ts';
import { RESOURCES } from './resources.ts';
import { ROLES } from './roles.ts';
import { SENSITIVE_CONDITIONS } from './sensitive.ts';
import { SERVICE_PRINCIPALS } from './service-principals.ts';
import { weigh } from './severity.ts';
import { TAGS } from './tags.ts';
import { TRUST } from './trust.ts';
import { VARIABLES } from './variables.ts';
import { viewOf, type View } from './view.ts';

const CHECKS: readonly Check[] = [
  ...[...DOCUMENT, ...ACTIONS, ...RESOURCES, ...VARIABLES, ...PRINCIPALS, ...TRUST, ...OIDC],
  ...[
    ...CONDITION_OPERATORS,
    ...CONDITION_TYPES,
    ...CONDITION_KEYS,
    ...SENSITIVE_CONDITIONS,
    ...IP_ADDRESSES,
  ],
  ...[...EMPTY_VALUES, ...REDUNDANCY, ...ROLES, ...TAGS, ...SERVICE_PRINCIPALS, ...ORGANIZATION],
];

const OF_KIND: ReadonlyMap<PolicyKind, readonly Check[]> = new Map(
  POLICY_KINDS.map((kind) => [
    kind,
    CHECKS.filter(({ kinds }) => kinds === undefined || kinds.includes(kind)),
  ]),
);

/** Characters, without white space, above every quota: the finding then is the size, and no statement is looked into. */
const LONGEST = 65_536;

/** Codes that a check of this table finds; the parser finds the others. */
export const CHECKED: ReadonlySet<IssueCode> = new Set(CHECKS.flatMap(({ codes }) => codes));

/**
 * Everything there is to say about a document, as IAM Access Analyzer does it, by its place in the text.
 * @param catalogue of AWS's services; without it nothing is said about which services, actions and keys exist
 * @returns the same code at the same place once. Never throws. Source: ug-policy-checks.
 */
export function validate(text: string, kind: PolicyKind, catalogue?: Catalogue): readonly Issue[] {
  const result = parsePolicy(text, kind);
  const structure = 'policy' in result ? result.policy.issues : result.issues;
  const parsed = structure.filter(({ code, fault }) => fault !== undefined || !CHECKED.has(code));
  const isUnread = parsed.some(({ code, fault }) => fault !== undefined || code === 'POLICY_TOO_LARGE');
  const json = isUnread ? undefined : parseJson(text);
  if (!json || 'error' in json) return parsed;
  const found = findingsOf(viewOf(json.node, kind, text, catalogue)).map(issueOf);
  return once([...parsed, ...found]).toSorted(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
}

function findingsOf(view: View): readonly Finding[] {
  const found: Finding[] = [];
  const statements = view.text.length > LONGEST && sizeOf(view.text) > LONGEST ? [] : view.statements;
  for (const check of OF_KIND.get(view.kind) ?? []) {
    if ('document' in check) found.push(...check.document(view));
    else
      for (const statement of statements) {
        if ('statement' in check) found.push(...check.statement(statement, view));
        else
          for (const condition of statement.conditions)
            found.push(...check.condition(condition, statement, view));
      }
  }
  return found;
}

function issueOf({ code, at: { path, range }, detail }: Finding): Issue {
  return { code, ...weigh(code), path, range, detail };
}

function once(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, range }) => {
    const mark = `${code} ${range.start} ${range.end}`;
    return !seen.has(mark) && seen.add(mark);
  });
}
