// Customer managed policies. Only the default version is kept: the others change no decision.
import type { Account } from '../cloud.ts';
import { fault } from '../fault.ts';
import { issueId } from '../ids.ts';
import { textOf, type Operation } from '../operation.ts';
import { policyFault, sizeFault } from '../policy-fault.ts';
import { changed, isTaken } from './changed.ts';

/** Source: ug-quotas. */
const LARGEST = 6144;

export function policyArn(account: Account, name: string): string {
  return `arn:aws:iam::${account.id}:policy/${name}`;
}

/** The name of the account's policy that an ARN means. */
export function managedPolicyOf(account: Account, arn: string): string | undefined {
  return Object.keys(account.policies).find((name) => policyArn(account, name) === arn);
}

const createPolicy: Operation = {
  name: 'iam:CreatePolicy',
  required: ['PolicyName', 'PolicyDocument'],
  needs: ({ account }, input) => [
    { action: 'iam:CreatePolicy', on: policyArn(account, textOf(input, 'PolicyName')) },
  ],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'PolicyName');
    if (isTaken(account.policies, name)) {
      return fault(
        'EntityAlreadyExists',
        `A policy called ${name} already exists. Duplicate names are not allowed.`,
      );
    }
    const text = textOf(input, 'PolicyDocument');
    const bad = policyFault(cloud, text, 'identity') ?? sizeFault(text, 'PolicySize', LARGEST);
    if (bad) return { fault: bad };
    const issued = issueId(cloud, 'ANPA');
    const reply = {
      Policy: { PolicyName: name, PolicyId: issued.id, Arn: policyArn(account, name), Path: '/' },
    };
    return changed(issued.cloud, { ...account, policies: { ...account.policies, [name]: text } }, reply);
  },
};

/** A version that is not made the default changes no decision. Source: ug-managed-versioning. */
const createPolicyVersion: Operation = {
  name: 'iam:CreatePolicyVersion',
  required: ['PolicyArn', 'PolicyDocument'],
  needs: (_, input) => [{ action: 'iam:CreatePolicyVersion', on: textOf(input, 'PolicyArn') }],
  run: ({ cloud, account }, input) => {
    const arn = textOf(input, 'PolicyArn');
    const name = managedPolicyOf(account, arn);
    if (name === undefined) return fault('NoSuchEntity', `Policy ${arn} was not found.`);
    const text = textOf(input, 'PolicyDocument');
    const bad = policyFault(cloud, text, 'identity') ?? sizeFault(text, 'PolicySize', LARGEST);
    if (bad) return { fault: bad };
    const isDefault = input['SetAsDefault'] === true;
    const reply = { PolicyVersion: { IsDefaultVersion: isDefault } };
    return isDefault
      ? changed(cloud, { ...account, policies: { ...account.policies, [name]: text } }, reply)
      : { cloud, reply };
  },
};

export const MANAGED_POLICIES: readonly Operation[] = [createPolicy, createPolicyVersion];
