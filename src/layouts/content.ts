// The content, read once for all pages of a build.
import { loadContent } from '#course/load';
import type { Content, Lesson } from '#course';

let read: Content | undefined;

export function content(): Content {
  read ??= loadContent('.').content;
  return read;
}

/** The lessons of a module in their order. */
export function lessonsOf(module: string): readonly Lesson[] {
  return [...content().lessons.values()]
    .filter((lesson) => lesson.module === module)
    .toSorted((a, b) => a.order - b.order);
}
