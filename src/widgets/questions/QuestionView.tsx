// One question to be answered: native fields, the number to choose stated and kept, options that can be struck out.
import { useState, type ReactNode } from 'react';
import { KINDS, type Answer, type Asked, type AskedChoice } from '#exam';
import { questions as words } from '#strings';
import { Inline, Prose } from '#widgets/prose/Prose.tsx';

interface Props {
  readonly question: Asked;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
  readonly struck?: readonly string[];
  readonly onStrike?: (option: string) => void;
  /** How the question is headed: an element above the stem. */
  readonly heading?: ReactNode;
}

/** The answer after an option was touched; the same answer when it would be too many. */
export function touched(
  question: AskedChoice,
  answer: Answer | undefined,
  option: string,
): Answer | undefined {
  if (question.kind === 'single') return option;
  const chosen = chosenIn(answer);
  const next = chosen.includes(option) ? chosen.filter((id) => id !== option) : [...chosen, option];
  return KINDS[question.kind].read(question, next) ?? answer;
}

/** The ids in an answer to options: of one, of several, of none. */
export function chosenIn(answer: Answer | undefined): readonly string[] {
  if (typeof answer === 'string') return [answer];
  const several: readonly unknown[] = Array.isArray(answer) ? answer : [];
  return several.filter((id) => typeof id === 'string');
}

export function QuestionView({ heading, ...props }: Props): ReactNode {
  const { question } = props;
  return (
    <div className="question">
      {heading}
      <div className="stem">
        <Prose text={question.stem} />
      </div>
      {(question.kind === 'single' || question.kind === 'multiple') && (
        <Options {...props} question={question} />
      )}
    </div>
  );
}

function Options({
  question,
  answer,
  onAnswer,
  struck = [],
  onStrike,
}: Omit<Props, 'heading'> & { readonly question: AskedChoice }): ReactNode {
  const [tooMany, setTooMany] = useState(false);
  const chosen = chosenIn(answer);
  const many = question.choose > 1;
  const touch = (option: string): void => {
    const next = touched(question, answer, option);
    setTooMany(next === answer && many);
    if (next !== undefined && next !== answer) onAnswer(next);
  };
  return (
    <>
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
                  checked={chosen.includes(option.id)}
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
    </>
  );
}
