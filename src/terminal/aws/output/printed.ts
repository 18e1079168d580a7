// From an answer to standard output, in the format that was asked for. It calls nothing and reads no option.
import type { Query } from '../../jmespath/query.ts';
import type { Value } from '../../value.ts';
import type { CliFault, GlobalOptions, OutputFormat } from '../command.ts';
import { askQuery, readQuery } from '../query.ts';
import { generalFault } from '../faults.ts';
import { jsonText, isNothing } from './json.ts';
import { textLines } from './text.ts';

/** What an answer in pages is printed from by the formats that do not wait for the last one. */
export interface Pages {
  /** Each page as it came. */
  readonly raw: readonly Value[];
  /** Each page's results; with the first one what stands beside them. */
  readonly results: readonly Value[];
  /** Where it goes on behind a cut, as `{NextToken: {NextToken}}`: of it no query is asked. */
  readonly next?: Value;
}

/**
 * An answer as it is printed: `value` the whole of it, `pages` where it came in several. A query is asked of the whole
 * answer, but of each page on its own with `text` and `yaml-stream`. `json` unless it says otherwise.
 * Source: cli-output-format.
 */
export async function printed(
  value: Value,
  options: Pick<GlobalOptions, 'output' | 'query'>,
  operation: string,
  pages?: Pages,
): Promise<Output> {
  const read = options.query === undefined ? { query: undefined } : readQuery(options.query);
  if ('exit' in read) return read;
  return FORMATS[options.output ?? 'json']({ value, pages, operation, query: read.query });
}

interface Answer {
  readonly value: Value;
  readonly pages: Pages | undefined;
  readonly operation: string;
  readonly query: Query | undefined;
}

type Output = { readonly stdout: string } | CliFault;

const FORMATS: Readonly<Record<OutputFormat, (answer: Answer) => Output | Promise<Output>>> = {
  json: ({ value, query }) => each([value], query, jsonText),
  yaml: async ({ value, query }) => each([value], query, (await import('./yaml.ts')).yamlText),
  table: async ({ value, query, operation }) => {
    const asked = askQuery(query, value);
    if ('exit' in asked) return asked;
    const { tableText } = await import('./table.ts');
    const table = tableText(operation, asked.value);
    return typeof table === 'string' ? { stdout: table } : generalFault(table.ragged);
  },
  text: ({ value, query, pages }) => {
    const lines = each(pages?.results ?? [value], query, textLines);
    return 'exit' in lines || pages?.next === undefined
      ? lines
      : { stdout: lines.stdout + textLines(pages.next) };
  },
  'yaml-stream': async ({ value, query, pages }) => {
    const { yamlPageText } = await import('./yaml.ts');
    if (pages) return each(pages.raw, query, yamlPageText);
    return each([value], query, (asked) => (isNothing(asked) ? '' : yamlPageText(asked)));
  },
  off: () => ({ stdout: '' }),
};

function each(values: readonly Value[], query: Query | undefined, write: (value: Value) => string): Output {
  let stdout = '';
  for (const value of values) {
    const asked = askQuery(query, value);
    if ('exit' in asked) return asked;
    stdout += write(asked.value);
  }
  return { stdout };
}
