// The operations that scenarios, labs and questions act out. They travel with every lab: one that no content names is out.
import { DYNAMODB_IN_SCENARIOS } from './dynamodb/scenario.ts';
import { ACTED_OUT as EC2_IN_SCENARIOS } from './ec2/acted-out.ts';
import { CREATE_POLICY_VERSION } from './iam/create-policy-version.ts';
import { ADD_USER_TO_GROUP } from './iam/group.ts';
import { INSTANCE_PROFILES } from './iam/instance-profiles.ts';
import { PUT_POLICIES } from './iam/put-policies.ts';
import { ROLES } from './iam/roles.ts';
import { byName, type Operations } from './operation.ts';
import { S3_IN_SCENARIOS } from './s3/scenario.ts';
import { ACTED_OUT as STS } from './sts/acted-out.ts';

export const SCENARIO_OPERATIONS: Operations = byName([
  ...[...PUT_POLICIES, CREATE_POLICY_VERSION, ...ROLES, ADD_USER_TO_GROUP, ...INSTANCE_PROFILES],
  ...[...EC2_IN_SCENARIOS, ...DYNAMODB_IN_SCENARIOS, ...S3_IN_SCENARIOS, ...STS],
]);

/** Is there an operation of this name, such as `iam:CreateRole`, for scenarios? */
export function isOperation(name: string): boolean {
  return SCENARIO_OPERATIONS.has(name);
}
