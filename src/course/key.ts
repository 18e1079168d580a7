// The right answer to a question: as its author wrote it, or, where nobody wrote one, as the evaluator gives it.
import type { Cloud } from '#cloud';
import type { Answer } from '#exam';
import type { Spec } from './worlds/index.ts';
import { decidedBy } from './worlds/statements.ts';

/** @returns an empty text where a key is to be computed and nothing decides: the proof says so */
export function keyOf(spec: Spec, cloud: Cloud): Answer {
  switch (spec.kind) {
    case 'single':
      return spec.key[0] ?? '';
    case 'predict': {
      if (spec.key) return spec.key;
      const decided = decidedBy(cloud, spec.request, spec.documents);
      return 'fault' in decided ? '' : { decision: decided.decision, statement: decided.statements[0] ?? '' };
    }
    case 'hot-statement': {
      if (spec.key !== undefined) return spec.key;
      const decided = decidedBy(cloud, spec.request, spec.documents);
      return 'fault' in decided ? '' : (decided.statements[0] ?? '');
    }
    case 'case-study':
      return Object.fromEntries(spec.parts.map((part) => [part.id, keyOf(part, cloud)]));
    case 'multiple':
    case 'ordering':
    case 'trace-order':
    case 'matching':
    case 'policy-fix':
    case 'request-builder':
    case 'operate':
      return spec.key;
  }
}
