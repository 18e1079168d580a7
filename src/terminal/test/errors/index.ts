// All error texts, and the case of each.
import type { ErrorCases, NeverShown } from './case.ts';
import { BY_IDENTITY, BY_ORGANIZATION, BY_RESOURCE, BY_SESSION, BY_TRUST } from './denied.ts';
import { BY_ENDPOINT, IN_SERVICES } from './denied-services.ts';
import { DOCUMENTS } from './documents.ts';
import { IN_THE_WAY } from './iam-deleting.ts';
import { KEYS, TOKENS } from './keys.ts';
import { MISSING, QUOTAS, TAKEN, WRONG_FORM } from './iam-names.ts';
import { NEVER_OF_POLICIES, NEVER_OF_STS } from './never.ts';
import { FACTORS, TAKING } from './sts.ts';

export const CASES: ErrorCases = {
  ...{ ...TAKEN, ...MISSING, ...QUOTAS, ...WRONG_FORM, ...IN_THE_WAY, ...DOCUMENTS },
  ...{
    ...BY_IDENTITY,
    ...BY_SESSION,
    ...BY_TRUST,
    ...BY_RESOURCE,
    ...BY_ORGANIZATION,
    ...IN_SERVICES,
    ...BY_ENDPOINT,
  },
  ...{ ...TAKING, ...FACTORS, ...TOKENS, ...KEYS },
};
export const NEVER: NeverShown = { ...NEVER_OF_POLICIES, ...NEVER_OF_STS };
export { TEXTS } from './texts.ts';
