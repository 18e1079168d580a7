// The policies that refuse: those behind the gate that is shut.
import { decidingGate, gatesOf } from '#widgets/lab/gates.ts';
import { paperAt, type Judgement } from './judge.ts';
import type { Paper, Situation } from './situation.ts';

/** None when the request is allowed: then no policy alone decides. */
export function decidingPapers(situation: Situation, judgement: Judgement): readonly Paper[] {
  if ('trouble' in judgement || judgement.part.verdict.decision === 'allowed') return [];
  const gate = decidingGate(gatesOf(judgement.part));
  return (gate?.details ?? []).flatMap(({ at }) => (at ? (paperAt(situation, at) ?? []) : []));
}
