// Every kind of question by its name.
import type { Answer, Asked, KindName } from '../question.ts';
import { caseStudy } from './case-study.ts';
import { multiple, single } from './choice.ts';
import { hotStatement, predict } from './deciding.ts';
import type { Kind } from './kind.ts';
import { matching } from './matching.ts';
import { order } from './order.ts';
import { operate, policyFix, requestBuilder } from './written.ts';

/** Any kind: whoever holds a question asks the kind of its name, so that the two fit. */
const any = <A extends Asked, R extends Answer>(kind: Kind<A, R>): Kind => kind as unknown as Kind;

export const KINDS: Readonly<Record<KindName, Kind>> = {
  single: any(single),
  multiple: any(multiple),
  ordering: any(order),
  'trace-order': any(order),
  matching: any(matching),
  'case-study': any(caseStudy((name) => KINDS[name])),
  predict: any(predict),
  'hot-statement': any(hotStatement),
  'policy-fix': any(policyFix),
  'request-builder': any(requestBuilder),
  operate: any(operate),
};
