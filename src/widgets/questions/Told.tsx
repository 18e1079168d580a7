// What a question tells before it asks: its stem, and what lies beside it.
import type { ReactNode } from 'react';
import type { Asked, KindName } from '#exam';
import { Prose } from '#widgets/prose/Prose.tsx';
import { Exhibits } from './Exhibits.tsx';

/** Kinds whose view shows the policies itself: something in them is chosen. */
const PLACES_POLICIES: ReadonlySet<KindName> = new Set<KindName>(['predict', 'hot-statement']);

export function Told({ question }: { readonly question: Asked }): ReactNode {
  return (
    <>
      {question.stem !== '' && (
        <div className="stem">
          <Prose text={question.stem} />
        </div>
      )}
      <ExhibitsOf question={question} />
    </>
  );
}

/** What lies beside a question, but for what its view shows itself. */
export function ExhibitsOf({ question: { kind, exhibits = [] } }: { readonly question: Asked }): ReactNode {
  return <Exhibits exhibits={exhibits} without={PLACES_POLICIES.has(kind) ? 'policy' : undefined} />;
}
