// Several questions over one situation, below each other: the situation stands once, above them all.
import { useId, type ReactNode } from 'react';
import type { AskedCase } from '#exam';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { ExhibitsOf } from '../Told.tsx';
import { fieldsIn, withField } from './fields.ts';
import { VIEWS } from './index.ts';
import { inPart } from './striking.ts';
import type { ViewProps } from './view.ts';

export function CaseStudy({
  question,
  answer,
  onAnswer,
  struck = [],
  onStrike,
  partHeading: Heading = 'h3',
}: ViewProps<AskedCase>): ReactNode {
  const id = useId();
  const answers = fieldsIn(answer);
  return (
    <>
      <p className="ask-line">
        <Inline text={question.ask} />
      </p>
      {question.parts.map((part, i) => {
        const Answering = VIEWS[part.kind];
        return (
          <section key={part.id} className="part" aria-labelledby={`${id}-${part.id}`}>
            <Heading id={`${id}-${part.id}`}>{words.part(i + 1, question.parts.length)}</Heading>
            <ExhibitsOf question={part} />
            <Answering
              question={part}
              answer={answers[part.id]}
              onAnswer={
                onAnswer &&
                ((given) => {
                  onAnswer(withField(answer, part.id, given));
                })
              }
              struck={struckIn(part.id, struck)}
              onStrike={
                onStrike &&
                ((option) => {
                  onStrike(inPart(part.id, option));
                })
              }
            />
          </section>
        );
      })}
    </>
  );
}

function struckIn(part: string, struck: readonly string[]): readonly string[] {
  const start = inPart(part, '');
  return struck.flatMap((option) => (option.startsWith(start) ? [option.slice(start.length)] : []));
}
