// Steps to be put in order. Which orders are right is the world's to say: there may be several.
import type { AskedOrder } from '../question.ts';
import { kindOf, readIds } from './kind.ts';

export const order = kindOf<AskedOrder, readonly string[]>({
  asked: (question, shuffle) => ({ ...question, steps: shuffle(question.steps) }),
  read: ({ steps }, value) => readIds(steps, value),
  complete: ({ steps }, answer) => answer?.length === steps.length,
});
