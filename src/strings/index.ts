// Every sentence of the interface, by surface. A language is another set of these files.
export { home } from './en/home.ts';
export { learn } from './en/learn.ts';
export { licences } from './en/licences.ts';
export { questions } from './en/questions.ts';
export { settings } from './en/settings.ts';
export { sandbox } from './en/sandbox.ts';
export { sandboxDrawers } from './en/sandbox-drawers.ts';
export { site } from './en/site.ts';
export { exam } from './en/exam.ts';
export { examStart } from './en/exam-start.ts';
export { terminal } from './en/terminal.ts';
export { gates, lab } from './en/lab.ts';
export { results } from './en/results.ts';
export { paper, workshop } from './en/workshop.ts';
export { tools } from './en/tools.ts';
export { arn } from './en/arn.ts';
export { search } from './en/search.ts';
export { reference } from './en/reference.ts';
