// Trust policies: what they may not say, and which action fits which principal.
import { own } from '../own.ts';
import { found, NONE, when, type Finding, type StatementCheck } from './check.ts';
import { covers } from './globs.ts';
import type { List, Named, Statement, Text } from './view.ts';

/** Who may be named with each way of assuming a role; other `sts:` actions come along with any. */
const FITTING: Readonly<Record<string, (named: Named) => boolean>> = {
  'sts:assumerole': ({ key }) => key !== 'Federated',
  'sts:assumerolewithsaml': ({ key, value }) => key === 'Federated' && value.includes(':saml-provider/'),
  'sts:assumerolewithwebidentity': ({ key, value }) =>
    key === 'Federated' && !value.includes(':saml-provider/'),
};

const WANTED =
  '`sts:AssumeRole`, for a SAML provider `sts:AssumeRoleWithSAML`, for an OIDC provider `sts:AssumeRoleWithWebIdentity`';

const ANYWHERE = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'];

/** Actions that set what a key is about. Source: api-sts. */
const SETS: Readonly<Record<string, string>> = {
  'sts:sourceidentity': 'sts:SetSourceIdentity',
  'sts:transitivetagkeys': 'sts:TagSession',
};

function has(action: List | undefined, wanted: string): boolean {
  const named = (action?.items ?? []).some(({ value }) => covers(value.toLowerCase(), wanted.toLowerCase()));
  return named !== (action?.not ?? false);
}

function mismatches({ action, principal }: Statement): readonly Finding[] {
  if (!principal || action?.not !== false) return NONE;
  return action.items.flatMap((item) => {
    const lower = item.value.toLowerCase();
    const principals = principal.named.filter((named) => own(FITTING, lower)?.(named) === false);
    if (!/^(?:sts:|\*$)/.test(lower))
      return found('MISMATCHED_ACTION_FOR_PRINCIPAL', item, { principal: 'a trust policy', wanted: WANTED });
    const [first] = principals;
    return first
      ? found('MISMATCHED_ACTION_FOR_PRINCIPAL', item, { principal: `\`${first.value}\``, wanted: WANTED })
      : NONE;
  });
}

const roleOf = (arn: string): string => arn.replace(/^(.*):iam:(.*):role\/(?:.*\/)?/, '$1:$2:');
const sessionRoleOf = (arn: string): string =>
  arn.replace(/^(.*):sts:(.*):assumed-role\/([^/]*)\/.*$/, '$1:$2:$3');

export const TRUST: readonly StatementCheck[] = [
  {
    codes: ['ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL'],
    kinds: ['trust'],
    statement: ({ principal }) =>
      principal?.not ? [found('ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL', principal.name)] : NONE,
  },
  {
    codes: ['ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE'],
    kinds: ['trust'],
    statement: ({ resource }) =>
      resource ? [found('ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', resource.name)] : NONE,
  },
  {
    codes: ['ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
    kinds: ['trust'],
    statement: ({ principal, effect }) =>
      (principal?.named ?? []).flatMap((named) =>
        when(
          named.key === '' && named.value === '*' && effect === 'Allow',
          'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
          named,
        ),
      ),
  },
  { codes: ['MISMATCHED_ACTION_FOR_PRINCIPAL'], kinds: ['trust'], statement: mismatches },
  {
    codes: ['MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY'],
    kinds: ['trust'],
    statement: ({ action, effect, principal }) => {
      const named = principal?.named.find(({ value }) => value === 'rolesanywhere.amazonaws.com');
      if (!named || effect !== 'Allow') return NONE;
      const missing = ANYWHERE.filter((name) => !has(action, name));
      const at: Text = action?.name ?? named;
      return missing
        .map((name) => found('MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY', at, { found: name }))
        .slice(0, 1);
    },
  },
  {
    codes: ['MISSING_ACTION_FOR_CONDITION_KEY'],
    kinds: ['trust'],
    statement: ({ action, conditions, effect }) =>
      conditions.flatMap(({ key, lower, operator }) => {
        const wanted = own(SETS, lower);
        const asks = effect === 'Allow' && operator.name !== 'Null' && !operator.isNegated;
        return wanted !== undefined && asks && !has(action, wanted)
          ? [found('MISSING_ACTION_FOR_CONDITION_KEY', key, { found: wanted, key: key.value })]
          : NONE;
      }),
  },
  {
    codes: ['REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY'],
    kinds: ['trust'],
    statement: ({ principal }) => {
      const named = principal?.named ?? [];
      const roles = new Map(
        named.filter(({ value }) => value.includes(':role/')).map(({ value }) => [roleOf(value), value]),
      );
      return named.flatMap((one) => {
        const by = one.value.includes(':assumed-role/') ? roles.get(sessionRoleOf(one.value)) : undefined;
        return by === undefined ? NONE : found('REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY', one, { by });
      });
    },
  },
];
