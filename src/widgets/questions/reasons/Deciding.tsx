// How a request comes out and why not otherwise, and the statements, or lines, with what each has to do with it.
import type { ReactNode } from 'react';
import { decidedBy, type FullQuestion } from '#course';
import type { AskedPrediction } from '#exam';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Exhibits } from '../Exhibits.tsx';
import type { Marked } from '../PolicyText.tsx';
import { fieldIn } from '../views/fields.ts';
import { Item, NoAnswer, RightTag, Said, YourTag, type ReviewProps } from './review.tsx';

type Prediction = FullQuestion['spec'] & { readonly kind: 'predict' };
type Hot = FullQuestion['spec'] & { readonly kind: 'hot-statement' };

export function Predict({ full, spec, answer, below }: ReviewProps<Prediction>): ReactNode {
  const { asked } = full.question;
  if (asked.kind !== 'predict') return null;
  const decided = decidedBy(full.cloud, spec.request, spec.documents);
  const [decision, statements] =
    'fault' in decided ? [undefined, []] : [decided.decision, decided.statements];
  return (
    <>
      <Policies asked={asked} right={statements} chosen={fieldIn(answer, 'statement')} />
      {answer === undefined && <NoAnswer />}
      <ol className="reasons">
        {asked.decisions.map(({ id, text }) => {
          const yours = fieldIn(answer, 'decision') === id;
          const why = Object.entries(spec.why).find(([name]) => name === id)?.[1];
          return (
            <Item key={id} right={id === decision} wrong={yours}>
              <p className="option-text">
                <Inline text={text} /> {id === decision && <RightTag />} {yours && <YourTag />}
              </p>
              {why !== undefined && (
                <Said title={id === decision ? words.whyRight : words.fails} text={why} />
              )}
            </Item>
          );
        })}
      </ol>
      <Statements asked={asked} right={statements} chosen={fieldIn(answer, 'statement')} />
      {below({ full, answer })}
    </>
  );
}

export function HotStatement({ full, spec, answer, below }: ReviewProps<Hot>): ReactNode {
  const { asked } = full.question;
  if (asked.kind !== 'hot-statement') return null;
  const right = typeof full.key === 'string' ? [full.key] : [];
  return (
    <>
      <Policies asked={asked} right={right} chosen={typeof answer === 'string' ? answer : undefined} />
      {answer === undefined && <NoAnswer />}
      <Said title={words.whyRight} text={spec.why} />
      <Statements
        asked={asked}
        right={right}
        chosen={typeof answer === 'string' ? answer : undefined}
        whyOf={(id) => spec.lines?.find((line) => line.id === id)?.why}
        temptsOf={(id) => spec.tempts[id]}
      />
      {below({ full, answer })}
    </>
  );
}

/** The policies, with what decides and what was chosen instead told apart in them. */
function Policies({ asked, right, chosen }: StatementsProps): ReactNode {
  const markedIn = (policy: string): readonly Marked[] =>
    asked.statements.flatMap(({ id, exhibit, lines }): readonly Marked[] => {
      if (exhibit !== policy || !lines) return [];
      if (right.includes(id)) return [{ lines, as: 'right' }];
      return id === chosen ? [{ lines, as: 'wrong' }] : [];
    });
  const policies = (asked.exhibits ?? []).filter(({ shows }) => shows === 'policy');
  return <Exhibits exhibits={policies} markedIn={markedIn} />;
}

interface StatementsProps {
  readonly asked: Pick<AskedPrediction, 'statements' | 'exhibits'>;
  readonly right: readonly string[];
  readonly chosen: string | undefined;
  readonly whyOf?: (id: string) => string | undefined;
  readonly temptsOf?: (id: string) => string | undefined;
}

function Statements({ asked, right, chosen, whyOf, temptsOf }: StatementsProps): ReactNode {
  return (
    <ol className="reasons">
      {asked.statements.map(({ id, text }) => {
        const isRight = right.includes(id);
        const why = whyOf?.(id);
        const tempts = isRight ? undefined : temptsOf?.(id);
        return (
          <Item key={id} right={isRight} wrong={chosen === id}>
            <p className="option-text">
              <Inline text={text} /> {isRight && <RightTag />} {chosen === id && <YourTag />}
            </p>
            {why !== undefined && <Said title={words.review.why} text={why} />}
            {tempts !== undefined && <Said title={words.tempts} text={tempts} />}
          </Item>
        );
      })}
    </ol>
  );
}
