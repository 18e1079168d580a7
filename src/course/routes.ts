// The addresses of the site that content may link to.
import type { Content } from './content.ts';

/** Pages that stand by themselves, whatever the content. */
export const PAGES: readonly string[] = [
  '/',
  '/learn/',
  '/learn/map/',
  '/lab/',
  '/exam/',
  '/exam/result/',
  '/sandbox/',
  '/sandbox/terminal/',
  '/tools/',
  '/reference/',
  '/reference/glossary/',
  '/reference/decision/',
  '/reference/actions/',
  '/reference/sources/',
  '/tools/policy-lab/',
  '/workshop/',
  '/settings/',
  '/licences/',
];

/** Every address of the site. @param unread files whose pages are there once their mistakes are mended */
export function routesOf(content: Content, unread: ReadonlySet<string>): ReadonlySet<string> {
  const labs = [...content.scenarios.values()].filter((scenario) => scenario.lab);
  return new Set([
    ...PAGES,
    ...['first-hour', ...content.examTasks.keys()].map((id) => `/learn/paths/${id}/`),
    ...[...content.lessons.keys()].map((id) => `/learn/${id}/`),
    ...labs.map(({ id }) => `/lab/${id}/`),
    ...[...content.labs.keys()].map((id) => `/lab/${id}/`),
    ...[...content.reference.keys()].map((id) => `/reference/${id}/`),
    ...[...content.tools.keys()].map((id) => `/tools/${id}/`),
    ...[...content.exams.keys()].flatMap((id) => [`/exam/${id}/`, `/exam/${id}/print/`]),
    ...[...unread].flatMap(routeOf),
  ]);
}

/** Under which address the files of a folder are met. */
const FOLDERS: Readonly<Record<string, string>> = {
  lessons: 'learn',
  scenarios: 'lab',
  labs: 'lab',
  tools: 'tools',
  reference: 'reference',
  exams: 'exam',
};

function routeOf(file: string): readonly string[] {
  const [, folder = '', id = ''] =
    /^content\/(lessons|scenarios|labs|tools|reference|exams)\/(.+)\.\w+$/.exec(file) ?? [];
  if (id === '') return [];
  return [`/${FOLDERS[folder] ?? folder}/${id}/`];
}
