// An answer in words.
import type { ReactNode } from 'react';
import type { Answer, Asked } from '#exam';
import { results as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { answerText } from './answer-text.ts';

interface Props {
  readonly title: string;
  readonly asked: Asked;
  readonly answer: Answer | undefined;
}

export function AnswerLines({ title, asked, answer }: Props): ReactNode {
  const told = answer === undefined ? { lines: [words.noAnswer] } : answerText(asked, answer);
  return (
    <div className="answer-lines">
      <p>
        <strong>{title}</strong>
      </p>
      {'text' in told ? (
        <pre className="output">{told.text}</pre>
      ) : (
        <ul>
          {told.lines.map((line, i) => (
            <li key={i}>
              <Inline text={line} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
