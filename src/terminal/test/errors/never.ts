// Error texts that this world cannot bring about, apart from those of STS.
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
