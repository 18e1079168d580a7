// Policies in which one statement, or line, is chosen at its place in the text; what stands nowhere follows them.
import { useId, useMemo, type ReactNode } from 'react';
import type { Choice, Exhibit, TextPlace } from '#exam';
import { plain } from '#widgets/prose/plain.ts';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Lines } from '../PolicyText.tsx';
import { segmentsOf, type Placed, type Segment } from '../segments.ts';
import { OnPaper } from './OnPaper.tsx';

interface Props {
  readonly exhibits: readonly Exhibit[];
  readonly statements: readonly (Choice & Partial<TextPlace>)[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

const isPlaced = (statement: Choice & Partial<TextPlace>): statement is Placed =>
  statement.exhibit !== undefined && statement.lines !== undefined;

export function Statements({ exhibits, statements, ...choosing }: Props): ReactNode {
  const name = useId();
  const placed = statements.filter(isPlaced);
  return (
    <>
      {exhibits.map(
        (exhibit) =>
          exhibit.shows === 'policy' && (
            <Policy
              key={exhibit.id}
              exhibit={exhibit}
              statements={placed.filter((statement) => statement.exhibit === exhibit.id)}
              name={name}
              {...choosing}
            />
          ),
      )}
      {statements
        .filter((statement) => !isPlaced(statement))
        .map((statement) => (
          <div key={statement.id} className="option unlettered">
            <label>
              <Radio statement={statement} name={name} {...choosing} />
              <span className="option-text">
                <Inline text={statement.text} />
              </span>
            </label>
          </div>
        ))}
    </>
  );
}

type Choosing = Pick<Props, 'chosen' | 'onChoose'> & { readonly name: string };

function Policy({
  exhibit,
  statements,
  ...choosing
}: Choosing & {
  readonly exhibit: Exhibit & { shows: 'policy' };
  readonly statements: readonly Placed[];
}): ReactNode {
  const segments = useMemo(() => segmentsOf(exhibit.text.trimEnd(), statements), [exhibit.text, statements]);
  return (
    <figure className="exhibit">
      <figcaption>{exhibit.title}</figcaption>
      <div className="policy-text choosable">
        {segments.map((segment, i) => (
          <Block key={i} segment={segment} {...choosing} />
        ))}
      </div>
    </figure>
  );
}

function Block({ segment, ...choosing }: Choosing & { readonly segment: Segment }): ReactNode {
  const id = useId();
  const [only, ...others] = segment.choices;
  const text = (
    <code id={id}>
      <Lines lines={segment.lines} />
    </code>
  );
  if (!only) return text;
  if (others.length === 0)
    return (
      <label className="statement">
        <Radio statement={only} describedBy={id} {...choosing} />
        {text}
      </label>
    );
  return (
    <div className="statement several">
      {segment.choices.map((statement) => (
        <label key={statement.id}>
          <Radio statement={statement} describedBy={id} {...choosing} /> <Inline text={statement.text} />
        </label>
      ))}
      {text}
    </div>
  );
}

function Radio({
  statement,
  name,
  chosen,
  onChoose,
  describedBy,
}: Choosing & { readonly statement: Choice; readonly describedBy?: string }): ReactNode {
  const isChosen = chosen === statement.id;
  return (
    <>
      <input
        type="radio"
        name={name}
        value={statement.id}
        aria-label={plain(statement.text)}
        aria-describedby={describedBy}
        checked={isChosen}
        onChange={() => {
          onChoose(statement.id);
        }}
      />
      <OnPaper as="box">{isChosen && '✕'}</OnPaper>
    </>
  );
}
