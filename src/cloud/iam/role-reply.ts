// A role as IAM answers it.
import { roleArn, type Account, type Role } from '../cloud.ts';
import type { Reply } from '../operation.ts';

export function roleReply(account: Account, name: string, role: Role): Reply {
  return {
    Role: {
      Path: role.path,
      RoleName: name,
      RoleId: role.id,
      Arn: roleArn(account, name, role.path),
      AssumeRolePolicyDocument: role.trust,
    },
  };
}
