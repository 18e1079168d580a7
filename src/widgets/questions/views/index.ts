// The view of every kind of question by its name.
import type { ComponentType } from 'react';
import type { Asked, KindName } from '#exam';
import { CaseStudy } from './CaseStudy.tsx';
import { HotStatement } from './HotStatement.tsx';
import { Matching } from './Matching.tsx';
import { Operate } from './Operate.tsx';
import { Options } from './Options.tsx';
import { Order } from './Order.tsx';
import { PolicyFix } from './PolicyFix.tsx';
import { Predict } from './Predict.tsx';
import { RequestBuilder } from './RequestBuilder.tsx';
import type { ViewProps } from './view.ts';

/** Any view: whoever holds a question asks the view of its kind, so that the two fit. */
const any = <A extends Asked>(view: ComponentType<ViewProps<A>>): ComponentType<ViewProps> =>
  view as unknown as ComponentType<ViewProps>;

export const VIEWS: Readonly<Record<KindName, ComponentType<ViewProps>>> = {
  single: any(Options),
  multiple: any(Options),
  ordering: any(Order),
  'trace-order': any(Order),
  matching: any(Matching),
  'case-study': any(CaseStudy),
  predict: any(Predict),
  'hot-statement': any(HotStatement),
  'policy-fix': any(PolicyFix),
  'request-builder': any(RequestBuilder),
  operate: any(Operate),
};
