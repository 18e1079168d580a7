// What is wrong with the document of a managed policy that somebody wants to save.
import type { Cloud } from '../cloud.ts';
import type { Fault } from '../fault.ts';
import { policyFault, sizeFault } from '../policy-fault.ts';

/** Source: ug-quotas. */
const LARGEST = 6144;

export function managedFault(cloud: Cloud, text: string): Fault | undefined {
  return policyFault(cloud, text, 'identity') ?? sizeFault(text, 'PolicySize', LARGEST);
}
