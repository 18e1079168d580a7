// The operations that a policy lab may ask. They travel with every lab: one that no lab and no result of an exam asks is out.
import { DYNAMODB_IN_SCENARIOS } from './dynamodb/scenario.ts';
import { ACTED_OUT as EC2_IN_SCENARIOS } from './ec2/acted-out.ts';
import { ADD_ROLE_TO_PROFILE } from './iam/add-role-to-profile.ts';
import { byName, type Operations } from './operation.ts';

export const LAB_OPERATIONS: Operations = byName([
  ...[...EC2_IN_SCENARIOS, ...DYNAMODB_IN_SCENARIOS, ADD_ROLE_TO_PROFILE],
]);
