// What is found in a policy's text: at first what keeps it from being read, everything else once somebody is about to write.
import { useCallback, useMemo, useState } from 'react';
import { parsePolicy, type Issue, type PolicyKind } from '#evaluator';

type Find = (text: string, kind: PolicyKind) => readonly Issue[];

const atFirst: Find = (text, kind) => {
  const read = parsePolicy(text, kind);
  return 'policy' in read ? read.policy.issues : read.issues;
};

/** @param given what was found by whoever looked already */
export function useFindings(
  text: string,
  kind: PolicyKind,
  given: readonly Issue[] | undefined,
): { readonly issues: readonly Issue[]; readonly look: () => void } {
  const [find, setFind] = useState<Find>(() => atFirst);
  const issues = useMemo(() => given ?? find(text, kind), [given, find, text, kind]);
  const isGiven = given !== undefined;
  const look = useCallback(() => {
    if (!isGiven) void import('#evaluator/validate').then(({ validate }) => setFind(() => validate));
  }, [isGiven]);
  return { issues, look };
}
