// The rules of an exam in sentences: how one goes through it, and how it counts.
import { SCORED_AS_BY_AWS, type KindName, type Scoring } from '#exam';
import { examStart } from '#strings';

const { ruleTexts: words, kinds } = examStart;

export function rulesOf({ rule, weights, confidence }: Scoring = SCORED_AS_BY_AWS): readonly string[] {
  const heavy = Object.entries(weights).filter(([, times]) => times > 1);
  return [
    words.back,
    words[rule],
    ...heavy.map(([kind, times]) => words.weight(kinds[kind as KindName], times)),
    ...(confidence ? [words.confidence] : []),
    words.kept,
  ];
}
