// All operations of the simulated services, by name.
import { DYNAMODB } from './dynamodb/operations.ts';
import { EC2 } from './ec2/operations.ts';
import { IAM } from './iam/operations.ts';
import type { Operation } from './operation.ts';
import { S3 } from './s3/operations.ts';
import { STS } from './sts/operations.ts';

export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  [...IAM, ...EC2, ...DYNAMODB, ...S3, ...STS].map((operation) => [operation.name, operation]),
);

/** Is there an operation of this name, such as `iam:CreateRole`? */
export function isOperation(name: string): boolean {
  return OPERATIONS.has(name);
}
