// The proof of a matching: every prompt has exactly one response, and it is the author's.
import { failuresAt, type Failure } from '../failure.ts';
import type { FullQuestion } from '../pages.ts';
import type { Spec } from '../worlds/index.ts';
import { faultsOf } from '../worlds/matching.ts';

export function proveMatching(
  { cloud, facts }: FullQuestion,
  spec: Spec & { kind: 'matching' },
): readonly Failure[] {
  return spec.prompts.flatMap(({ id }, i) => {
    const right = spec.responses
      .filter((response) => faultsOf(spec, cloud, facts, id, response.id).length === 0)
      .map((response) => response.id);
    const said = spec.key[id] ?? 'nothing';
    if (right.length === 1 && right[0] === said) return [];
    const why = right.length === 0 ? faultsOf(spec, cloud, facts, id, said).join('; ') : '';
    return failuresAt(
      ['prompts', i],
      [`${id}: the key says ${said}, the world says ${right.join(', or ') || `nothing (${why})`}`],
    );
  });
}
