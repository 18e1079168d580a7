// Versions of managed policies: read, listed, made the default, deleted. Making one has a file of its own.
import { lookup, type Account, type Cloud, type ManagedPolicy, type PolicyVersion } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation, type Site } from '../operation.ts';
import { answered, changed } from './changed.ts';
import { CREATE_POLICY_VERSION } from './create-policy-version.ts';
import { page } from './found.ts';
import { namedPolicy, notFound } from './named-policy.ts';
import { ownPolicyIn, withPolicy } from './own-policy.ts';
import { onPolicy } from './policies.ts';

interface Versions {
  readonly versions: readonly PolicyVersion[];
  readonly default: string;
}

function versionsOf(cloud: Cloud, account: Account, name: string): Versions | undefined {
  const aws = lookup(cloud.awsPolicies ?? {}, name);
  if (!aws) return lookup(account.policies, name);
  const version = { id: aws.version, text: aws.text, created: aws.updated };
  return { versions: [version], default: aws.version };
}

function noVersion(input: Input): Refused {
  const line = `Policy ${textOf(input, 'PolicyArn')} version ${textOf(input, 'VersionId')} does not exist or is not attachable.`;
  return fault('NoSuchEntity', line);
}

const getPolicyVersion: Operation = {
  name: 'iam:GetPolicyVersion',
  needs: (site, input) => [onPolicy('iam:GetPolicyVersion', site, input)],
  run: ({ cloud, account }, input) => {
    const found = namedPolicy(cloud, account, textOf(input, 'PolicyArn'), notFound);
    if (isRefused(found)) return found;
    const all = versionsOf(cloud, account, found.policy);
    const version = all?.versions.find(({ id }) => id === textOf(input, 'VersionId'));
    if (!all || !version) return noVersion(input);
    const reply = {
      Document: version.text,
      VersionId: version.id,
      IsDefaultVersion: version.id === all.default,
      CreateDate: version.created,
    };
    return { cloud, reply: { PolicyVersion: reply } };
  },
};

const listPolicyVersions: Operation = {
  name: 'iam:ListPolicyVersions',
  needs: (site, input) => [onPolicy('iam:ListPolicyVersions', site, input)],
  run: ({ cloud, account }, input) => {
    const found = namedPolicy(cloud, account, textOf(input, 'PolicyArn'), notFound);
    if (isRefused(found)) return found;
    const all = versionsOf(cloud, account, found.policy);
    const versions = (all?.versions ?? []).toReversed().map(({ id, created }) => ({
      VersionId: id,
      IsDefaultVersion: id === all?.default,
      CreateDate: created,
    }));
    return answered(cloud, page(input, 'Versions', versions));
  },
};

interface Found {
  readonly name: string;
  readonly is: ManagedPolicy;
  readonly version: string;
}

/** A version of the account's own policy. */
function versionIn(site: Site, input: Input, action: string): Found | Refused {
  const found = ownPolicyIn(site, input, action);
  if (isRefused(found)) return found;
  const version = textOf(input, 'VersionId');
  return found.is.versions.some(({ id }) => id === version) ? { ...found, version } : noVersion(input);
}

const deletePolicyVersion: Operation = {
  name: 'iam:DeletePolicyVersion',
  needs: (site, input) => [onPolicy('iam:DeletePolicyVersion', site, input)],
  run: (site, input) => {
    const found = versionIn(site, input, 'iam:DeletePolicyVersion');
    if (isRefused(found)) return found;
    const { name, is, version } = found;
    if (version === is.default)
      return fault('DeleteConflict', 'Cannot delete the default version of a policy.');
    const versions = is.versions.filter(({ id }) => id !== version);
    return changed(site.cloud, withPolicy(site.account, name, { ...is, versions }));
  },
};

const setDefaultPolicyVersion: Operation = {
  name: 'iam:SetDefaultPolicyVersion',
  needs: (site, input) => [onPolicy('iam:SetDefaultPolicyVersion', site, input)],
  run: (site, input) => {
    const found = versionIn(site, input, 'iam:SetDefaultPolicyVersion');
    if (isRefused(found)) return found;
    const { name, is, version } = found;
    return changed(site.cloud, withPolicy(site.account, name, { ...is, default: version }));
  },
};

export const POLICY_VERSIONS: readonly Operation[] = [
  ...[CREATE_POLICY_VERSION, getPolicyVersion, listPolicyVersions],
  ...[deletePolicyVersion, setDefaultPolicyVersion],
];
