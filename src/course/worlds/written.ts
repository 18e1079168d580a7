// A policy that was rewritten, and a request that was put together.
import { documentOf, documentsOf, writeDocument, type Cloud } from '#cloud';
import { isInvalid } from '#evaluator';
import type { World } from '#exam';
import { see } from '../acts.ts';
import type { QuestionSpec, Wish } from '../schema.ts';
import { placeIn } from './place.ts';

type Fix = Pick<QuestionSpec & { kind: 'policy-fix' }, 'document' | 'claims'>;
type Builder = Pick<QuestionSpec & { kind: 'request-builder' }, 'outcome' | 'claims'>;

export function fixWorld({ document, claims }: Fix, cloud: Cloud): World {
  return placeIn(cloud, claims, (work) => {
    const text = String(work).trimEnd();
    const kind = documentsOf(cloud).find(({ id }) => id === document)?.kind ?? 'identity';
    const wrong = isInvalid(documentOf(text, kind)) ? ['the policy is not valid'] : [];
    return { cloud: writeDocument(cloud, document, text), wrong };
  });
}

export function requestWorld({ outcome, claims }: Builder, cloud: Cloud): World {
  return placeIn(cloud, claims, (work) => ({
    cloud,
    wrong: see(cloud, { ...wishOf(work as Readonly<Record<string, string>>), ...outcome }).because,
  }));
}

/** A value that leaves a condition key out of the request. */
export const ABSENT = '';

/** The request that a response spells out: whatever is not its principal, action and resource is a condition key. */
export function wishOf({
  principal = '',
  action = '',
  resource = '',
  ...keys
}: Readonly<Record<string, string>>): Wish {
  const context = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== ABSENT));
  return { as: principal, asks: { action, on: resource, context } };
}
