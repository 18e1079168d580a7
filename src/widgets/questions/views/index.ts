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

interface View {
  readonly Answering: ComponentType<ViewProps>;
  /** It shows the policies beside the question itself: something in them is chosen. */
  readonly placesPolicies?: true;
}

/** Any view: whoever holds a question asks the view of its kind, so that the two fit. */
const any = <A extends Asked>(view: ComponentType<ViewProps<A>>): ComponentType<ViewProps> =>
  view as unknown as ComponentType<ViewProps>;

export const VIEWS: Readonly<Record<KindName, View>> = {
  single: { Answering: any(Options) },
  multiple: { Answering: any(Options) },
  ordering: { Answering: any(Order) },
  'trace-order': { Answering: any(Order) },
  matching: { Answering: any(Matching) },
  'case-study': { Answering: any(CaseStudy) },
  predict: { Answering: any(Predict), placesPolicies: true },
  'hot-statement': { Answering: any(HotStatement), placesPolicies: true },
  'policy-fix': { Answering: any(PolicyFix) },
  'request-builder': { Answering: any(RequestBuilder) },
  operate: { Answering: any(Operate) },
};
