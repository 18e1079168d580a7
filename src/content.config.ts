// Astro renders the prose of lessons. Everything else is read, and all of it checked, by the course's own loader.
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { lessonSchema } from '#course/schema';

const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '**/*.mdx' }),
  schema: lessonSchema,
});

export const collections = { lessons };
