// What several of the recorded commands find in the account.
import { asRole, lines, role, trust } from './scripts.ts';
import type { Cloud } from '#cloud';

export interface Situation {
  /** Typed before the command. */
  readonly before?: string;
  /** What no command does: done after all that was typed. */
  readonly given?: (cloud: Cloud) => Cloud;
  /** The command in full, where the record leaves a part of it out. */
  readonly command?: string;
  /** The record shows some of the members, and whatever is counted. */
  readonly excerpt?: true;
}

export const ACCOUNT = '111122223333';
export const EC2 = trust({ Service: 'ec2.amazonaws.com' });
export const GITHUB = 'token.actions.githubusercontent.com';
export const MEI = 'aws iam create-user --user-name mei.tan --path /dev/';
export const ROLE = role('BatchWorker', EC2);
export const PROFILE = 'aws iam create-instance-profile --instance-profile-name web-profile';
export const IN_PROFILE = lines(
  ROLE,
  PROFILE,
  'aws iam add-role-to-instance-profile --instance-profile-name web-profile --role-name BatchWorker',
);
export const TAKEN = role('BatchWorker', trust({ AWS: ACCOUNT }), "--description 'Writes order rows'");
export const TAKE = asRole(`arn:aws:iam::${ACCOUNT}:role/BatchWorker`, 'ci-job-814');
export const PROVIDER = `aws iam create-open-id-connect-provider --url https://${GITHUB} --client-id-list sts.amazonaws.com`;
export const CENTRAL_ROOT = lines(
  'export AWS_PROFILE=management',
  'aws organizations enable-aws-service-access --service-principal iam.amazonaws.com',
  'aws iam enable-organizations-root-credentials-management',
  'aws iam enable-organizations-root-sessions',
);
