// From a decided request to the sandbox: the very request, and the very policies that apply to it.
import { documentsOf, type Cloud, type Part } from '#cloud';
import type { Layer, Paper, Situation } from '#widgets/simulator/situation.ts';

/** @returns `undefined` where a policy has no text of its own in the cloud */
export function sandboxOf(cloud: Cloud, { request, names }: Part): Situation | undefined {
  const texts = new Map(documentsOf(cloud).map(({ id, text }) => [id, text]));
  const levels = (layer: 'scp' | 'rcp') =>
    (names[layer] ?? []).flatMap(({ documents }, level) => documents.map((id) => ({ layer, level, id })));
  const flat = (layer: Layer, ids: readonly string[]) => ids.map((id) => ({ layer, level: 0, id }));
  const maybe = (layer: 'boundary' | 'resource' | 'vpce') => {
    const id = names[layer];
    return flat(layer, id === undefined ? [] : [id]);
  };
  const placed = [
    ...flat('identity', names.identity),
    ...maybe('boundary'),
    ...flat('session', names.session ?? []),
    ...maybe('resource'),
    ...levels('scp'),
    ...levels('rcp'),
    ...maybe('vpce'),
  ];
  const papers = placed.flatMap(({ id, ...place }, i): Paper[] => {
    const text = texts.get(id);
    return text === undefined ? [] : [{ ...place, id: `p${i + 1}`, name: nameOf(id), text }];
  });
  if (papers.length < placed.length) return undefined;
  return {
    caller: request.principal,
    action: request.action,
    resource: request.resource,
    resourceAccount: request.resourceAccount,
    resourceInManagementAccount: request.resourceInManagementAccount ?? false,
    circumstances: Object.entries(request.context).map(([key, value]) => ({ key, values: [value].flat() })),
    papers,
    levels: { scp: names.scp?.length ?? 0, rcp: names.rcp?.length ?? 0 },
  };
}

/** What tells a document apart: the last words of its id. */
const nameOf = (id: string): string => {
  const words = id.split('/');
  const last = words.at(-1) ?? id;
  return last === 'policy' || last === 'trust' ? words.slice(-2).join(' ') : last;
};
