// The statements of some documents under names of their own, and those of them that decide a request.
import { decidingSteps, placeOf, type Decision } from '#evaluator';
import { documentIdAt, documentOf, documentsOf, type Cloud } from '#cloud';
import { SCENARIOS } from '#cloud/scenarios';
import type { Wish } from '../schema.ts';
import { verdictOn } from '../expectation.ts';
import { perform } from '../acts.ts';

export interface ShownStatement {
  /** Such as `user/mei/own#ReadTimetables`, or `#2` for the second where it has no Sid. */
  readonly id: string;
  readonly document: string;
  readonly sid: string;
  /** From 0. */
  readonly index: number;
  /** First and last line in the document's text, from 1. */
  readonly lines: readonly [number, number];
}

/** Who allows or denies by a ceiling alone is not asked for: it is who grants. */
const GRANTING: ReadonlySet<string> = new Set(['identity', 'resource', 'trust']);

/** The answer when no statement decides. */
export const NO_STATEMENT = 'none';

export function statementsIn(cloud: Cloud, documents: readonly string[]): readonly ShownStatement[] {
  const stored = documentsOf(cloud);
  return documents.flatMap((id) => {
    const found = stored.find((one) => one.id === id);
    if (!found) return [];
    const read = documentOf(found.text, found.kind);
    if (!('statements' in read)) return [];
    return read.statements.map(({ sid, range }, index) => {
      const name = sid?.value ?? String(index + 1);
      const lines = [placeOf(found.text, range.start).line, placeOf(found.text, range.end).line] as const;
      return { id: `${id}#${name}`, document: id, sid: name, index, lines };
    });
  });
}

export interface Decided {
  readonly decision: Decision;
  /** Ids of the statements that decide, among those shown. `none` where nobody spoke. */
  readonly statements: readonly string[];
}

/** How a request comes out, and by which of the statements shown. */
export function decidedBy(
  cloud: Cloud,
  wish: Wish,
  documents: readonly string[],
): Decided | { readonly fault: string } {
  const first = perform(cloud, wish.first ?? []);
  if (first.failure !== undefined) return { fault: first.failure };
  const asked = verdictOn(first.cloud, wish, SCENARIOS);
  if ('fault' in asked) return asked;
  const { decision } = asked.verdict;
  if (decision === 'implicitDeny') return { decision, statements: [NO_STATEMENT] };
  const shown = statementsIn(first.cloud, documents);
  const found = asked.parts.flatMap((part) =>
    part.verdict.decision !== decision
      ? []
      : decidingSteps(part.verdict).flatMap(({ at }) => {
          if (!at || (decision === 'allowed' && !GRANTING.has(at.layer))) return [];
          const document = documentIdAt(part.names, at);
          const statement = shown.find((one) => one.document === document && one.index === at.statement);
          return [statement?.id ?? `${document ?? at.layer}#${(at.statement ?? 0) + 1}`];
        }),
  );
  return { decision, statements: [...new Set(found)] };
}
