// STS, every operation.
import type { Operation } from '../operation.ts';
import { GET_ACCESS_KEY_INFO } from './access-key-info.ts';
import { GET_CALLER_IDENTITY } from './acted-out.ts';
import { ASSUME_ROLE } from './assume-role.ts';
import { ASSUME_ROOT } from './assume-root.ts';
import { DECODE_AUTHORIZATION_MESSAGE } from './authorization-message.ts';
import { GET_DELEGATED_ACCESS_TOKEN } from './delegated-token.ts';
import { GET_FEDERATION_TOKEN } from './federation-token.ts';
import { ASSUME_ROLE_WITH_SAML } from './saml.ts';
import { GET_SESSION_TOKEN } from './session-token.ts';
import { ASSUME_ROLE_WITH_WEB_IDENTITY } from './web-identity.ts';
import { GET_WEB_IDENTITY_TOKEN } from './web-identity-token.ts';

export const STS: readonly Operation[] = [
  ...[ASSUME_ROLE, ASSUME_ROLE_WITH_SAML, ASSUME_ROLE_WITH_WEB_IDENTITY, ASSUME_ROOT],
  ...[GET_SESSION_TOKEN, GET_FEDERATION_TOKEN, GET_WEB_IDENTITY_TOKEN, GET_DELEGATED_ACCESS_TOKEN],
  ...[GET_CALLER_IDENTITY, GET_ACCESS_KEY_INFO, DECODE_AUTHORIZATION_MESSAGE],
];
