// Customer managed policies and their versions.
import { iamArn, type ManagedPolicy } from '../cloud.ts';
import { fault } from '../fault.ts';
import { issueId } from '../ids.ts';
import { policyNameOf } from '../managed.ts';
import { textOf, type Operation } from '../operation.ts';
import { policyFault, sizeFault } from '../policy-fault.ts';
import { changed } from './changed.ts';
import { isTaken } from './found.ts';

/** Source: ug-quotas. */
const LARGEST = 6144;

const createPolicy: Operation = {
  name: 'iam:CreatePolicy',
  needs: ({ account }, input) => [
    {
      action: 'iam:CreatePolicy',
      on: iamArn(account.id, 'policy', textOf(input, 'Path') || '/', textOf(input, 'PolicyName')),
    },
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
    const policy: ManagedPolicy = {
      id: issued.id,
      path: textOf(input, 'Path') || '/',
      created: cloud.time,
      updated: cloud.time,
      tags: {},
      versions: [{ id: 'v1', text, created: cloud.time }],
      default: 'v1',
      issued: 1,
    };
    const reply = {
      Policy: {
        PolicyName: name,
        PolicyId: issued.id,
        Arn: iamArn(account.id, 'policy', policy.path, name),
        Path: policy.path,
      },
    };
    return changed(issued.cloud, { ...account, policies: { ...account.policies, [name]: policy } }, reply);
  },
};

/** A version that is not made the default changes no decision. Source: ug-managed-versioning. */
const createPolicyVersion: Operation = {
  name: 'iam:CreatePolicyVersion',
  needs: (_, input) => [{ action: 'iam:CreatePolicyVersion', on: textOf(input, 'PolicyArn') }],
  run: ({ cloud, account }, input) => {
    const arn = textOf(input, 'PolicyArn');
    const name = policyNameOf(cloud, account, arn);
    const policy = name === undefined ? undefined : account.policies[name];
    if (name === undefined || !policy) return fault('NoSuchEntity', `Policy ${arn} was not found.`);
    const text = textOf(input, 'PolicyDocument');
    const bad = policyFault(cloud, text, 'identity') ?? sizeFault(text, 'PolicySize', LARGEST);
    if (bad) return { fault: bad };
    const isDefault = input['SetAsDefault'] === true;
    const id = `v${policy.issued + 1}`;
    const next: ManagedPolicy = {
      ...policy,
      updated: cloud.time,
      versions: [...policy.versions, { id, text, created: cloud.time }],
      default: isDefault ? id : policy.default,
      issued: policy.issued + 1,
    };
    const reply = { PolicyVersion: { VersionId: id, IsDefaultVersion: isDefault, CreateDate: cloud.time } };
    return changed(cloud, { ...account, policies: { ...account.policies, [name]: next } }, reply);
  },
};

export const MANAGED_POLICIES: readonly Operation[] = [createPolicy, createPolicyVersion];
