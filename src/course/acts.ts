// What scenarios and questions do before they ask: calls of somebody, one after the other.
import { call, signIn, writeDocument, type Cloud, type DocumentId } from '#cloud';
import { SCENARIOS } from '#cloud/scenarios';
import { seeNow, type Seen } from './expectation.ts';
import type { Act, Expectation } from './schema.ts';

/** Acts one after the other. The first that comes out otherwise than written ends it. */
export function perform(
  cloud: Cloud,
  acts: readonly Act[],
): { readonly cloud: Cloud; readonly failure?: string } {
  let now = cloud;
  for (const act of acts) {
    const signed = signIn(now, act.as);
    const outcome =
      'session' in signed ? call(now, signed.session, act, SCENARIOS) : { fault: signed.fault, cloud: now };
    const code = 'fault' in outcome ? outcome.fault.code : undefined;
    if (code !== act.refused) {
      const message = 'fault' in outcome ? `: ${outcome.fault.message}` : '';
      const wanted =
        act.refused === undefined ? 'did not go through' : `was to be refused with ${act.refused}`;
      return {
        cloud: now,
        failure: `${act.operation} by ${act.as} ${wanted}, and gave ${code ?? 'no fault'}${message}`,
      };
    }
    now = outcome.cloud;
  }
  return { cloud: now };
}

/** Looks at one expectation on a cloud, which stays as it is, after what comes first in it. */
export function see(cloud: Cloud, expectation: Expectation): Seen {
  const first = perform(cloud, expectation.first ?? []);
  if (first.failure !== undefined)
    return { holds: false, parts: [], cloud: first.cloud, because: [first.failure] };
  return seeNow(first.cloud, expectation, SCENARIOS);
}

/** A cloud with other texts in some of its documents. */
export function edited(cloud: Cloud, edits: Readonly<Record<DocumentId, string>>): Cloud {
  return Object.entries(edits).reduce((now, [id, text]) => writeDocument(now, id, text), cloud);
}
