// Every service of AWS with the names of its actions: for completions and findings.
import type { APIRoute } from 'astro';
import { namesFile } from '#layouts/catalogue.ts';

export const GET: APIRoute = () => new Response(namesFile());
