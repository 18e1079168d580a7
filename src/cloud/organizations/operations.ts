// Organizations, every operation.
import type { Operation } from '../operation.ts';
import { ACCOUNTS } from './accounts.ts';
import { ATTACHMENTS } from './attachments.ts';
import { CREATE_ACCOUNT } from './create-account.ts';
import { EFFECTIVE_POLICY } from './effective-policy.ts';
import { HANDSHAKES } from './handshakes.ts';
import { ITSELF } from './itself.ts';
import { POLICIES } from './policies.ts';
import { POLICY_TYPES } from './policy-types.ts';
import { SERVICES_OF_ORGANIZATIONS } from './services.ts';
import { TAGS } from './tags.ts';
import { UNITS } from './units.ts';

export const ORGANIZATIONS: readonly Operation[] = [
  ...[...ITSELF, ...UNITS, ...ACCOUNTS, ...CREATE_ACCOUNT, ...HANDSHAKES],
  ...[...POLICIES, ...ATTACHMENTS, ...POLICY_TYPES, ...EFFECTIVE_POLICY],
  ...[...SERVICES_OF_ORGANIZATIONS, ...TAGS],
];
