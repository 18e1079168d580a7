// The policies of AWS that a scenario names, put into its world: a lab carries those that it needs and no more.
import type { WorldSpec } from '#cloud';
import { AWS_POLICIES } from '#cloud/aws-policies';

const ARN = /arn:aws:iam::aws:policy\/[\w+=,.@/-]+/g;

/** The scenario with what AWS keeps under the ARNs that stand anywhere in it. One that AWS does not keep stays missing. */
export function withAwsPolicies<T extends { readonly world?: WorldSpec | undefined }>(scenario: T): T {
  if (!scenario.world) return scenario;
  const named = new Set(JSON.stringify(scenario).match(ARN) ?? []);
  const known = Object.entries(AWS_POLICIES).filter(([arn]) => named.has(arn));
  if (known.length === 0) return scenario;
  return { ...scenario, world: { ...scenario.world, awsPolicies: Object.fromEntries(known) } };
}
