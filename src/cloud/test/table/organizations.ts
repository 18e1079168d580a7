// The table's rows for Organizations.
import { ORGANIZATIONS_ACCOUNT_ROWS } from './organizations-accounts.ts';
import { ORGANIZATIONS_ITSELF_ROWS } from './organizations-itself.ts';
import { ORGANIZATIONS_POLICY_ROWS } from './organizations-policies.ts';
import { ORGANIZATIONS_POLICY_TYPE_ROWS } from './organizations-policy-types.ts';
import { ORGANIZATIONS_SERVICE_ROWS } from './organizations-services.ts';
import { ORGANIZATIONS_UNIT_ROWS } from './organizations-units.ts';
import type { Row } from './row.ts';

export const ORGANIZATIONS_ROWS: readonly Row[] = [
  ...ORGANIZATIONS_ITSELF_ROWS,
  ...ORGANIZATIONS_ACCOUNT_ROWS,
  ...ORGANIZATIONS_UNIT_ROWS,
  ...ORGANIZATIONS_POLICY_ROWS,
  ...ORGANIZATIONS_POLICY_TYPE_ROWS,
  ...ORGANIZATIONS_SERVICE_ROWS,
];
