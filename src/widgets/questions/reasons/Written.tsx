// What was made beside what does it, why, and the near misses.
import { Fragment, type ReactNode } from 'react';
import type { FullQuestion } from '#course';
import type { Answer, AskedRequest } from '#exam';
import { questions } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { fieldIn } from '../views/fields.ts';
import { NoAnswer, Said, Text, type ReviewProps } from './review.tsx';

const words = questions.review;

type Fix = FullQuestion['spec'] & { readonly kind: 'policy-fix' };
type Builder = FullQuestion['spec'] & { readonly kind: 'request-builder' };
type Operation = FullQuestion['spec'] & { readonly kind: 'operate' };

export function PolicyFix({ full, spec, answer, below }: ReviewProps<Fix>): ReactNode {
  return (
    <>
      <div className="beside">
        {typeof answer === 'string' ? <Text title={words.yourText} text={answer} policy /> : <NoAnswer />}
        <Text title={words.rightText} text={spec.key} policy />
      </div>
      <Said title={questions.whyRight} text={spec.why} />
      <Near>
        {spec.near.map((near) => (
          <li key={near.fails}>
            <Text title={words.nearText} text={near.answer} policy />
            <Said title={questions.tempts} text={near.tempts} />
            <Said title={questions.fails} text={near.fails} />
          </li>
        ))}
      </Near>
      {answer === undefined &&
        spec.claims.map(({ id, text }) => (
          <Fragment key={id}>{below({ full, answer: full.key, id, name: text })}</Fragment>
        ))}
    </>
  );
}

export function RequestBuilder({ full, spec, answer, below }: ReviewProps<Builder>): ReactNode {
  const { asked } = full.question;
  if (asked.kind !== 'request-builder') return null;
  return (
    <>
      {answer === undefined ? (
        <NoAnswer />
      ) : (
        <Request title={words.yourRequest} asked={asked} answer={answer} />
      )}
      {answer !== undefined && below({ full, answer, id: 'yours', name: words.yourRequest })}
      <Request title={words.rightRequest} asked={asked} answer={spec.key} />
      <Said title={questions.whyRight} text={spec.why} />
      {below({ full, answer: full.key, id: 'key', name: words.rightRequest })}
      <Near>
        {spec.near.map((near) => (
          <li key={near.fails}>
            <Request title={words.nearRequest} asked={asked} answer={near.answer} />
            <Said title={questions.tempts} text={near.tempts} />
            <Said title={questions.fails} text={near.fails} />
          </li>
        ))}
      </Near>
    </>
  );
}

export function Operate({ spec, answer }: ReviewProps<Operation>): ReactNode {
  return (
    <>
      {typeof answer === 'string' ? (
        <Text title={words.yourScript} text={answer} policy={false} />
      ) : (
        <NoAnswer />
      )}
      <Text title={words.rightScript} text={spec.key} policy={false} />
      <Said title={questions.whyRight} text={spec.why} />
      <Near>
        {spec.lazy.map((lazy) => (
          <li key={lazy.text}>
            <Text title={words.nearScript} text={lazy.script} policy={false} />
            <Said title={questions.fails} text={lazy.text} />
          </li>
        ))}
      </Near>
    </>
  );
}

function Near({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <details className="near">
      <summary>{words.near}</summary>
      <ul className="reasons">{children}</ul>
    </details>
  );
}

/** A request as a table of its words. */
function Request({
  title,
  asked,
  answer,
}: {
  readonly title: string;
  readonly asked: AskedRequest;
  readonly answer: Answer;
}): ReactNode {
  return (
    <table className="request-table">
      <caption>{title}</caption>
      <tbody>
        {asked.fields.map(({ id, label, choices }) => (
          <tr key={id}>
            <th scope="row">{questions.request.fields[id] ?? label}</th>
            <td>
              <Inline text={choices.find((choice) => choice.id === fieldIn(answer, id))?.text ?? '–'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
