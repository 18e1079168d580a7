// The door of federation: what a provider outside AWS issues, and the calls that bring it to STS without any key.
import type { Services } from './call.ts';
import { byName } from './operation.ts';
import { ASSUME_ROLE_WITH_WEB_IDENTITY } from './sts/web-identity.ts';

/** Inputs are within what their models allow: no model is asked. */
export const FEDERATION: Services = { operations: byName([ASSUME_ROLE_WITH_WEB_IDENTITY]) };

export { callAs } from './signed.ts';
export { parseJwt, withClaims } from './idp/jwt.ts';
export { issueToken } from './idp/token.ts';
