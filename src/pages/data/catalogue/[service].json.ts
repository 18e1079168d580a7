// One service of the course with its actions, resource types and condition keys.
import type { APIRoute } from 'astro';
import { courseServices, serviceFile } from '#layouts/catalogue.ts';

export function getStaticPaths() {
  return courseServices().map((service) => ({ params: { service } }));
}

export const GET: APIRoute<Record<string, never>, { service: string }> = ({ params }) =>
  new Response(serviceFile(params.service));
