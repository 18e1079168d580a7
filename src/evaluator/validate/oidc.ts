// Trust in identity providers of the web: conditions that say which of their users are meant.
import { found, NONE, type Check } from './check.ts';
import { hasWildcard } from './globs.ts';
import type { Statement } from './view.ts';

const GITHUB = 'token.actions.githubusercontent.com';

/** The provider's name as its condition keys begin: the end of its ARN, or its domain. */
function providersOf({ principal }: Statement) {
  return (principal?.named ?? []).flatMap((named) => {
    const saml = named.value.includes(':saml-provider/') || named.value.includes('${');
    if (named.key !== 'Federated' || saml || hasWildcard(named.value)) return [];
    return [{ named, name: named.value.replace(/^.*:oidc-provider\//, '').toLowerCase() }];
  });
}

export const OIDC: readonly Check[] = [
  {
    codes: ['MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', 'MISSING_GITHUB_REPO_CONDITION_KEY'],
    kinds: ['trust'],
    statement: (statement) => {
      if (statement.effect !== 'Allow') return NONE;
      return providersOf(statement).flatMap(({ named, name }) => {
        const keys = [...statement.keys].filter((key) => key.startsWith(`${name}:`));
        const repository = keys.some((key) => /:(?:sub|job_workflow_ref)$/.test(key));
        if (name.startsWith(GITHUB))
          return repository ? NONE : found('MISSING_GITHUB_REPO_CONDITION_KEY', named, { found: name });
        return keys.length > 0
          ? NONE
          : found('MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', named, { found: name });
      });
    },
  },
  {
    codes: ['SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED'],
    kinds: ['trust'],
    condition: ({ lower, operator, values }, { effect, keys }) => {
      if (effect !== 'Allow' || !operator.isLike || !lower.startsWith(GITHUB) || !lower.endsWith(':sub'))
        return NONE;
      const branch = [...keys].some((key) => key.startsWith(GITHUB) && key.endsWith(':ref'));
      return values.flatMap((value) => {
        const [, repository = '', rest = ''] = /^repo:([^:]*):?(.*)$/.exec(value.value) ?? [];
        const wide = repository === '' || hasWildcard(repository) || (hasWildcard(rest) && !branch);
        return hasWildcard(value.value) && wide
          ? found('SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED', value)
          : NONE;
      });
    },
  },
  {
    codes: ['CONFIRM_AUDIENCE_CLAIM_TYPE', 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE'],
    kinds: ['trust'],
    condition: ({ lower, key, operator }) => {
      if (operator.qualifier === '' || !/^(?:saml|.*\..*):aud$/.test(lower)) return NONE;
      const detail = { key: key.value, found: operator.qualifier };
      return [
        found('CONFIRM_AUDIENCE_CLAIM_TYPE', operator, detail),
        ...(operator.qualifier === 'ForAnyValue'
          ? [found('FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE', operator, detail)]
          : NONE),
      ];
    },
  },
];
