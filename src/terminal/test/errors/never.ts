// Error texts that this world cannot bring about, each with the reason.
import type { NeverShown } from './case.ts';

export const NEVER_OF_POLICIES: NeverShown = {
  'AccessDenied: User: X is not authorized to perform: X on resource: X because no resource control policy allows the X action':
    'RCPFullAWSAccess cannot be detached, and a resource control policy of one’s own cannot allow',
  'DeleteConflict: Cannot delete entity, must delete X first. (signing certificates)':
    'signing certificates are not simulated',
  'DeleteConflict: Cannot delete entity, must delete X first. (SSH public keys)':
    'SSH public keys are not simulated',
  'DeleteConflict: Cannot delete entity, must delete X first. (service-specific credentials)':
    'service-specific credentials are not simulated',
};

export const NEVER_OF_STS: NeverShown = {
  "ValidationError: 1 validation error detected: Value 'X' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900":
    'the command line itself refuses a number below the least one, with status 252',
  'IDPRejectedClaim: X': 'no provider here takes back what it signed',
  'IDPCommunicationError: X': 'every provider here answers',
  'RegionDisabledException: STS is not activated in this region for account:X. Your account administrator can activate STS in this region using the IAM Console.':
    'STS is on in every region here',
  'IncompleteSignature: X': 'the command line signs whole requests',
  'RequestExpired: X': 'the command line and AWS go by one clock here',
  'OptInRequired: X': 'every service here is on from the beginning',
  'Throttling: Rate exceeded': 'nothing here counts requests by the second',
  'Error when retrieving token from sso: Token has expired and refresh failed':
    'IAM Identity Center is not simulated, so that nobody signs in through it',
};
