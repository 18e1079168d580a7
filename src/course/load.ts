// Reads all of content/ from disk, at build time only, and reports every error with its file, line and field.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as z from 'zod';
import { withAwsPolicies } from './aws-policies.ts';
import { checkContent } from './check.ts';
import type { AuthoredQuestion, Content, Exam, Lesson, Scenario, TerminalLab } from './content.ts';
import type { Item } from './proof.ts';
import { drawnIn, drawsOf } from './siblings.ts';
import { readFrontmatter, readYaml, type Yaml } from './yaml.ts';
import {
  drawSchema,
  examSchema,
  factsSchema,
  lessonSchema,
  modulesSchema,
  questionSchema,
  scenarioSchema,
  sourcesSchema,
  terminalLabSchema,
  type Fact,
  type QuestionSpec,
  type Source,
} from './schema.ts';

export { catalogueData, COURSE_SERVICES, loadCatalogue, serviceData } from './catalogue.ts';

/** The author's mistake: it stops the build. */
export interface AuthoringError {
  readonly file: string;
  readonly line: number;
  /** Such as `options.2.does`. */
  readonly field: string;
  readonly message: string;
}

/** The line of its file on which a field of a content item stands, or a line of the field's text. */
export type Locate = (file: string, path: readonly PropertyKey[], inText?: number) => number;

export interface Loaded {
  readonly content: Content;
  readonly errors: readonly AuthoringError[];
  readonly locate: Locate;
}

/**
 * @param root the folder that holds `content/`
 * @returns what could be read, and all that is wrong with it
 */
export function loadContent(root: string): Loaded {
  const errors: AuthoringError[] = [];
  const yamls = new Map<string, Yaml>();
  const unread = new Set<string>();
  const reader = new Reader(root, errors, yamls, unread);
  const modules = reader.one('modules.yaml', modulesSchema) ?? [];
  const sources = new Map<string, Source>(Object.entries(reader.one('sources.yaml', sourcesSchema) ?? {}));
  const facts = new Map<string, Fact>();
  for (const [file, values] of reader.each('facts', '.yaml', factsSchema)) {
    for (const [id, fact] of Object.entries(values)) {
      if (facts.has(id))
        errors.push({
          file,
          line: reader.line(file, [id]),
          field: id,
          message: 'this id is taken by another fact',
        });
      if (!sources.has(fact.source) && !unread.has('content/sources.yaml'))
        errors.push({
          file,
          line: reader.line(file, [id, 'source']),
          field: `${id}.source`,
          message: `there is no source \`${fact.source}\` in content/sources.yaml`,
        });
      facts.set(id, fact);
    }
  }
  const content: Content = {
    modules,
    sources,
    facts,
    scenarios: new Map(
      [...reader.all<Scenario>('scenarios', '.yaml', scenarioSchema)].map(([id, scenario]) => [
        id,
        withAwsPolicies(scenario),
      ]),
    ),
    labs: reader.all<TerminalLab>('labs', '.yaml', terminalLabSchema),
    questions: readQuestions(reader),
    exams: reader.all<Exam>('exams', '.yaml', examSchema),
    lessons: readLessons(reader),
  };
  const locate: Locate = (file, path, inText) => reader.line(file, path, inText);
  errors.push(...checkContent(content, unread, locate));
  return { content, errors: errors.toSorted(order), locate };
}

/** What a proof found wanting, as mistakes of the author. */
export function mistakesOf(items: readonly Item[], locate: Locate): readonly AuthoringError[] {
  return items
    .flatMap(({ file, failures }) =>
      failures.map(({ field, reason }) => ({
        file,
        line: locate(file, field),
        field: field.join('.'),
        message: reason,
      })),
    )
    .toSorted(order);
}

/** One line: the file, the line, the field, and what is wrong. */
export function makeLine({ file, line, field, message }: AuthoringError): string {
  return `${file}:${line}: ${field === '' ? '' : `${field}: `}${message}`;
}

function order(a: AuthoringError, b: AuthoringError): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}

/** Every question by its id; of one that draws, each draw. */
function readQuestions(reader: Reader): Map<string, AuthoredQuestion> {
  const questions = new Map<string, AuthoredQuestion>();
  for (const [file, drawn] of reader.each('questions', '.yaml', z.unknown())) {
    const item = idOf(file, 'questions', '.yaml');
    reader.siblings(file, item, drawn).forEach(([id, spec]) => {
      questions.set(id, withAwsPolicies({ ...spec, id, item, file }) as AuthoredQuestion);
    });
  }
  return questions;
}

function readLessons(reader: Reader): Map<string, Lesson> {
  const lessons = new Map<string, Lesson>();
  for (const [file, frontmatter, body] of reader.each('lessons', '.mdx', lessonSchema)) {
    const id = idOf(file, 'lessons', '.mdx');
    const [module = '', slug = ''] = id.split('/');
    lessons.set(id, { ...frontmatter, id, file, module, slug, body, bodyLine: reader.bodyLine(file) });
  }
  return lessons;
}

