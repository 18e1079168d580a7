// Which questions of a result are shown.
import type { ReactNode } from 'react';
import { results as words } from '#strings';
import { FILTERS, type Filter, type Wanted } from './filter.ts';

interface Props {
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
  /** Filters that would show anything. */
  readonly filled: readonly Filter[];
  readonly domains: readonly { readonly id: string; readonly title: string }[];
  readonly shown: number;
  readonly total: number;
}

export function Filters({ wanted, onWant, filled, domains, shown, total }: Props): ReactNode {
  return (
    <div className="result-filters">
      <p className="filters" role="group" aria-label={words.filter}>
        {FILTERS.filter((filter) => filled.includes(filter)).map((filter) => (
          <button
            key={filter}
            type="button"
            className="button"
            aria-pressed={wanted.filter === filter}
            onClick={() => {
              onWant({ ...wanted, filter });
            }}
          >
            {words.filters[filter]}
          </button>
        ))}
      </p>
      {domains.length > 1 && (
        <label>
          {words.domain}{' '}
          <select
            value={wanted.domain}
            onChange={(event) => {
              onWant({ ...wanted, domain: event.target.value });
            }}
          >
            <option value="">{words.everyDomain}</option>
            {domains.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <p role="status">{shown === 0 ? words.none : words.shown(shown, total)}</p>
    </div>
  );
}
