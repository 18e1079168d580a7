// The world in which a question begins, whatever its kind: exam asks, a cloud answers.
import type { Cloud } from '#cloud';
import type { World } from '#exam';
import type { PartSpec, QuestionSpec } from '../schema.ts';
import { choiceWorld, type Facts } from './choice.ts';
import { hotStatementWorld, predictWorld } from './deciding.ts';
import { matchingWorld } from './matching.ts';
import { orderWorld } from './order.ts';
import { noPart } from './place.ts';
import { traceWorld } from './trace-order.ts';
import { fixWorld, requestWorld } from './written.ts';

/** Of every kind, what its world needs. */
export type Spec = QuestionSpec | PartSpec;

/** @param facts the facts that the question names */
export function worldOf(spec: Spec, cloud: Cloud, facts: Facts = {}): World {
  switch (spec.kind) {
    case 'single':
    case 'multiple':
      return choiceWorld(spec, cloud, facts);
    case 'ordering':
      return orderWorld(spec, cloud, facts);
    case 'matching':
      return matchingWorld(spec, cloud, facts);
    case 'predict':
      return predictWorld(spec, cloud);
    case 'hot-statement':
      return hotStatementWorld(spec, cloud);
    case 'policy-fix':
      return fixWorld(spec, cloud);
    case 'request-builder':
      return requestWorld(spec, cloud);
    case 'trace-order':
      return traceWorld(spec, cloud);
    case 'operate':
      return operateWorld(spec);
    case 'case-study':
      return caseWorld(spec, cloud, facts);
  }
}

function caseWorld({ parts }: QuestionSpec & { kind: 'case-study' }, cloud: Cloud, facts: Facts): World {
  return {
    after: () => Promise.reject(new Error('a case study is answered part by part')),
    holds: () => ({ holds: true, because: [] }),
    part: (id) => {
      const part = parts.find((one) => one.id === id);
      if (!part) throw new Error(`there is no part ${id}`);
      return worldOf(part, cloud, facts);
    },
  };
}

/** The shell is fetched only when somebody answers. */
function operateWorld(spec: QuestionSpec & { kind: 'operate' }): World {
  return {
    after: async (work) => {
      const { operated } = await import('../operate.ts');
      return operated(spec, typeof work === 'string' ? work : '');
    },
    holds: () => ({ holds: false, because: ['nothing was run'] }),
    part: noPart,
  };
}
