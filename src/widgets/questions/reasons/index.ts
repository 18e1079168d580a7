// The review of every kind of question by its name.
import type { ComponentType } from 'react';
import type { FullQuestion } from '#course';
import type { KindName } from '#exam';
import { CaseStudy } from './CaseStudy.tsx';
import { HotStatement, Predict } from './Deciding.tsx';
import { Matching } from './Matching.tsx';
import { Options } from './Options.tsx';
import { Order } from './Order.tsx';
import type { ReviewProps } from './review.tsx';
import { Operate, PolicyFix, RequestBuilder } from './Written.tsx';

type Review = ComponentType<ReviewProps>;

/** Any review: whoever holds a question asks the review of its kind, so that the two fit. */
const any = <S extends FullQuestion['spec']>(review: ComponentType<ReviewProps<S>>): Review =>
  review as unknown as Review;

export const REVIEWS: Readonly<Record<KindName, Review>> = {
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
