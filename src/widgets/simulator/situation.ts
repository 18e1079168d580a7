// A situation of the sandbox: who asks what, and under which policies. A change gives the next value. It decides nothing.
import type { PolicyKind, Principal } from '#evaluator';

/** Where a policy stands. A resource's own policy is a trust policy when a role is to be taken. */
export type Layer = Exclude<PolicyKind, 'trust'>;

interface LayerShape {
  readonly layer: Layer;
  /** Its field in a line of the `evaluate` door. */
  readonly field: string;
  readonly holds: 'one' | 'many' | 'levels';
}

/** In the order in which policies are listed. */
export const LAYERS: readonly LayerShape[] = [
  { layer: 'identity', field: 'identityPolicies', holds: 'many' },
  { layer: 'boundary', field: 'permissionsBoundary', holds: 'one' },
  { layer: 'session', field: 'sessionPolicies', holds: 'many' },
  { layer: 'resource', field: 'resourcePolicy', holds: 'one' },
  { layer: 'scp', field: 'serviceControlPolicies', holds: 'levels' },
  { layer: 'rcp', field: 'resourceControlPolicies', holds: 'levels' },
  { layer: 'vpce', field: 'vpcEndpointPolicy', holds: 'one' },
];

/** One policy: its text may be anything. `level` counts from the root, 0; it is 0 outside an organization. */
export interface Paper {
  readonly id: string;
  readonly layer: Layer;
  readonly level: number;
  readonly name: string;
  readonly text: string;
}

/** A condition key of the request with its values. */
export interface Circumstance {
  readonly key: string;
  readonly values: readonly string[];
}

export interface Situation {
  readonly caller: Principal;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly resourceInManagementAccount: boolean;
  readonly circumstances: readonly Circumstance[];
  /** In the order of `LAYERS`, by level. */
  readonly papers: readonly Paper[];
  /** How many levels there are, those without a policy included; 0: no policy of that kind applies. */
  readonly levels: Readonly<Record<'scp' | 'rcp', number>>;
}

const TAKES_A_ROLE = /^sts:(?:assumerole|tagsession|setsourceidentity)/i;

/** As what a policy is read. */
export function kindOf(layer: Layer, action: string): PolicyKind {
  return layer === 'resource' && TAKES_A_ROLE.test(action) ? 'trust' : layer;
}

export function hasLevels(layer: Layer): layer is 'scp' | 'rcp' {
  return layer === 'scp' || layer === 'rcp';
}

/** Layers that can take one policy more. */
export function openLayers({ papers }: Situation): readonly Layer[] {
  return LAYERS.filter(
    ({ layer, holds }) => holds !== 'one' || papers.every((paper) => paper.layer !== layer),
  ).map(({ layer }) => layer);
}

const ORDER = LAYERS.map(({ layer }) => layer);

function inOrder(papers: readonly Paper[]): readonly Paper[] {
  return papers.toSorted((a, b) => ORDER.indexOf(a.layer) - ORDER.indexOf(b.layer) || a.level - b.level);
}

/** Puts the papers in order, and makes room for every level that one of them names. */
function settled(situation: Situation): Situation {
  const papers = inOrder(situation.papers);
  const room = (layer: 'scp' | 'rcp'): number =>
    Math.max(situation.levels[layer], ...papers.map((p) => (p.layer === layer ? p.level + 1 : 0)));
  return { ...situation, papers, levels: { scp: room('scp'), rcp: room('rcp') } };
}

export function nextId(papers: readonly Paper[]): string {
  return `p${Math.max(0, ...papers.map(({ id }) => Number(id.slice(1)))) + 1}`;
}

/** The name, or the name with a number when a policy has it already. */
function freeName(papers: readonly Paper[], name: string): string {
  const taken = (wanted: string): boolean => papers.some((paper) => paper.name === wanted);
  let n = 2;
  if (!taken(name)) return name;
  while (taken(`${name} ${n}`)) n += 1;
  return `${name} ${n}`;
}

export function addPaper(situation: Situation, paper: Omit<Paper, 'id'>): Situation {
  const { papers } = situation;
  const added = { ...paper, id: nextId(papers), name: freeName(papers, paper.name) };
  return settled({ ...situation, papers: [...papers, added] });
}

export function changePaper(
  situation: Situation,
  id: string,
  change: Partial<Pick<Paper, 'name' | 'text' | 'level'>>,
): Situation {
  const papers = situation.papers.map((paper) => (paper.id === id ? { ...paper, ...change } : paper));
  return settled({ ...situation, papers });
}

/** A level that loses its last policy goes with it: a level without a policy would allow nothing. */
export function removePaper(situation: Situation, id: string): Situation {
  const gone = situation.papers.find((paper) => paper.id === id);
  if (!gone) return situation;
  const left = { ...situation, papers: situation.papers.filter((paper) => paper.id !== id) };
  const { layer, level } = gone;
  const alone = left.papers.every((paper) => paper.layer !== layer || paper.level !== level);
  return hasLevels(layer) && alone ? removeLevel(left, layer, level) : left;
}

export function removeLevel(situation: Situation, layer: 'scp' | 'rcp', level: number): Situation {
  const papers = situation.papers
    .filter((paper) => paper.layer !== layer || paper.level !== level)
    .map((paper) =>
      paper.layer === layer && paper.level > level ? { ...paper, level: paper.level - 1 } : paper,
    );
  const levels = { ...situation.levels, [layer]: Math.max(0, situation.levels[layer] - 1) };
  return { ...situation, papers, levels };
}

/** Levels that have no policy and so allow nothing. */
export function emptyLevels({ papers, levels }: Situation, layer: 'scp' | 'rcp'): readonly number[] {
  return Array.from({ length: levels[layer] }, (_, level) => level).filter((level) =>
    papers.every((paper) => paper.layer !== layer || paper.level !== level),
  );
}
