// A new version of a customer managed policy. The other operations on versions are `policy-versions`.
import type { ManagedPolicy } from '../cloud.ts';
import { fault, isRefused } from '../fault.ts';
import { textOf, type Operation } from '../operation.ts';
import { changed } from './changed.ts';
import { managedFault } from './managed-fault.ts';
import { ownPolicyIn, withPolicy } from './own-policy.ts';

/** Source: ug-quotas. */
const VERSIONS = 5;

/** A version that is not made the default changes no decision. Source: ug-managed-versioning. */
export const CREATE_POLICY_VERSION: Operation = {
  name: 'iam:CreatePolicyVersion',
  needs: (_, input) => [{ action: 'iam:CreatePolicyVersion', on: textOf(input, 'PolicyArn') }],
  run: (site, input) => {
    const { cloud, account } = site;
    const found = ownPolicyIn(site, input, 'iam:CreatePolicyVersion');
    if (isRefused(found)) return found;
    const { name, is } = found;
    const text = textOf(input, 'PolicyDocument');
    const bad = managedFault(cloud, text);
    if (bad) return { fault: bad };
    if (is.versions.length >= VERSIONS)
      return fault(
        'LimitExceeded',
        `A managed policy can have up to ${VERSIONS} versions. Before you create a new version, you must delete an existing version.`,
      );
    const isDefault = input['SetAsDefault'] === true;
    const id = `v${is.issued + 1}`;
    const next: ManagedPolicy = {
      ...is,
      updated: cloud.time,
      versions: [...is.versions, { id, text, created: cloud.time }],
      default: isDefault ? id : is.default,
      issued: is.issued + 1,
    };
    const reply = { PolicyVersion: { VersionId: id, IsDefaultVersion: isDefault, CreateDate: cloud.time } };
    return changed(cloud, withPolicy(account, name, next), reply);
  },
};
