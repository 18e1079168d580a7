// What a thing in a question rests on: the cloud in which it is asked about, and how it should come out there.
import { documentsOf, writeDocument, type Cloud } from '#cloud';
import { actOut, wishOf, type Expectation, type FullQuestion } from '#course';
import type { Answer, KindName } from '#exam';

type Spec = FullQuestion['spec'];

export interface Rest {
  readonly cloud: () => Cloud;
  readonly expects: Expectation;
  /** What it says. */
  readonly text: string;
}

export interface Asking<S extends Spec = Spec> {
  readonly full: FullQuestion;
  readonly spec: S;
  readonly answer: Answer | undefined;
  /** An option, a prompt, a claim. */
  readonly id: string | undefined;
}

type Resting<K extends KindName> = (asking: Asking<Spec & { readonly kind: K }>) => Rest | undefined;

/** @returns `undefined` for what rests on no decision, such as a pure fact */
export function restOf(asking: Asking): Rest | undefined {
  const rest = RESTS[asking.spec.kind] as unknown as (asking: Asking) => Rest | undefined;
  return rest(asking);
}

/** A request of which one only wants to know how it is decided. */
const asked = (wish: Pick<Expectation, 'as' | 'calls' | 'asks' | 'first'>): Expectation => ({
  ...wish,
  gives: 'allowed',
  because: '',
});

const option: Resting<'single' | 'multiple'> = ({ full, spec, id = '' }) => {
  const { options, key, claims, choose = 1 } = spec;
  const found = options.find((one) => one.id === id);
  if (!found || found.states) return undefined;
  const { shows = [], insteadOf } = found.wrong?.fails ?? {};
  const wrongWork = found.does && choose > 1 ? [...key.filter((other) => other !== insteadOf), id] : [id];
  const expects = found.wrong ? shows[0] : (found.right?.shows[0] ?? found.says?.[0] ?? claims[0]?.expects);
  const work = found.wrong ? wrongWork : key;
  return expects && { expects, text: found.text, cloud: () => actOut(spec, full.cloud, work).cloud };
};

const request: Resting<'predict' | 'hot-statement' | 'trace-order'> = ({ full, spec }) => ({
  expects: asked(spec.request),
  text: spec.ask,
  cloud: () => full.cloud,
});

const prompt: Resting<'matching'> = ({ full, spec, id }) => {
  const found = spec.prompts.find((one) => one.id === id);
  return found?.asks && { expects: asked(found.asks), text: found.text, cloud: () => full.cloud };
};

const built: Resting<'request-builder'> = ({ full, spec, answer }) => {
  const words = Object.entries(typeof answer === 'object' ? answer : {});
  const wish = wishOf(
    Object.fromEntries(words.filter((word): word is [string, string] => typeof word[1] === 'string')),
  );
  return { expects: asked(wish), text: spec.ask, cloud: () => full.cloud };
};

const claim: Resting<'policy-fix'> = ({ full, spec, answer, id }) => {
  const found = spec.claims.find((one) => one.id === id);
  const isThere = documentsOf(full.cloud).some((document) => document.id === spec.document);
  if (!found || typeof answer !== 'string' || !isThere) return undefined;
  const cloud = (): Cloud => writeDocument(full.cloud, spec.document, answer.trimEnd());
  return { expects: found.expects, text: found.text, cloud };
};

const none = (): undefined => undefined;

const RESTS: { readonly [K in KindName]: Resting<K> } = {
  single: option,
  multiple: option,
  ordering: none,
  'trace-order': request,
  matching: prompt,
  'case-study': none,
  predict: request,
  'hot-statement': request,
  'policy-fix': claim,
  'request-builder': built,
  operate: none,
};
