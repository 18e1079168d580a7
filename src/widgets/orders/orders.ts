// Six ways that people sum up policies, each as they tell it. What each document says comes from the evaluator's trace;
// what is decided does too. An order here only predicts.
import type { Decision, PolicyKind, Step } from '#evaluator';
import { documentIdAt, type DocumentId, type Part } from '#cloud';

/** What one document says of the request: the effect of a statement that matches, or nothing. */
export interface Said {
  readonly layer: PolicyKind;
  readonly document: DocumentId;
  readonly effect: 'Allow' | 'Deny' | undefined;
}

/** From the farthest document to the nearest: the organization, the resource, the ceilings, the caller's groups, the caller. */
export function saidIn(part: Part): readonly Said[] {
  const { names, verdict } = part;
  const effects = new Map<DocumentId, 'Allow' | 'Deny'>();
  const walk = (step: Step): void => {
    if (step.rule === 'statement-matches' && step.holds && step.at) {
      const id = documentIdAt(names, step.at);
      const effect = step.seen?.['effect'] === 'Deny' ? 'Deny' : 'Allow';
      if (id !== undefined && effects.get(id) !== 'Deny') effects.set(id, effect);
    } else step.steps?.forEach(walk);
  };
  walk(verdict.trace);
  const said = (layer: PolicyKind, ids: readonly DocumentId[]): readonly Said[] =>
    [...new Set(ids)].map((document) => ({ layer, document, effect: effects.get(document) }));
  const one = (id: DocumentId | undefined): readonly DocumentId[] => (id === undefined ? [] : [id]);
  return [
    ...said(
      'scp',
      (names.scp ?? []).flatMap(({ documents }) => documents),
    ),
    ...said('resource', one(names.resource)),
    ...said('boundary', one(names.boundary)),
    ...said('session', names.session ?? []),
    ...said('identity', names.identity.toReversed()),
  ];
}

type Predict = (said: readonly Said[]) => Decision;

const has = (said: readonly Said[], effect: Said['effect'], ...layers: readonly PolicyKind[]): boolean =>
  said.some((one) => one.effect === effect && (layers.length === 0 || layers.includes(one.layer)));

const orElse = (allowed: boolean): Decision => (allowed ? 'allowed' : 'implicitDeny');

/** Unless a Deny matches. */
const unlessDenied =
  (allows: (said: readonly Said[]) => boolean): Predict =>
  (said) =>
    has(said, 'Deny') ? 'explicitDeny' : orElse(allows(said));

/** The first document that says anything is the answer. */
const firstAnswer: Predict = (said) => {
  const first = said.find(({ effect }) => effect !== undefined);
  return first?.effect === 'Deny' ? 'explicitDeny' : orElse(first !== undefined);
};

const GRANTING: readonly PolicyKind[] = ['identity', 'resource'];

const layersOf = (said: readonly Said[]): readonly PolicyKind[] => [
  ...new Set(said.map(({ layer }) => layer)),
];

export const ORDERS = {
  'deny-allow-deny': unlessDenied((said) => has(said, 'Allow', ...GRANTING)),
  'every-layer': unlessDenied(
    (said) => has(said, 'Allow', 'identity') && layersOf(said).every((layer) => has(said, 'Allow', layer)),
  ),
  strictest: unlessDenied(
    (said) => has(said, 'Allow', ...GRANTING) && said.every(({ effect }) => effect === 'Allow'),
  ),
  nearest: (said) => firstAnswer(said.toReversed()),
  'first-answer': firstAnswer,
  'resource-ends-it': unlessDenied(
    (said) =>
      has(said, 'Allow', 'resource') ||
      (has(said, 'Allow', 'identity') &&
        layersOf(said).every((layer) => layer === 'resource' || has(said, 'Allow', layer))),
  ),
} satisfies Readonly<Record<string, Predict>>;

export type OrderId = keyof typeof ORDERS;
export const ORDER_IDS = Object.keys(ORDERS) as readonly OrderId[];

export interface Compared {
  readonly said: readonly Said[];
  readonly predicted: Decision;
  readonly decided: Decision;
  /** Does the order let through what is let through, and nothing else? */
  readonly agrees: boolean;
}

/** @param turned the documents are asked in the opposite order */
export function compare(part: Part, order: OrderId, turned: boolean): Compared {
  const said = saidIn(part);
  const predicted = ORDERS[order](turned ? said.toReversed() : said);
  const { decision: decided } = part.verdict;
  return { said, predicted, decided, agrees: (predicted === 'allowed') === (decided === 'allowed') };
}
