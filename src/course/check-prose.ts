// Prose is data: components by name with their properties, links that lead somewhere, no imports, no HTML, no expressions.
import { isRuleId } from '#evaluator';
import type { Report } from './check-expectation.ts';
import { checkCovers } from './check-covers.ts';
import type { Content, Lesson } from './content.ts';
import { checkGiven } from './check-given.ts';
import { tagAt, withoutCode, type Tag } from './prose.ts';

/** What prose may refer to. */
export interface Referred {
  readonly content: Content;
  /** Is an item there, be it one whose own file could not be read? */
  readonly isThere: (folder: 'scenarios' | 'questions' | 'lessons' | 'tools', id: string) => boolean;
  readonly routes: ReadonlySet<string>;
}

export interface ProseMistake {
  readonly line: number;
  readonly field: string;
  readonly message: string;
}

/** Components that prose may name, with the properties that they take. */
const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Lab: ['scenario', 'task'],
  Rule: ['id'],
  Folklore: ['source', 'since', 'corrects'],
  Covers: ['ids', 'because'],
  Decision: ['scenario', 'proves'],
  Terminal: ['lab'],
  Widget: ['name', 'id'],
  Note: [],
  Check: ['question'],
  OwnWords: ['id', 'prompt'],
};

/** What a box says of the time: when it came to be otherwise, that it never was so, or that nobody says. */
const SINCE = /\b20\d\d\b|^It was never so\b|\bgives no dates?\b/;

/** @param reportField reports at a field of the frontmatter */
export function checkProse(lesson: Lesson, referred: Referred, reportField: Report): readonly ProseMistake[] {
  const prose = withoutCode(lesson.body);
  const mistakes: ProseMistake[] = [];
  const report = (offset: number, field: string, message: string): void => {
    const line = lesson.bodyLine + prose.slice(0, offset).split('\n').length - 1;
    mistakes.push({ line, field, message });
  };
  for (const { index } of prose.matchAll(/^(?:import|export)\s/gm))
    report(index, '', 'prose imports and exports nothing');
  for (const { index } of prose.matchAll(/^.*[{}].*$/gm))
    report(index, '', 'prose has no expressions in braces');
  for (const { index, groups } of prose.matchAll(
    /\]\(\s*(?<to>[^)\s]*)|^[ \t]*\[[^\]]+\]:\s*(?<defined>\S+)/gm,
  )) {
    const message = checkLink(groups?.['to'] ?? groups?.['defined'] ?? '', referred.routes);
    if (message !== undefined) report(index, '', message);
  }
  for (const { index } of prose.matchAll(/<(?=\S)/g)) {
    const tag = tagAt(prose, index);
    if (!tag) report(index, '', 'this tag cannot be read. Write each property as `name="value"`');
    else for (const message of checkTag(tag, referred)) report(index, tag.name, message);
  }
  checkCovers(lesson, referred.content, report, reportField);
  return mistakes;
}

function checkLink(to: string, routes: ReadonlySet<string>): string | undefined {
  if (/^(?:https:\/\/|#)/.test(to)) return undefined;
  if (!to.startsWith('/'))
    return `\`${to}\` is no link. Begin it with \`/\` for this site, or with \`https://\``;
  const path = to.replace(/[?#].*$/, '');
  return routes.has(path) ? undefined : `there is no page \`${path}\``;
}

function checkTag({ name, closes, given }: Tag, referred: Referred): readonly string[] {
  const { content, isThere } = referred;
  const known = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  if (!known)
    return [`\`<${name}>\` is no component of lessons. Known are ${Object.keys(COMPONENTS).join(', ')}`];
  if (closes) return [];
  const tool = name === 'Widget' ? content.tools.get(given.get('name') ?? '') : undefined;
  const takes = [...known, ...Object.keys(tool?.takes ?? {})];
  const errors = [...given.keys()]
    .filter((key) => !takes.includes(key))
    .map((key) => `\`<${name}>\` takes no \`${key}\``);
  const of = (key: string): string => given.get(key) ?? '';
  if (name === 'Lab') {
    const found = content.scenarios.get(of('scenario'));
    const task = given.get('task');
    if (!found?.lab && (found || !isThere('scenarios', of('scenario'))))
      errors.push(`there is no scenario \`${of('scenario')}\` with a lab`);
    else if (found && task !== undefined && !found.lab?.tasks.some((candidate) => candidate.id === task))
      errors.push(`the lab has no task \`${task}\``);
  }
  if (name === 'Decision') {
    const found = content.scenarios.get(of('scenario'));
    if (!found && !isThere('scenarios', of('scenario')))
      errors.push(`there is no scenario \`${of('scenario')}\``);
    else if (found && !found.proves[Number(of('proves')) - 1])
      errors.push(
        `\`${of('scenario')}\` proves ${found.proves.length} expectations, and no \`${of('proves')}\``,
      );
  }
  if (name === 'Widget' && !tool && !isThere('tools', of('name')))
    errors.push(`there is no widget \`${of('name')}\``);
  if (tool) errors.push(...checkGiven(tool, given, referred));
  if (name === 'Terminal' && !content.labs.has(of('lab')))
    errors.push(`there is no lab in the terminal \`${of('lab')}\``);
  if (name === 'Check' && !isThere('questions', of('question')))
    errors.push(`there is no question \`${of('question')}\``);
  if (name === 'Folklore') {
    if (!given.has('since')) errors.push('`<Folklore>` needs `source` and `since`');
    else if (!SINCE.test(of('since')))
      errors.push('`since` names a year, or says “It was never so” or that somebody “gives no date”');
    // Without any source their own file could not be read, and that is said elsewhere.
    if (content.sources.size > 0 && !content.sources.has(of('source')))
      errors.push(`there is no source \`${of('source')}\` in content/sources.yaml`);
  }
  if (name === 'Rule' && !isRuleId(of('id'))) errors.push(`there is no rule \`${of('id')}\``);
  if (name === 'OwnWords' && !(given.has('id') && given.has('prompt')))
    errors.push('`<OwnWords>` needs `id` and `prompt`');
  return errors;
}
