// How a request comes out, and the statement that decides it: the statement is chosen where it stands.
import { useId, type ReactNode } from 'react';
import type { AskedPrediction } from '#exam';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { fieldIn, withField } from './fields.ts';
import { OnPaper } from './OnPaper.tsx';
import { Statements } from './Statements.tsx';
import type { ViewProps } from './view.ts';

export function Predict({ question, answer, onAnswer }: ViewProps<AskedPrediction>): ReactNode {
  const name = useId();
  const decision = fieldIn(answer, 'decision');
  const choose = (field: string, value: string): void => onAnswer?.(withField(answer, field, value));
  return (
    <div role="group" aria-labelledby={`${name}-ask`}>
      <p className="ask-line" id={`${name}-ask`}>
        <Inline text={question.ask} />
      </p>
      <fieldset disabled={!onAnswer}>
        <legend>{words.decides}</legend>
        <Statements
          exhibits={question.exhibits ?? []}
          statements={question.statements}
          chosen={fieldIn(answer, 'statement')}
          onChoose={(id) => {
            choose('statement', id);
          }}
        />
      </fieldset>
      <fieldset disabled={!onAnswer} className="decisions">
        <legend>{words.comesOut}</legend>
        {question.decisions.map(({ id, text }, i) => (
          <div key={id} className="option">
            <label>
              <input
                type="radio"
                name={name}
                value={id}
                data-letter={words.letter(i)}
                checked={decision === id}
                onChange={() => {
                  choose('decision', id);
                }}
              />
              <OnPaper as="box">{decision === id && '✕'}</OnPaper>
              <b>{words.letter(i)}</b>
              <span className="option-text">
                <Inline text={text} />
              </span>
            </label>
          </div>
        ))}
      </fieldset>
    </div>
  );
}
