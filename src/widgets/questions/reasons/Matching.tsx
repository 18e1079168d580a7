// Every prompt with the response that belongs to it, why, and what tempts to another.
import type { ReactNode } from 'react';
import type { FullQuestion } from '#course';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { fieldIn } from '../views/fields.ts';
import { Item, NoAnswer, RightTag, Said, type ReviewProps } from './review.tsx';

type Spec = FullQuestion['spec'] & { readonly kind: 'matching' };

export function Matching({ full, spec, answer, below }: ReviewProps<Spec>): ReactNode {
  return (
    <>
      {answer === undefined && <NoAnswer />}
      <ol className="reasons">
        {spec.prompts.map(({ id, text, why }) => {
          const responseOf = (response: string | undefined) =>
            spec.responses.find((one) => one.id === response);
          const given = responseOf(fieldIn(answer, id));
          const belonging = responseOf(spec.key[id]);
          const right = given !== undefined && given === belonging;
          return (
            <Item key={id} right={right} wrong={given !== undefined && !right}>
              <p className="option-text">
                <Inline text={text} />
              </p>
              <p>
                <Inline text={belonging?.text ?? ''} /> <RightTag text={words.review.belongs} />{' '}
                {right && <span className="tag">{words.yours}</span>}
              </p>
              {given && !right && (
                <p>
                  <span className="tag deny">
                    <span aria-hidden="true">✕</span> {words.yours}
                  </span>{' '}
                  <Inline text={given.text} />
                </p>
              )}
              <Said title={words.review.why} text={why} />
              {given && !right && <Said title={words.tempts} text={given.tempts} />}
              {below({ full, answer, id, name: text })}
            </Item>
          );
        })}
      </ol>
      <details className="near">
        <summary>{words.review.temptations}</summary>
        <ul className="reasons">
          {spec.responses.map(({ id, text, tempts }) => (
            <li key={id}>
              <p className="option-text">
                <Inline text={text} />
              </p>
              <Said title={words.tempts} text={tempts} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
