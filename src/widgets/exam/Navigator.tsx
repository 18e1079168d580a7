// All questions at a glance, and a way to each.
import { useState, type ReactNode } from 'react';
import { markOf, type Mark, type Sitting } from '#exam';
import { exam as words } from '#strings';
import { Dialog } from './Dialog.tsx';

type Filter = keyof typeof words.filters;
const FILTERS: readonly Filter[] = ['all', 'open', 'unseen', 'flagged'];

interface Entry {
  readonly id: string;
  readonly place: number;
  readonly mark: Mark;
  readonly flagged: boolean;
  readonly frozen: boolean;
}

const SHOWN: Readonly<Record<Filter, (entry: Entry) => boolean>> = {
  all: () => true,
  open: ({ mark }) => mark !== 'complete',
  unseen: ({ mark }) => mark === 'unseen',
  flagged: ({ flagged }) => flagged,
};

interface Props {
  readonly sitting: Sitting;
  readonly onVisit: (to: number) => void;
}

/** The questions of a filter, each with how it stands. */
export function Entries({ sitting, onVisit }: Props): ReactNode {
  const [filter, setFilter] = useState<Filter>('all');
  const entries = sitting.form.questions.map((question, place) => ({
    id: question.id,
    place,
    mark: markOf(sitting, question),
    flagged: sitting.flagged.includes(question.id),
    frozen: sitting.frozen.includes(question.id),
  }));
  const shown = entries.filter(SHOWN[filter]);
  return (
    <>
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
            {words.filters[one]} <small>{entries.filter(SHOWN[one]).length}</small>
          </button>
        ))}
      </div>
      {shown.length === 0 && <p>{words.nothingHere}</p>}
      <ol className="entries">
        {shown.map(({ id, place, mark, flagged, frozen }) => (
          <li key={id}>
            <button
              type="button"
              className={`entry ${mark}`}
              aria-current={id === sitting.current ? 'step' : undefined}
              onClick={() => {
                onVisit(place);
              }}
            >
              <b>
                <span className="visually-hidden">{words.question} </span>
                {place + 1}
              </b>
              <span>{words.marks[mark]}</span>
              {flagged && (
                <span>
                  <span aria-hidden="true">⚑</span> {words.flagged}
                </span>
              )}
              {frozen && <span>{words.closed}</span>}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

export function Navigator({ onClose, ...props }: Props & { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog title={words.navigator} onClose={onClose}>
      <Entries {...props} />
    </Dialog>
  );
}
