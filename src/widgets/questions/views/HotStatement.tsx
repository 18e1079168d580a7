// The one statement, or line, that decides: chosen where it stands.
import type { ReactNode } from 'react';
import type { AskedStatement } from '#exam';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Statements } from './Statements.tsx';
import type { ViewProps } from './view.ts';

export function HotStatement({ question, answer, onAnswer }: ViewProps<AskedStatement>): ReactNode {
  return (
    <fieldset disabled={!onAnswer}>
      <legend>
        <Inline text={question.ask} />
      </legend>
      <Statements
        exhibits={question.exhibits ?? []}
        statements={question.statements}
        chosen={typeof answer === 'string' ? answer : undefined}
        onChoose={(id) => onAnswer?.(id)}
      />
    </fieldset>
  );
}
