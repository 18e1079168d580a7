// One question to be answered: native fields, the number to choose stated and kept, options that can be struck out.
import { useState, type ReactNode } from 'react';
import { KINDS, type Answer, type Asked } from '#exam';
import { questions as words } from '#strings';
import { Inline, Prose } from '#widgets/prose/Prose.tsx';

interface Props {
  readonly question: Asked;
  readonly answer: Answer;
  readonly onAnswer: (answer: Answer) => void;
  readonly struck?: readonly string[];
  readonly onStrike?: (option: string) => void;
  /** How the question is headed: an element above the stem. */
  readonly heading?: ReactNode;
}

/** The answer after an option was touched; the same answer when it would be too many. */
export function touched(question: Asked, answer: Answer, option: string): Answer {
  if (question.choose === 1) return [option];
  const next = answer.includes(option) ? answer.filter((id) => id !== option) : [...answer, option];
  return KINDS[question.kind].fits(question, next) ? next : answer;
}

export function QuestionView({
  question,
  answer,
  onAnswer,
  struck = [],
  onStrike,
  heading,
}: Props): ReactNode {
  const [tooMany, setTooMany] = useState(false);
  const many = question.choose > 1;
  const touch = (option: string): void => {
    const next = touched(question, answer, option);
    setTooMany(next === answer && many);
    if (next !== answer) onAnswer(next);
  };
  return (
    <div className="question">
      {heading}
      <div className="stem">
        <Prose text={question.stem} />
      </div>
      <fieldset>
        <legend>
          <Inline text={question.ask} />
          {!/choose/i.test(question.ask) && (
            <> {many ? words.chooseMany(question.choose) : words.chooseOne}</>
          )}
        </legend>
        {question.options.map((option, i) => {
          const letter = words.letter(i);
          const out = struck.includes(option.id);
          return (
            <div key={option.id} className={out ? 'option struck' : 'option'}>
              <label>
                <input
                  type={many ? 'checkbox' : 'radio'}
                  name={question.id}
                  value={option.id}
                  data-letter={letter}
                  checked={answer.includes(option.id)}
                  onChange={() => {
                    touch(option.id);
                  }}
                />
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
    </div>
  );
}
