// Which characters of a document decided, to be marked in its text.
import type { Pointer } from '#evaluator';
import { documentIdAt, type Part } from '#cloud';
import { actionsIn, isNearMiss, silentPolicies, statementsOf } from './details.ts';
import { gatesOf } from './gates.ts';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'allow' | 'deny' | 'miss';
}

/** The characters of one document that decided: matching Denies, matching Allows, and where it fell silent. */
export function marksOf(parts: readonly Part[], document: string): readonly Mark[] {
  const marks = parts.flatMap((part) => marksOfPart(part, document));
  return marks.filter(
    (mark, i) =>
      marks.findIndex((m) => m.start === mark.start && m.end === mark.end && m.kind === mark.kind) === i,
  );
}

function marksOfPart(part: Part, document: string): readonly Mark[] {
  const { decision, trace } = part.verdict;
  const here = (at: Pointer): boolean => documentIdAt(part.names, at) === document;
  const marks: Mark[] = [];
  for (const statement of statementsOf(trace)) {
    const { at } = statement;
    if (!at || !here(at)) continue;
    const kind = statement.seen?.['effect'] === 'Deny' ? 'deny' : 'allow';
    const missed = statement.steps?.find((s) => !s.holds)?.at;
    if (statement.holds) marks.push({ ...at.range, kind });
    else if (decision === 'implicitDeny' && kind === 'allow' && isNearMiss(statement) && missed)
      marks.push({ ...missed.range, kind: 'miss' });
  }
  const denied = marks.filter((mark) => mark.kind === 'deny');
  if (decision === 'explicitDeny' && denied.length > 0) return denied;
  const shut = gatesOf(part).find(({ state }) => state === 'shut');
  const step = trace.steps?.find(({ rule }) => rule === shut?.rule);
  const silent = step && step.rule !== 'explicit-deny-wins' ? silentPolicies(step).flatMap(actionsIn) : [];
  return [...marks, ...silent.filter(here).map(({ range }): Mark => ({ ...range, kind: 'miss' }))];
}
