// What the real command line printed, command by command, kept as data. Test files only.
import { readdirSync, readFileSync } from 'node:fs';

/** One command and its output by format, each with its line ends; `json` stands in every one of them. */
export interface Transcript {
  /** That of its file. */
  readonly name: string;
  readonly command: string;
  readonly situation?: string;
  /** An id of content/sources.yaml. */
  readonly source: string;
  readonly note?: string;
  readonly output: { readonly json: string } & Partial<Readonly<Record<'text' | 'table' | 'yaml', string>>>;
}

const FOLDER = new URL('transcripts/', import.meta.url);

export const TRANSCRIPTS: readonly Transcript[] = readdirSync(FOLDER)
  .sort()
  .map((name) => ({
    name: name.replace('.json', ''),
    ...transcriptOf(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Kept),
  }));

/** As it is kept: each output as its lines. */
type Kept = Omit<Transcript, 'name' | 'output'> &
  Readonly<Record<'json', readonly string[]>> &
  Partial<Readonly<Record<'text' | 'table' | 'yaml', readonly string[]>>>;

function transcriptOf({ json, text, table, yaml, ...rest }: Kept): Omit<Transcript, 'name'> {
  const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  return {
    ...rest,
    output: {
      json: joined(json),
      ...(text ? { text: joined(text) } : {}),
      ...(table ? { table: joined(table) } : {}),
      ...(yaml ? { yaml: joined(yaml) } : {}),
    },
  };
}
