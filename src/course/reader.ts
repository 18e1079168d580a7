// Files of content, read from disk and checked against their shapes, with the line of everything that is wrong.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as z from 'zod';
import { withAwsPolicies } from './aws-policies.ts';
import { citeAll } from './cite.ts';
import type { AuthoredQuestion } from './content.ts';
import { isFacts, readFacts, type FiledFact } from './facts.ts';
import { drawSchema, questionSchema, type QuestionSpec } from './schema.ts';
import { drawnIn, drawsOf } from './siblings.ts';
import { readFrontmatter, readYaml, type Yaml } from './yaml.ts';

/** The author's mistake: it stops the build. */
export interface AuthoringError {
  readonly file: string;
  readonly line: number;
  /** Such as `options.2.does`. */
  readonly field: string;
  readonly message: string;
}

/** Reads the files below `content/` and gathers what is wrong with them. */
export class Reader {
  readonly errors: AuthoringError[] = [];
  /** Files that could not be read. What they hold is there all the same, as far as others refer to it. */
  readonly unread = new Set<string>();
  private readonly yamls = new Map<string, Yaml>();
  private readonly root: string;
  private known: ReadonlyMap<string, FiledFact> | undefined;
  constructor(root: string) {
    this.root = root;
  }

  /** Every fact by its id. The first text that cites one has them read. */
  get facts(): ReadonlyMap<string, FiledFact> {
    this.known ??= readFacts(this);
    return this.known;
  }

  /** Then no fact is missing: it may stand in the file that could not be read. */
  get hasUnreadFacts(): boolean {
    return [...this.unread].some((file) => file.startsWith('content/facts/'));
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
  each<T>(
    folder: string,
    ending: string,
    schema: z.ZodType<T>,
    wanted: (file: string, text: () => string) => boolean = () => true,
  ): (readonly [string, T, string])[] {
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
      if (!wanted(file, () => readFileSync(join(this.root, file), 'utf8'))) return [];
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
    const value = this.checked(file, schema, this.cited(file, yaml.value, []));
    const cited = this.cited(file, body);
    return value === undefined ? undefined : [value, cited];
  }

  /** With each fact that is cited in it. @param field none for the text below the frontmatter */
  private cited<T>(file: string, value: T, field?: readonly PropertyKey[]): T {
    // A fact cites others once all of them are known.
    if (isFacts(file)) return value;
    return citeAll(
      value,
      () => this.facts,
      ({ path, message, linesBefore }) => {
        if (this.hasUnreadFacts) return;
        if (field) this.report(file, path, message);
        else this.errors.push({ file, line: this.bodyLine(file) + linesBefore, field: '', message });
      },
    );
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

  report(file: string, path: readonly PropertyKey[], message: string): void {
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

/**
 * Every question by its id; of one that draws, each draw.
 * @param naming a text that a file must have to be read at all
 */
export function readQuestions(reader: Reader, naming = ''): Map<string, AuthoredQuestion> {
  const questions = new Map<string, AuthoredQuestion>();
  for (const [file, drawn] of reader.each('questions', '.yaml', z.unknown(), (_, text) =>
    text().includes(naming),
  )) {
    const item = idOf(file, 'questions', '.yaml');
    reader.siblings(file, item, drawn).forEach(([id, spec]) => {
      questions.set(id, withAwsPolicies({ ...spec, id, item, file }) as AuthoredQuestion);
    });
  }
  return questions;
}

export function idOf(file: string, folder: string, ending: string): string {
  return file.slice(`content/${folder}/`.length, -ending.length);
}
