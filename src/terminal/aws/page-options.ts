// The options of commands that answer in pages, and when a line turns paging off. It fetches no page.
import type { Option, Split } from './arguments.ts';
import type { PagingOptions } from './command.ts';
import { generalFault, Mistake } from './faults.ts';
import { kebab } from './names.ts';
import type { Parameter, Parameters } from './options.ts';
import paging from './paging.json' with { type: 'json' };

interface Pages {
  /** Members of the input that say where a page begins. */
  readonly in: readonly string[];
  /** The member that says how long it is. */
  readonly size?: string;
}

/** @returns `undefined` for an operation that answers at once */
export function pagesOf(service: string, operation: string): Pages | undefined {
  const services: Readonly<Record<string, unknown>> = paging;
  const operations = services[service];
  if (typeof operations !== 'object' || operations === null) return undefined;
  const found: unknown = Object.entries(operations).find(([name]) => name === operation)?.[1];
  return isPages(found) ? found : undefined;
}

function isPages(value: unknown): value is Pages {
  return typeof value === 'object' && value !== null && 'in' in value && Array.isArray(value.in);
}

const kept = (option: Option): Parameter => ({ ...option, fill: (parameters) => parameters });

/** An operation's options with those of paging, which stand before members of the same name. Source: cli-guide-paging. */
export function withPages(parameters: Parameters, { size }: Pages): Parameters {
  const own: readonly Option[] = [
    { name: 'starting-token', takes: 'one' },
    ...(size === undefined ? [] : [{ name: 'page-size', takes: 'one', whole: true } as const]),
    { name: 'max-items', takes: 'one', whole: true },
  ];
  return new Map([...parameters, ...own.map((one) => [one.name, kept(one)] as const)]);
}

/** Whether a line asks for a page by the service's own members. Then it gets that page and no other. */
export function namesPage({ values }: Split, { in: tokens, size }: Pages): boolean {
  const names = [...tokens, ...(size === undefined ? [] : [size])].map(kebab);
  return names.some((name) => name !== 'max-items' && values.has(name));
}

/** @throws Mistake when paging is off and an option of paging stands on the line */
export function refusePaging({ values }: Split, shadowed: Parameters): void {
  const used = ['starting-token', 'page-size', 'max-items'].filter(
    (name) => !shadowed.has(name) && values.has(name),
  );
  if (used.length === 0) return;
  const names = used.map((name) => `--${name}`).join(', ');
  throw new Mistake(
    generalFault(
      `Error during pagination: Cannot specify --no-paginate along with pagination arguments: ${names}`,
    ),
  );
}

export function pagingIn({ values }: Split): PagingOptions {
  const items = values.get('max-items');
  const size = values.get('page-size');
  const token = values.get('starting-token');
  return {
    ...(items === undefined ? {} : { maxItems: Number(items) }),
    ...(size === undefined ? {} : { pageSize: Number(size) }),
    ...(typeof token === 'string' ? { startingToken: token } : {}),
  };
}
