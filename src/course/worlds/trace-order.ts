// Steps of a derivation in order: what a step rests on comes before it. Steps that rest on neither may change places.
import type { Step } from '#evaluator';
import { documentIdAt, type Cloud, type Part } from '#cloud';
import type { World } from '#exam';
import { see } from '../acts.ts';
import type { QuestionSpec } from '../schema.ts';
import { idsOf } from './choice.ts';
import { placeIn } from './place.ts';

type TraceOrder = Pick<QuestionSpec & { kind: 'trace-order' }, 'request' | 'steps' | 'claims'>;
type Named = TraceOrder['steps'][number];

export function traceWorld(question: TraceOrder, cloud: Cloud): World {
  return placeIn(cloud, question.claims, (work) => {
    const order = idsOf(work);
    const { pairs, missing } = dependencies(question, cloud);
    const wrong = pairs
      .filter(([before, after]) => order.indexOf(before) > order.indexOf(after))
      .map(([before, after]) => `${after} rests on ${before}`);
    return { cloud, wrong: [...missing, ...wrong] };
  });
}

/** Pairs of steps of which the second rests on the first, and the steps that are not in the derivation. */
export function dependencies(
  { request, steps }: TraceOrder,
  cloud: Cloud,
): { readonly pairs: readonly (readonly [string, string])[]; readonly missing: readonly string[] } {
  const { parts } = see(cloud, { ...request, gives: 'allowed', because: '' });
  const found = new Map<string, readonly { part: Part; step: Step }[]>();
  for (const named of steps)
    found.set(
      named.id,
      parts.flatMap((part) => stepsIn(part, part.verdict.trace, named)),
    );
  const missing = steps.filter(({ id }) => found.get(id)?.length === 0);
  const restsOn = (later: string, earlier: string): boolean =>
    (found.get(later) ?? []).some(({ step }) =>
      (found.get(earlier) ?? []).some((other) => other.step !== step && isBelow(step, other.step)),
    );
  return {
    pairs: steps.flatMap(({ id: before }) =>
      steps
        .filter(({ id: after }) => before !== after && restsOn(after, before))
        .map(({ id: after }) => [before, after] as const),
    ),
    missing: missing.map(({ id, rule }) => `${id}: ${rule} is not in the derivation`),
  };
}

/** The steps of a trace that one names: its rule, whether it holds, and in which document. */
function stepsIn(part: Part, step: Step, named: Named): readonly { part: Part; step: Step }[] {
  const isIt =
    step.rule === named.rule &&
    step.holds === named.holds &&
    (named.at === undefined || (step.at !== undefined && documentIdAt(part.names, step.at) === named.at));
  const below = (step.steps ?? []).flatMap((inner) => stepsIn(part, inner, named));
  return isIt ? [{ part, step }, ...below] : below;
}

function isBelow(step: Step, other: Step): boolean {
  return (step.steps ?? []).some((inner) => inner === other || isBelow(inner, other));
}
