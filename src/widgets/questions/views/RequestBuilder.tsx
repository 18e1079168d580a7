// A request put together as a sentence whose words are menus.
import { Fragment, type ReactNode } from 'react';
import type { AskedRequest } from '#exam';
import { questions } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { fieldIn, withField } from './fields.ts';
import { Menu } from './Menu.tsx';
import { OnPaper } from './OnPaper.tsx';
import type { ViewProps } from './view.ts';

const words = questions.request;

/** What stands before a field in the sentence. Whatever is not one of the three is a condition key. */
function Before({ field }: { readonly field: string }): ReactNode {
  if (field === 'principal') return null;
  if (field === 'action') return <> {words.asks} </>;
  if (field === 'resource') return <> {words.on} </>;
  return (
    <>
      {' '}
      {words.withKey} <code>{field}</code> {words.is}{' '}
    </>
  );
}

export function RequestBuilder({ question, answer, onAnswer }: ViewProps<AskedRequest>): ReactNode {
  const { fields } = question;
  return (
    <fieldset className="request">
      <legend>
        <Inline text={question.ask} />
      </legend>
      <p className="request-sentence">
        {fields.map(({ id, label, choices }) => (
          <Fragment key={id}>
            <Before field={id} />
            <span className="menu">
              <Menu
                label={words.fields[id] ?? label}
                choices={choices}
                none={words.none}
                chosen={fieldIn(answer, id)}
                onChoose={
                  onAnswer &&
                  ((value) => {
                    onAnswer(withField(answer, id, value));
                  })
                }
              />
              <OnPaper as="blank">
                {choices.find((choice) => choice.id === fieldIn(answer, id))?.text}
              </OnPaper>
            </span>
          </Fragment>
        ))}
      </p>
      <dl className="on-paper words" aria-hidden="true">
        {fields.map(({ id, label, choices }) => (
          <div key={id}>
            <dt>{words.fields[id] ?? label}</dt>
            {choices.map((choice) => (
              <dd key={choice.id}>{choice.text}</dd>
            ))}
          </div>
        ))}
      </dl>
    </fieldset>
  );
}
