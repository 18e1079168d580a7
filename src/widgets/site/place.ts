// Where in a lesson somebody is: the last heading that came up the page, kept while they read.
import type { Store } from '#store';

export interface Place {
  /** The id of the heading. */
  readonly id: string;
  readonly text: string;
}

/** The name under which the place in a lesson is kept. */
export const placeOf = (lesson: string): string => `place ${lesson}`;

export function makePlace({ id, text }: Place): string {
  return `${id} ${text}`;
}

export function parsePlace(kept: string | undefined): Place | undefined {
  const [, id, text] = /^(\S+) (.+)$/.exec(kept ?? '') ?? [];
  return id === undefined || text === undefined ? undefined : { id, text };
}

/** Keeps the place in a lesson from now on. */
export function followPlace(store: Store, lesson: HTMLElement): void {
  const headings = [...lesson.querySelectorAll<HTMLElement>('h2[id]')];
  let kept: HTMLElement | undefined;
  const keep = (): void => {
    const reached = headings
      .filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2)
      .at(-1);
    if (!reached || reached === kept) return;
    kept = reached;
    const place = { id: reached.id, text: reached.textContent };
    void store.keepSetting(placeOf(lesson.dataset['lesson'] ?? ''), makePlace(place));
  };
  addEventListener('scroll', keep, { passive: true });
  keep();
}
