// One option, or a stated number of them: native fields, the number kept, options that can be struck out.
import { useId, useState, type ReactNode } from 'react';
import type { AskedChoice } from '#exam';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { chosenIn, touched } from './chosen.ts';
import { OnPaper } from './OnPaper.tsx';
import type { ViewProps } from './view.ts';

export function Options({
  question,
  answer,
  onAnswer,
  struck = [],
  onStrike,
}: ViewProps<AskedChoice>): ReactNode {
  const name = useId();
  const [tooMany, setTooMany] = useState(false);
  const chosen = chosenIn(answer);
  const many = question.choose > 1;
  const touch = (option: string): void => {
    const next = touched(question, answer, option);
    setTooMany(next === answer && many);
    if (next !== undefined && next !== answer) onAnswer?.(next);
  };
  return (
    <>
      <fieldset disabled={!onAnswer}>
        <legend>
          <Inline text={question.ask} />
          {!/choose/i.test(question.ask) && (
            <> {many ? words.chooseMany(question.choose) : words.chooseOne}</>
          )}
        </legend>
        {question.options.map((option, i) => {
          const letter = words.letter(i);
          const out = struck.includes(option.id);
          const isChosen = chosen.includes(option.id);
          return (
            <div key={option.id} className={out ? 'option struck' : 'option'}>
              <label>
                <input
                  type={many ? 'checkbox' : 'radio'}
                  name={name}
                  value={option.id}
                  data-letter={letter}
                  checked={isChosen}
                  onChange={() => {
                    touch(option.id);
                  }}
                />
                <OnPaper as="box">{isChosen && '✕'}</OnPaper>
                <b>{letter}</b>
                <span className="option-text">
                  <Inline text={option.text} />
                  {out && <span className="visually-hidden"> ({words.struck})</span>}
                </span>
              </label>
              {onStrike && (
                <button
                  type="button"
                  className="strike"
                  aria-label={out ? words.unstrike(letter) : words.strike(letter)}
                  onClick={() => {
                    onStrike(option.id);
                  }}
                >
                  {out ? words.unstrikeShort : words.strikeShort}
                </button>
              )}
            </div>
          );
        })}
      </fieldset>
      <p className="too-many" role="status">
        {tooMany ? words.tooMany(question.choose) : ''}
      </p>
    </>
  );
}
