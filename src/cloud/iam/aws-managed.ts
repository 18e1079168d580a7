// Policies that AWS keeps, by ARN. The data are of 2026; two that are very long are abridged and say so.
// Source: aws-managed-policies.
import type { AwsPolicy, Named } from '../cloud.ts';
import data from './aws-managed.json' with { type: 'json' };

interface Kept {
  readonly id: string;
  readonly version: string;
  readonly created: string;
  readonly updated: string;
  readonly description: string;
  readonly document: object;
}

function opened({ id, version, created, updated, description, document }: Kept): AwsPolicy {
  return {
    text: JSON.stringify(document, null, 4),
    id,
    version,
    created: Date.parse(created),
    updated: Date.parse(updated),
    description,
  };
}

export const AWS_POLICIES: Named<AwsPolicy> = Object.fromEntries(
  Object.entries<Kept>(data).map(([arn, kept]) => [arn, opened(kept)]),
);
