// The door of temporary credentials: the calls that give and revoke them, and whether some are still good.
import type { Services } from './call.ts';
import { PUT_POLICIES } from './iam/put-policies.ts';
import { byName } from './operation.ts';
import { ASSUME_ROLE } from './sts/assume-role.ts';
import { GET_FEDERATION_TOKEN } from './sts/federation-token.ts';
import { GET_SESSION_TOKEN } from './sts/session-token.ts';

/** Inputs are within what their models allow: no model is asked. */
export const SESSIONS: Services = {
  operations: byName([ASSUME_ROLE, GET_SESSION_TOKEN, GET_FEDERATION_TOKEN, ...PUT_POLICIES]),
};

export { authenticate } from './authenticate.ts';
export type { Credentials } from './authenticate.ts';
