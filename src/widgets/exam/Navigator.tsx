// All questions at a glance, and a way to each.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { markOf, type Sitting } from '#exam';
import { exam as words } from '#strings';

type Filter = keyof typeof words.filters;
const FILTERS: readonly Filter[] = ['all', 'open', 'flagged'];

interface EntriesProps {
  readonly sitting: Sitting;
  readonly filter: Filter;
  readonly onVisit: (to: number) => void;
}

export function Entries({ sitting, filter, onVisit }: EntriesProps): ReactNode {
  const entries = sitting.form.questions
    .map((question, i) => ({
      id: question.id,
      i,
      mark: markOf(sitting, question),
      flagged: sitting.flagged.includes(question.id),
    }))
    .filter(
      (entry) => filter === 'all' || (filter === 'flagged' ? entry.flagged : entry.mark !== 'complete'),
    );
  if (entries.length === 0) return <p>{words.nothingHere}</p>;
  return (
    <ol className="entries">
      {entries.map(({ id, i, mark, flagged }) => (
        <li key={id}>
          <button
            type="button"
            className={`entry ${mark}`}
            aria-current={id === sitting.current ? 'step' : undefined}
            onClick={() => {
              onVisit(i);
            }}
          >
            <b>
              <span className="visually-hidden">{words.question} </span>
              {i + 1}
            </b>
            <span>{words.marks[mark]}</span>
            {flagged && (
              <span>
                <span aria-hidden="true">⚑</span> {words.flagged}
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}

export function Navigator(props: {
  sitting: Sitting;
  onVisit: (to: number) => void;
  onClose: () => void;
}): ReactNode {
  const { sitting, onVisit, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [filter, setFilter] = useState<Filter>('all');
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="navigator" ref={dialog} aria-label={words.navigator} onClose={onClose}>
      <h2>{words.navigator}</h2>
      <div className="filters" role="group" aria-label={words.filter}>
        {FILTERS.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={filter === one}
            onClick={() => {
              setFilter(one);
            }}
          >
            {words.filters[one]}
          </button>
        ))}
      </div>
      <Entries sitting={sitting} filter={filter} onVisit={onVisit} />
      <form method="dialog">
        <button type="submit" className="button">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}
