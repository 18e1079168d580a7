// The door of federation: what a provider outside AWS issues, and the calls that bring it to STS without any key.
import type { Services } from './call.ts';
import { byName } from './operation.ts';
import { ASSUME_ROLE_WITH_SAML } from './sts/saml.ts';
import { ASSUME_ROLE_WITH_WEB_IDENTITY } from './sts/web-identity.ts';

/** Inputs are within what their models allow: no model is asked. */
export const FEDERATION: Services = {
  operations: byName([ASSUME_ROLE_WITH_SAML, ASSUME_ROLE_WITH_WEB_IDENTITY]),
};

export { callAs } from './signed.ts';
export { issueAssertion } from './idp/assertion.ts';
export { parseJwt, withClaims } from './idp/jwt.ts';
export { metadataOf } from './idp/metadata.ts';
export { makeResponse, parseAssertion, xmlOf } from './idp/read-assertion.ts';
export type { Assertion } from './idp/read-assertion.ts';
export { issueToken } from './idp/token.ts';
