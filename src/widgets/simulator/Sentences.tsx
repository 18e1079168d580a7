// The derivation in sentences, fetched when somebody wants to read it so.
import type { ReactNode } from 'react';
import { explain, type Verdict } from '#evaluator';

export default function Sentences({ verdict }: { readonly verdict: Verdict }): ReactNode {
  return (
    <ol>
      {explain(verdict).map((sentence, i) => (
        <li key={i}>{sentence}</li>
      ))}
    </ol>
  );
}
