// What may be asked in an exam, without keys and reasons: its room draws forms from it.
import type { APIRoute } from 'astro';
import type { Exam } from '#course';
import { bankOf, exams } from '#layouts/exams.ts';

export function getStaticPaths() {
  return exams().map((exam) => ({ params: { exam: exam.id }, props: { exam } }));
}

export const GET: APIRoute<{ exam: Exam }> = ({ props: { exam } }) =>
  new Response(JSON.stringify(bankOf(exam)));
