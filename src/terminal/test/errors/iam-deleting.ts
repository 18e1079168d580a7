// What must be gone before something can be deleted: everything that stands in the way, and that it helps to remove it.
import { device, lines, policy, role, trust, userPolicy } from '../scripts.ts';
import type { ErrorCase, ErrorCases } from './case.ts';

const MEI = 'aws iam create-user --user-name mei.tan';
const GROUP = 'aws iam create-group --group-name developers';
const ROLE = role('BatchWorker', trust({ Service: 'ec2.amazonaws.com' }));
const READING = policy('Allow', 's3:Get*');
const POLICY = `aws iam create-policy --policy-name Reading --policy-document '${READING}'`;
const ARN = 'arn:aws:iam::111122223333:policy/Reading';
const PROFILE = lines(
  'aws iam create-instance-profile --instance-profile-name web-profile',
  'aws iam add-role-to-instance-profile --instance-profile-name web-profile --role-name BatchWorker',
);
const OUT_OF_PROFILE =
  'aws iam remove-role-from-instance-profile --instance-profile-name web-profile --role-name BatchWorker';

const conflict = (
  calling: string,
  command: string,
  before: readonly string[],
  says: string,
  mended: string,
): ErrorCase => ({ before: lines(...before), command, calling, says, then: lines(mended, command) });

const DELETE_USER = 'aws iam delete-user --user-name mei.tan';
const user = (before: readonly string[], must: string, mended: string): ErrorCase =>
  conflict('DeleteUser', DELETE_USER, [MEI, ...before], `Cannot delete entity, must ${must} first.`, mended);

const ofRole = (before: readonly string[], must: string, mended: string): ErrorCase =>
  conflict(
    'DeleteRole',
    'aws iam delete-role --role-name BatchWorker',
    [ROLE, ...before],
    `Cannot delete entity, must ${must} first.`,
    mended,
  );

const ofGroup = (before: readonly string[], must: string, mended: string): ErrorCase =>
  conflict(
    'DeleteGroup',
    'aws iam delete-group --group-name developers',
    [GROUP, ...before],
    `Cannot delete entity, must ${must} first.`,
    mended,
  );

const ofPolicy = (before: readonly string[], says: string, mended: string): ErrorCase =>
  conflict('DeletePolicy', `aws iam delete-policy --policy-arn ${ARN}`, [POLICY, ...before], says, mended);

const ATTACHED = 'Cannot delete a policy attached to entities.';

export const IN_THE_WAY: ErrorCases = {
  'DeleteConflict: Cannot delete entity, must detach all policies first. (user)': user(
    [POLICY, `aws iam attach-user-policy --user-name mei.tan --policy-arn ${ARN}`],
    'detach all policies',
    `aws iam detach-user-policy --user-name mei.tan --policy-arn ${ARN}`,
  ),
  'DeleteConflict: Cannot delete entity, must delete policies first. (user)': user(
    [userPolicy('mei.tan', 'Reading', READING)],
    'delete policies',
    'aws iam delete-user-policy --user-name mei.tan --policy-name Reading',
  ),
  'DeleteConflict: Cannot delete entity, must delete login profile first.': user(
    ['aws iam create-login-profile --user-name mei.tan --password Tulip-Harbour-42'],
    'delete login profile',
    'aws iam delete-login-profile --user-name mei.tan',
  ),
  'DeleteConflict: Cannot delete entity, must delete access keys first.': user(
    ['key=$(aws iam create-access-key --user-name mei.tan --query AccessKey.AccessKeyId --output text)'],
    'delete access keys',
    'aws iam delete-access-key --user-name mei.tan --access-key-id $key',
  ),
  'DeleteConflict: Cannot delete entity, must delete MFA device first.': user(
    [device('mei.tan', 'mei-phone')],
    'delete MFA device',
    lines(
      'aws iam deactivate-mfa-device --user-name mei.tan --serial-number arn:aws:iam::111122223333:mfa/mei-phone',
      'aws iam delete-virtual-mfa-device --serial-number arn:aws:iam::111122223333:mfa/mei-phone',
    ),
  ),
  'DeleteConflict: Cannot delete entity, must remove users from group first. (user)': user(
    [GROUP, 'aws iam add-user-to-group --user-name mei.tan --group-name developers'],
    'remove users from group',
    'aws iam remove-user-from-group --user-name mei.tan --group-name developers',
  ),
  'DeleteConflict: Cannot delete entity, must detach all policies first. (role)': ofRole(
    [POLICY, `aws iam attach-role-policy --role-name BatchWorker --policy-arn ${ARN}`],
    'detach all policies',
    `aws iam detach-role-policy --role-name BatchWorker --policy-arn ${ARN}`,
  ),
  'DeleteConflict: Cannot delete entity, must delete policies first. (role)': ofRole(
    [`aws iam put-role-policy --role-name BatchWorker --policy-name Reading --policy-document '${READING}'`],
    'delete policies',
    'aws iam delete-role-policy --role-name BatchWorker --policy-name Reading',
  ),
  'DeleteConflict: Cannot delete entity, must remove roles from instance profile first.': ofRole(
    [PROFILE],
    'remove roles from instance profile',
    OUT_OF_PROFILE,
  ),
  'DeleteConflict: Cannot delete entity, must remove roles from instance profile first. (instance profile)':
    conflict(
      'DeleteInstanceProfile',
      'aws iam delete-instance-profile --instance-profile-name web-profile',
      [ROLE, PROFILE],
      'Cannot delete entity, must remove roles from instance profile first.',
      OUT_OF_PROFILE,
    ),
  'DeleteConflict: Cannot delete entity, must remove users from group first.': ofGroup(
    [MEI, 'aws iam add-user-to-group --user-name mei.tan --group-name developers'],
    'remove users from group',
    'aws iam remove-user-from-group --user-name mei.tan --group-name developers',
  ),
  'DeleteConflict: Cannot delete entity, must delete policies first.': ofGroup(
    [`aws iam put-group-policy --group-name developers --policy-name Reading --policy-document '${READING}'`],
    'delete policies',
    'aws iam delete-group-policy --group-name developers --policy-name Reading',
  ),
  'DeleteConflict: Cannot delete entity, must detach all policies first.': ofGroup(
    [POLICY, `aws iam attach-group-policy --group-name developers --policy-arn ${ARN}`],
    'detach all policies',
    `aws iam detach-group-policy --group-name developers --policy-arn ${ARN}`,
  ),
  'DeleteConflict: Cannot delete a policy attached to entities.': ofPolicy(
    [ROLE, `aws iam attach-role-policy --role-name BatchWorker --policy-arn ${ARN}`],
    ATTACHED,
    `aws iam detach-role-policy --role-name BatchWorker --policy-arn ${ARN}`,
  ),
  'DeleteConflict: Cannot delete a policy attached to entities. (boundary)': ofPolicy(
    [MEI, `aws iam put-user-permissions-boundary --user-name mei.tan --permissions-boundary ${ARN}`],
    ATTACHED,
    'aws iam delete-user-permissions-boundary --user-name mei.tan',
  ),
  "DeleteConflict: This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.":
    ofPolicy(
      [`aws iam create-policy-version --policy-arn ${ARN} --policy-document '${READING}'`],
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      `aws iam delete-policy-version --policy-arn ${ARN} --version-id v2`,
    ),
  'DeleteConflict: Cannot delete the default version of a policy.': {
    before: POLICY,
    command: `aws iam delete-policy-version --policy-arn ${ARN} --version-id v1`,
    calling: 'DeletePolicyVersion',
    says: 'Cannot delete the default version of a policy.',
  },
};
