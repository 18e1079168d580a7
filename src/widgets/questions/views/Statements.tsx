// Policies in which one statement, or line, is chosen at its place in the text; what stands nowhere follows them.
import { useId, useMemo, type ReactNode } from 'react';
import type { Choice, Exhibit, TextPlace } from '#exam';
import { questions as words } from '#strings';
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

/** The policies, each cut at what can be chosen in it. */
function policiesOf(exhibits: Props['exhibits'], statements: Props['statements']): readonly PolicyProps[] {
  const placed = statements.filter(isPlaced);
  return exhibits.flatMap((exhibit) => {
    if (exhibit.shows !== 'policy') return [];
    const own = placed.filter((statement) => statement.exhibit === exhibit.id);
    return [{ title: exhibit.title, segments: segmentsOf(exhibit.text.trimEnd(), own) }];
  });
}

export function Statements({ exhibits, statements, chosen, onChoose }: Props): ReactNode {
  const name = useId();
  const policies = useMemo(() => policiesOf(exhibits, statements), [exhibits, statements]);
  const elsewhere = statements.filter((statement) => !isPlaced(statement));
  const inOrder = [
    ...policies.flatMap(({ segments }) => segments.flatMap(({ choices }) => choices)),
    ...elsewhere,
  ];
  const letters = new Map(inOrder.map(({ id }, i) => [id, words.letter(i)]));
  const choosing = { name, letters, chosen, onChoose };
  return (
    <>
      {policies.map((policy, i) => (
        <Policy key={i} {...policy} {...choosing} />
      ))}
      {elsewhere.map((statement) => (
        <div key={statement.id} className="option">
          <label>
            <Radio statement={statement} {...choosing} />
            <span className="option-text">
              <Inline text={statement.text} />
            </span>
          </label>
        </div>
      ))}
    </>
  );
}

interface Choosing extends Pick<Props, 'chosen' | 'onChoose'> {
  readonly name: string;
  /** By the id of a statement, in the order in which they stand. */
  readonly letters: ReadonlyMap<string, string>;
}

interface PolicyProps {
  readonly title: string;
  readonly segments: readonly Segment[];
}

function Policy({ title, segments, ...choosing }: Choosing & PolicyProps): ReactNode {
  return (
    <figure className="exhibit">
      <figcaption>{title}</figcaption>
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
  letters,
  chosen,
  onChoose,
  describedBy,
}: Choosing & { readonly statement: Choice; readonly describedBy?: string }): ReactNode {
  const isChosen = chosen === statement.id;
  const letter = letters.get(statement.id) ?? '';
  return (
    <>
      <input
        type="radio"
        name={name}
        value={statement.id}
        data-letter={letter}
        aria-label={`${letter} ${plain(statement.text)}`}
        aria-describedby={describedBy}
        checked={isChosen}
        onChange={() => {
          onChoose(statement.id);
        }}
      />
      <OnPaper as="box">{isChosen && '✕'}</OnPaper>
      <b>{letter}</b>
    </>
  );
}
