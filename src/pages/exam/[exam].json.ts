// The questions of an exam with keys, reasons and worlds: for its results, never for its room.
import type { APIRoute } from 'astro';
import type { Exam } from '#course';
import { exams, resultDataOf } from '#layouts/exams.ts';

export function getStaticPaths() {
  return exams().map((exam) => ({ params: { exam: exam.id }, props: { exam } }));
}

export const GET: APIRoute<{ exam: Exam }> = ({ props: { exam } }) =>
  new Response(JSON.stringify(resultDataOf(exam)));
