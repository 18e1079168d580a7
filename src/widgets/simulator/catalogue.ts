// The names of AWS's actions, ARNs and condition keys, fetched when the first suggestion is asked for. Without them the rest works.
import { NO_NAMES, type Names } from './candidates.ts';

const FOLDER = '/data/catalogue/';

let names: Promise<Names['actions']> | undefined;
const services = new Map<string, Promise<ServiceNames | undefined>>();

type ServiceNames = { readonly arns: readonly string[]; readonly keys: readonly string[] };

/** @param wanted the services whose ARNs and keys are of interest */
export async function loadNames(wanted: readonly string[]): Promise<Names> {
  names ??= fetched('names').then((value) =>
    isRecord(value) ? actionsIn(value['names'] ?? value) : NO_NAMES.actions,
  );
  const actions = await names;
  const known = wanted.filter((service) => Object.hasOwn(actions, service));
  const found = await Promise.all(known.map(async (service) => [service, await serviceOf(service)] as const));
  return {
    actions,
    services: new Map(found.flatMap(([service, value]) => (value ? [[service, value]] : []))),
  };
}

function serviceOf(service: string): Promise<ServiceNames | undefined> {
  const known = services.get(service) ?? fetched(service).then(namesIn);
  services.set(service, known);
  return known;
}

async function fetched(name: string): Promise<unknown> {
  try {
    const response = await fetch(`${FOLDER}${encodeURIComponent(name)}.json`);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsIn(value: unknown, at?: number): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value
    .map((item: unknown) => (at !== undefined && Array.isArray(item) ? (item[at] as unknown) : item))
    .filter((item) => typeof item === 'string');
}

function actionsIn(value: unknown): Names['actions'] {
  if (!isRecord(value)) return NO_NAMES.actions;
  return Object.fromEntries(Object.entries(value).map(([service, list]) => [service, textsIn(list)]));
}

/** `r`: type, ARN, … · `k`: key, type. */
function namesIn(value: unknown): ServiceNames | undefined {
  return isRecord(value) ? { arns: textsIn(value['r'], 1), keys: textsIn(value['k'], 0) } : undefined;
}
