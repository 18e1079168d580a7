// From an option of a question to a lab that opens the very request and policies that decide it.
import { documentsOf, documentsRead, type Cloud, type Part } from '#cloud';
import { actOut, see, type Expectation, type FullQuestion, type Lab } from '#course';
import { exam as words } from '#strings';

export interface Situation {
  readonly lab: Lab;
  /** Every pair that was decided. */
  readonly parts: readonly Part[];
}

type Choosing = FullQuestion['spec'] & { kind: 'single' | 'multiple' };

/** What an option rests on: for a wrong one what its reason shows, for a right one its own, or what it says. */
function restsOn(
  { options, key, claims, choose = 1 }: Choosing,
  option: string,
): { work: readonly string[]; expects: Expectation | undefined } {
  const found = options.find(({ id }) => id === option);
  if (found?.wrong) {
    const { shows = [], insteadOf } = found.wrong.fails;
    const work = found.does && choose > 1 ? [...key.filter((id) => id !== insteadOf), option] : [option];
    return { work, expects: shows[0] };
  }
  return { work: key, expects: found?.right?.shows[0] ?? found?.says?.[0] ?? claims[0]?.expects };
}

/** @returns `undefined` for a question of pure fact */
export function situationOf(full: FullQuestion, option: string): Situation | undefined {
  const { spec } = full;
  if (spec.kind !== 'single' && spec.kind !== 'multiple') return undefined;
  const { work, expects } = restsOn(spec, option);
  if (!expects) return undefined;
  const acted = actOut(spec, full.cloud, work);
  const { cloud, parts } = see(acted.cloud, expects);
  const text = spec.options.find(({ id }) => id === option)?.text ?? '';
  const about = { id: `${full.id} ${option}`, title: spec.ask.replaceAll('`', ''), about: text };
  return parts.length === 0
    ? undefined
    : { parts, lab: { ...about, cloud, spec: specAround(cloud, parts, expects) } };
}

const label = (arn: string): string => arn.split(':').slice(5).join(':') || arn;

/** The sentence that asks just this: the call as it was made, or the one pair. */
function specAround(cloud: Cloud, parts: readonly Part[], { as, calls, asks }: Expectation): Lab['spec'] {
  const [first] = parts;
  const { principal, action = '', resource = '', context = {} } = first?.request ?? {};
  const who = principal?.type === 'service' ? `service/${principal.arn}` : as;
  const everybody = Object.values(cloud.accounts).flatMap((account) => [
    ...Object.keys(account.users).map((name) => `user/${name}`),
    ...Object.values(account.instances).map((instance) => `instance/${instance.name}`),
  ]);
  const read = [...new Set(parts.flatMap(({ names }) => documentsRead(names)))];
  const spec = {
    guess: false,
    who: [...new Set([who, ...everybody])].map((name) => ({ name, label: name.replace('/', ' ') })),
    edits: read.length > 0 ? read : documentsOf(cloud).map((document) => document.id),
    tasks: [],
  };
  if (calls && who === as && parts.length > 1) {
    const { operation, input = {} } = calls;
    const asked = { name: 'as-asked', label: words.asAsked, input };
    return {
      ...spec,
      start: { as, action: operation, on: asked.name, context: {} },
      does: [{ action: operation, calls: [asked] }],
      on: [],
      context: [],
    };
  }
  const given = asks?.context ?? {};
  const own = Object.entries(context).flatMap(([key, value]) =>
    typeof value === 'string' && (!key.startsWith('aws:') || key in given) ? [[key, value] as const] : [],
  );
  return {
    ...spec,
    start: { as: who, action, on: resource, context: Object.fromEntries(own) },
    does: [action],
    on: [{ arn: resource, label: label(resource) }],
    context: own.map(([key, value]) => ({
      key,
      label: key,
      values: [{ label: value, value }, { label: '–' }],
    })),
  };
}
