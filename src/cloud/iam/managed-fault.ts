// What is wrong with the document of a managed policy that somebody wants to save.
import type { Cloud } from '../cloud.ts';
import type { Fault } from '../fault.ts';
import { policyFault, sizeFault } from '../policy-fault.ts';

/** Source: ug-quotas. */
const LARGEST = 6144;

export function managedFault(cloud: Cloud, text: string): Fault | undefined {
  return policyFault(cloud, text, 'identity') ?? versionFault(text) ?? sizeFault(text, 'PolicySize', LARGEST);
}

/** A managed policy says its version, which an inline policy need not. Source: api-iam. */
function versionFault(text: string): Fault | undefined {
  const { Version: version } = JSON.parse(text) as { readonly Version?: unknown };
  if (version === '2012-10-17') return undefined;
  return {
    code: 'MalformedPolicyDocument',
    message: 'Policy document must be version 2012-10-17 or greater.',
  };
}
