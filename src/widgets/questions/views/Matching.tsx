// A response to each prompt: one menu a prompt, with every response in it. The responses also stand once as text.
import { useId, type ReactNode } from 'react';
import type { AskedMatching } from '#exam';
import { questions } from '#strings';
import { plain } from '#widgets/prose/plain.ts';
import { Inline } from '#widgets/prose/Prose.tsx';
import { fieldIn, withField } from './fields.ts';
import { Menu } from './Menu.tsx';
import { OnPaper } from './OnPaper.tsx';
import type { ViewProps } from './view.ts';

const words = questions.matching;

export function Matching({ question, answer, onAnswer }: ViewProps<AskedMatching>): ReactNode {
  const id = useId();
  const { prompts, responses } = question;
  const matched = prompts.filter((prompt) => fieldIn(answer, prompt.id) !== undefined).length;
  return (
    <fieldset className="matching" aria-describedby={`${id}-responses`}>
      <legend>
        <Inline text={question.ask} />
      </legend>
      <div className="responses">
        <p id={`${id}-responses`}>{words.responses}</p>
        <ol role="list">
          {responses.map(({ id: response, text }, i) => (
            <li key={response}>
              <b>{questions.letter(i)}</b>
              <span>
                <Inline text={text} />
              </span>
            </li>
          ))}
        </ol>
      </div>
      <ol className="pairings" role="list">
        {prompts.map((prompt) => {
          const chosen = fieldIn(answer, prompt.id);
          const letter = responses.findIndex((response) => response.id === chosen);
          return (
            <li key={prompt.id}>
              <label htmlFor={`${id}-${prompt.id}`}>
                <Inline text={prompt.text} />
              </label>
              <Menu
                id={`${id}-${prompt.id}`}
                choices={responses}
                textOf={({ text }, i) => `${questions.letter(i)}  ${plain(text)}`}
                none={words.none}
                chosen={chosen}
                onChoose={
                  onAnswer &&
                  ((response) => {
                    onAnswer(withField(answer, prompt.id, response));
                  })
                }
              />
              <OnPaper as="blank">{letter >= 0 && questions.letter(letter)}</OnPaper>
            </li>
          );
        })}
      </ol>
      {onAnswer && <p className="standing">{words.matched(matched, prompts.length)}</p>}
    </fieldset>
  );
}