function idOf(file: string, folder: string, ending: string): string {
  return file.slice(`content/${folder}/`.length, -ending.length);
}

class Reader {
  private readonly root: string;
  private readonly errors: AuthoringError[];
  private readonly yamls: Map<string, Yaml>;
  /** Files that could not be read. What they hold is there all the same, as far as others refer to it. */
  private readonly unread: Set<string>;
  constructor(root: string, errors: AuthoringError[], yamls: Map<string, Yaml>, unread: Set<string>) {
    this.root = root;
    this.errors = errors;
    this.yamls = yamls;
    this.unread = unread;
  }

  line(file: string, path: readonly PropertyKey[], inText?: number): number {
    return this.yamls.get(file)?.lineOf(path, inText) ?? 1;
  }

  /** The line on which the text below the frontmatter begins. */
  bodyLine(file: string): number {
    const text = readFileSync(join(this.root, file), 'utf8');
    return text.slice(0, text.length - readFrontmatter(text).body.length).split('\n').length;
  }

  one<T>(name: string, schema: z.ZodType<T>): T | undefined {
    return this.read(`content/${name}`, schema)?.[0];
  }

  /** Every file of a folder that could be read: its name, its value, the text below its frontmatter. */
  each<T>(folder: string, ending: string, schema: z.ZodType<T>): (readonly [string, T, string])[] {
    const base = join(this.root, 'content', folder);
    if (!existsSync(base)) return [];
    const files = readdirSync(base, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .toSorted();
    return files.flatMap((file) => {
      if (!file.endsWith(ending)) {
        this.errors.push({ file, line: 1, field: '', message: `expected only ${ending} files here` });
        return [];
      }
      const found = this.read(file, schema);
      return found ? [[file, ...found] as const] : [];
    });
  }

  all<T extends { readonly id: string; readonly file: string }>(
    folder: string,
    ending: string,
    schema: z.ZodType<Omit<T, 'id' | 'file'>>,
  ): Map<string, T> {
    const items = new Map<string, T>();
    for (const [file, value] of this.each(folder, ending, schema)) {
      const id = idOf(file, folder, ending);
      items.set(id, { ...value, id, file } as T);
    }
    return items;
  }

  private read<T>(file: string, schema: z.ZodType<T>): readonly [T, string] | undefined {
    const found = this.parse(file, schema);
    if (!found) this.unread.add(file);
    return found;
  }

  private parse<T>(file: string, schema: z.ZodType<T>): readonly [T, string] | undefined {
    if (!existsSync(join(this.root, file))) {
      this.errors.push({ file, line: 1, field: '', message: 'this file is missing' });
      return undefined;
    }
    const text = readFileSync(join(this.root, file), 'utf8');
    const { yaml, body } = file.endsWith('.mdx') ? readFrontmatter(text) : { yaml: readYaml(text), body: '' };
    this.yamls.set(file, yaml);
    for (const { line, message } of yaml.errors) this.errors.push({ file, line, field: '', message });
    if (yaml.errors.length > 0) return undefined;
    const value = this.checked(file, schema, yaml.value);
    return value === undefined ? undefined : [value, body];
  }

  /** A value of a file in its shape; what is wrong with it is reported once, however often it is drawn. */
  private checked<T>(file: string, schema: z.ZodType<T>, value: unknown): T | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
      this.report(file, path, issue.message);
    }
    return undefined;
  }

  private report(file: string, path: readonly PropertyKey[], message: string): void {
    const field = path.join('.');
    if (
      this.errors.some((known) => known.file === file && known.field === field && known.message === message)
    )
      return;
    this.errors.push({ file, line: this.line(file, path), field, message });
  }

  /** A question, or each draw of one that draws, by its id. */
  siblings(file: string, item: string, written: unknown): readonly (readonly [string, QuestionSpec])[] {
    const { draw, ...rest } = written as Readonly<Record<string, unknown>>;
    const drawing = draw === undefined ? undefined : this.checked(file, drawSchema, { draw })?.draw;
    const draws = drawing ? drawsOf(item, drawing) : undefined;
    if (draws && 'fault' in draws) this.report(file, ['draw'], draws.fault);
    const values = draw === undefined ? [{}] : draws && !('fault' in draws) ? draws : [];
    const found = values.flatMap((drawn, i) => {
      const { value, unknown } = drawnIn(rest, drawn);
      for (const name of unknown) this.report(file, [], `\`{{${name}}}\` is not drawn`);
      const spec = this.checked(file, questionSchema, value);
      return spec ? [[draw === undefined ? item : `${item}~${i + 1}`, spec] as const] : [];
    });
    if (found.length === 0) this.unread.add(file);
    return found;
  }
}
