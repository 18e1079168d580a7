// The service control policies above an account, as the policy simulator reads them.
import { lookup, type Cloud, type DocumentText } from '../cloud.ts';
import { FULL_ACCESS, isManagement, levelsOf, organizationOf, policiesOf } from '../organization.ts';

/** Level by level, the root first; `undefined` where nothing but FullAWSAccess is attached or nothing binds the account. */
export function scpLevels(cloud: Cloud, account: string): readonly (readonly DocumentText[])[] | undefined {
  const organization = organizationOf(cloud, account);
  if (!organization || isManagement(cloud, account)) return undefined;
  const levels = levelsOf(cloud, organization, account);
  if (levels.every(({ scp }) => scp.every((name) => name === FULL_ACCESS) && scp.length > 0))
    return undefined;
  const policies = policiesOf(organization, 'scp');
  return levels.map(({ scp }) => scp.flatMap((name) => lookup(policies, name) ?? []));
}
