// A script for a prepared account: written by hand, or typed into a terminal that is fetched when somebody opens it.
import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import type { AskedOperation } from '#exam';
import { questions } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { OnPaper } from './OnPaper.tsx';
import type { ViewProps } from './view.ts';
import { Wants } from './Wants.tsx';

const OperateTerminal = lazy(() => import('./OperateTerminal.tsx'));

const words = questions.operate;
const ROWS = 6;

export function Operate({ question, answer, onAnswer }: ViewProps<AskedOperation>): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const script = typeof answer === 'string' ? answer : '';
  const rows = Math.max(ROWS, script.split('\n').length + 1);
  return (
    <fieldset className="operate">
      <legend>
        <Inline text={question.ask} />
      </legend>
      <Wants title={words.wants} wants={question.wants} />
      <p className="standing">
        {words.profiles}: <code>{question.profiles.join(', ')}</code>
      </p>
      {onAnswer && (
        <button
          type="button"
          className="button"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? words.close : words.open}
        </button>
      )}
      {open && onAnswer && (
        <Suspense fallback={<p role="status">{words.opening}</p>}>
          <OperateTerminal question={question} script={script} onScript={onAnswer} />
        </Suspense>
      )}
      <label className="script-label" htmlFor={id}>
        {words.script}
      </label>
      <textarea
        id={id}
        className="script"
        rows={rows}
        value={script}
        readOnly={open || !onAnswer}
        aria-describedby={`${id}-hint`}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => {
          onAnswer?.(event.currentTarget.value);
        }}
      />
      <p className="standing" id={`${id}-hint`}>
        {open ? words.typed : words.hint}
      </p>
      <OnPaper as="rules">{script}</OnPaper>
    </fieldset>
  );
}
