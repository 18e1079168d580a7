// How large a policy is where it could live, whole or in parts. Source: `ug-quotas`.
import { sizeOf } from '#cloud';

export type PlaceId = 'user' | 'group' | 'role' | 'managed' | 'session';

interface PlaceOfPolicy {
  readonly id: PlaceId;
  /** Its quota among the facts. */
  readonly fact: string;
  /** Several policies share the quota. */
  readonly shared: boolean;
}

export const PLACES: readonly PlaceOfPolicy[] = [
  { id: 'user', fact: 'size-of-inline-user', shared: true },
  { id: 'group', fact: 'size-of-inline-group', shared: true },
  { id: 'role', fact: 'size-of-inline-role', shared: true },
  { id: 'managed', fact: 'size-of-a-managed-policy', shared: false },
  { id: 'session', fact: 'size-of-a-session-policy', shared: true },
];

export interface Quota {
  readonly id: PlaceId;
  readonly quota: number;
}

export interface Measure extends Quota {
  readonly counted: number;
  /** Characters beyond the quota; 0 when it fits. */
  readonly over: number;
}

export type SizeFault = 'empty' | 'tooLong' | 'notJson' | 'noStatements';

export interface Sizes {
  /** Every character, white space too. */
  readonly written: number;
  /** What IAM counts of each part. */
  readonly parts: readonly number[];
}

const LONGEST = 200_000;

/** @param parts into how many policies its statements are divided */
export function sizesOf(text: string, parts: number): Sizes | { readonly fault: SizeFault } {
  if (text.trim() === '') return { fault: 'empty' };
  if (text.length > LONGEST) return { fault: 'tooLong' };
  const policy = parseObject(text);
  if (!policy) return { fault: 'notJson' };
  if (parts === 1) return { written: text.length, parts: [sizeOf(text)] };
  const { Statement: given } = policy;
  if (given === undefined) return { fault: 'noStatements' };
  const statements: readonly unknown[] = Array.isArray(given) ? given : [given];
  const each = Math.ceil(statements.length / parts);
  const texts = Array.from({ length: parts }, (_, i) => statements.slice(i * each, (i + 1) * each))
    .filter((some) => some.length > 0)
    .map((some) => JSON.stringify({ ...policy, Statement: some }));
  return { written: text.length, parts: texts.map(sizeOf) };
}

export function measuresOf(parts: readonly number[], quotas: readonly Quota[]): readonly Measure[] {
  return quotas.map(({ id, quota }) => {
    const shared = PLACES.find((place) => place.id === id)?.shared ?? true;
    const counted = shared ? parts.reduce((sum, one) => sum + one, 0) : Math.max(...parts);
    return { id, quota, counted, over: Math.max(0, counted - quota) };
  });
}

/** The same policy on one line. What cannot be read stays as it is. */
export function onOneLine(text: string): string {
  const policy = parseObject(text);
  return policy ? JSON.stringify(policy) : text;
}

/** A policy with a statement for each ship. */
export function shipsPolicy(ships: number): string {
  const Statement = Array.from({ length: ships }, (_, i) => {
    const ship = String(i + 1).padStart(2, '0');
    return {
      Sid: `Ship${ship}`,
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: `arn:aws:s3:::tern-ship-${ship}/*`,
    };
  });
  return JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
