// Which roles nobody but AWS changes. Source: ug-service-linked-roles.
import type { Group, Role, User } from '../cloud.ts';
import type { Fault } from '../fault.ts';
import { SERVICE_PATH } from '../session.ts';

/** `UnmodifiableEntity` for a service-linked role; users and groups are never one. */
export function protectedRole(holder: Role | Group | User, name: string): Fault | undefined {
  if (!('trust' in holder) || !holder.path.startsWith(SERVICE_PATH)) return undefined;
  const message = `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`;
  return { code: 'UnmodifiableEntity', message };
}
