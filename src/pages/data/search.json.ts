// Everything that can be searched.
import type { APIRoute } from 'astro';
import { getEntry, render } from 'astro:content';
import { content } from '#layouts/content.ts';
import { entriesBesides, entriesOfLesson } from '#layouts/search.ts';

interface Rendered {
  readonly headings: readonly { readonly depth: number; readonly slug: string }[];
}

export const GET: APIRoute = async () => {
  const lessons = await Promise.all(
    [...content().lessons.values()].map(async (lesson) => {
      const entry = (await getEntry('lessons', lesson.id)) as object | undefined;
      if (!entry) throw new Error(`no lesson ${lesson.id}`);
      const { headings } = (await render(entry as never)) as Rendered;
      const slugs = headings.filter(({ depth }) => depth === 2).map(({ slug }) => slug);
      return entriesOfLesson(lesson, slugs);
    }),
  );
  return new Response(JSON.stringify([...lessons.flat(), ...entriesBesides()]));
};
