// What is known of AWS's services, fetched when the first suggestion is asked for. Without it the rest works.
import { readCatalogue, type Catalogue, type CatalogueData, type ServiceData } from '#evaluator/validate';
import { NO_NAMES, type Names } from './candidates.ts';

const FOLDER = '/data/catalogue/';

interface NamesFile extends CatalogueData {
  readonly names: Names['actions'];
  /** Services that have a file of their own. */
  readonly whole: readonly string[];
}

export interface Loaded {
  readonly names: Names;
  /** Absent when nothing could be fetched. */
  readonly catalogue?: Catalogue;
}

const files = new Map<string, Promise<unknown>>();

/** @param wanted the services whose ARNs and keys are of interest; those that the course does not speak of have none */
export async function loadNames(wanted: readonly string[]): Promise<Loaded> {
  const general = (await fetched('names')) as NamesFile | undefined;
  if (!general) return { names: NO_NAMES };
  const known = wanted.filter((service) => general.whole.includes(service));
  const found = await Promise.all(
    known.map(async (service) => [service, (await fetched(service)) as ServiceData | undefined] as const),
  );
  const services = new Map(found.flatMap(([service, data]) => (data ? [[service, data] as const] : [])));
  return {
    names: {
      actions: general.names,
      services: new Map([...services].map(([name, data]) => [name, namesIn(data)])),
    },
    catalogue: readCatalogue(
      general,
      (prefix) => (Object.hasOwn(general.names, prefix) ? general.names[prefix] : undefined),
      (prefix) => services.get(prefix),
    ),
  };
}

/** A file of the build's own, read once; `undefined` when it cannot be had. */
function fetched(name: string): Promise<unknown> {
  const known = files.get(name) ?? read(`${FOLDER}${name}.json`);
  files.set(name, known);
  return known;
}

async function read(path: string): Promise<unknown> {
  try {
    const response = await fetch(path);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function namesIn({ r, k }: ServiceData): {
  readonly arns: readonly string[];
  readonly keys: readonly string[];
} {
  return { arns: r.map(([, arn]) => `arn:aws:${arn}`), keys: k.map(([key]) => key) };
}
