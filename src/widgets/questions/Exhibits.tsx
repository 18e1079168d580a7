// What lies beside a question: policies, outputs, code, a picture.
import type { ReactNode } from 'react';
import type { Exhibit } from '#exam';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Picture } from './Picture.tsx';
import { PolicyText, type Marked } from './PolicyText.tsx';

interface Props {
  readonly exhibits: readonly Exhibit[];
  /** What is shown elsewhere. */
  readonly without?: Exhibit['shows'] | undefined;
  /** Lines of a policy that are told apart. */
  readonly markedIn?: (policy: string) => readonly Marked[];
}

export function Exhibits({ exhibits, without, markedIn }: Props): ReactNode {
  return exhibits
    .filter(({ shows }) => shows !== without)
    .map((exhibit) => (
      <figure key={exhibit.title} className="exhibit">
        <figcaption>
          <Inline text={exhibit.title} />
        </figcaption>
        <Shown exhibit={exhibit} markedIn={markedIn} />
      </figure>
    ));
}

function Shown({
  exhibit,
  markedIn,
}: {
  readonly exhibit: Exhibit;
  readonly markedIn: Props['markedIn'];
}): ReactNode {
  if (exhibit.shows === 'picture') return <Picture picture={exhibit} />;
  if (exhibit.shows === 'policy')
    return <PolicyText text={exhibit.text} marked={markedIn?.(exhibit.id) ?? []} />;
  if (exhibit.language === 'json') return <PolicyText text={exhibit.text} />;
  return <pre className="output">{exhibit.text.trimEnd()}</pre>;
}
