// Everything that can be searched.
import type { APIRoute } from 'astro';
import { getEntry, render } from 'astro:content';
import { content } from '#layouts/content.ts';
import { entriesBesides, entriesOfLesson } from '#layouts/search.ts';

interface Rendered {
  readonly headings: readonly { readonly depth: number; readonly slug: string }[];
}

/** What Astro knows of a lesson: its types are made by the build, and no check waits for them. */
const find = getEntry as (collection: 'lessons', id: string) => Promise<unknown>;
const open = render as (entry: unknown) => Promise<Rendered>;

export const GET: APIRoute = async () => {
  const lessons = await Promise.all(
    [...content().lessons.values()].map(async (lesson) => {
      const entry = await find('lessons', lesson.id);
      if (entry === undefined) throw new Error(`no lesson ${lesson.id}`);
      const { headings } = await open(entry);
      const slugs = headings.filter(({ depth }) => depth === 2).map(({ slug }) => slug);
      return entriesOfLesson(lesson, slugs);
    }),
  );
  return new Response(JSON.stringify([...lessons.flat(), ...entriesBesides()]));
};
