// The findings of a policy's text, in one place, so that a better reader can take over. The same text is read once.
import type { Issue, PolicyKind } from '#evaluator';
import { documentOf } from '#cloud';

export function findingsOf(text: string, kind: PolicyKind): readonly Issue[] {
  return documentOf(text, kind).issues;
}
