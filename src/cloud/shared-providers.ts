// Identity providers that many customers share: a trust policy must say which of their tenants it means.
// Source: ug-shared-providers.
import type { Statement } from '#evaluator';

/** Claims of which one must be pinned, by the provider's name in its ARN. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  'agent.buildkite.com': ['sub'],
  'api.pulumi.com/oidc': ['aud'],
  'app.terraform.io': ['sub'],
  'cognito-identity.amazonaws.com': ['aud'],
  'gitlab.com': ['sub'],
  'oidc-configuration.audit-log.githubusercontent.com': ['sub'],
  'oidc.codefresh.io': ['sub'],
  'scalr.io': ['sub'],
  'studio.datachain.ai/api': ['sub'],
  'token.actions.githubusercontent.com': ['sub', 'job_workflow_ref'],
  'vstoken.actions.githubusercontent.com': ['sub'],
};

const PINS = /^(?:ForAnyValue:)?String(?:Equals|EqualsIgnoreCase|Like)$/i;
/** A tenant of its own: on GitHub the owner of the repository has no wildcard. */
const TENANT = /^(?:repo:[^*?:/]+[:/]|(?!repo:)[^*?])/;

/** What a statement must say and does not, for the first shared provider that it trusts so. */
export function unpinnedProvider({ effect, principal, conditions }: Statement): string | undefined {
  if (effect !== 'Allow') return undefined;
  for (const named of principal?.named ?? []) {
    const name = named.kind === 'provider' ? named.provider.replace(/^.*:oidc-provider\//, '') : '';
    const claims = Object.hasOwn(SHARED, name) ? SHARED[name] : undefined;
    if (!claims) continue;
    const keys = claims.map((claim) => `${name}:${claim}`);
    const pinned = conditions.some(
      ({ keyLower, operatorText, test }) =>
        keys.includes(keyLower) &&
        PINS.test(operatorText.value) &&
        test.values.every(({ value }) => TENANT.test(value)),
    );
    if (!pinned)
      return `Missing or too wide condition for the shared identity provider ${name}. Pin ${keys.join(' or ')}`;
  }
  return undefined;
}
