// Handing a role to a service: a permission without a call of its own. Source: ug-passrole.
import type { BareRequest } from './authorize.ts';
import { roleArn, type Account } from './cloud.ts';

/** The pair that a call needs beside its own when it names a role. */
export function passing(account: Account, role: string, service: string, forResource?: string): BareRequest {
  return {
    action: 'iam:PassRole',
    on: roleArn(account, role),
    context: {
      'iam:PassedToService': service,
      ...(forResource === undefined ? {} : { 'iam:AssociatedResourceArn': forResource }),
    },
  };
}
