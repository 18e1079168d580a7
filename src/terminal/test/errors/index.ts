// All error texts, and the case of each.
import type { ErrorCases, NeverShown } from './case.ts';
import { BY_IDENTITY, BY_ORGANIZATION, BY_RESOURCE, BY_SESSION, BY_TRUST, IN_SERVICES } from './denied.ts';
import { DOCUMENTS } from './documents.ts';
import { IN_THE_WAY } from './iam-deleting.ts';
import { MISSING, QUOTAS, TAKEN, WRONG_FORM } from './iam-names.ts';
import { NEVER_OF_POLICIES } from './never.ts';
import { FACTORS, KEYS, NEVER_OF_STS, TAKING, TOKENS } from './sts.ts';

export const CASES: ErrorCases = {
  ...{ ...TAKEN, ...MISSING, ...QUOTAS, ...WRONG_FORM, ...IN_THE_WAY, ...DOCUMENTS },
  ...{ ...BY_IDENTITY, ...BY_SESSION, ...BY_TRUST, ...BY_RESOURCE, ...BY_ORGANIZATION, ...IN_SERVICES },
  ...{ ...TAKING, ...FACTORS, ...TOKENS, ...KEYS },
};
export const NEVER: NeverShown = { ...NEVER_OF_POLICIES, ...NEVER_OF_STS };
export { TEXTS } from './texts.ts';
