// From a thing in a question to a lab that opens the very request and policies that decide it.
import { documentsOf, documentsRead, type Cloud, type Part } from '#cloud';
import { see, type Expectation, type Lab } from '#course';
import { exam as words } from '#strings';
import { restOf, type Asking } from './rests-on.ts';

export interface Situation {
  readonly lab: Lab;
  /** Every pair that was decided. */
  readonly parts: readonly Part[];
}

/** @returns `undefined` where nothing is decided, as for a question of pure fact */
export function situationOf(asking: Asking): Situation | undefined {
  const rest = restOf(asking);
  if (!rest) return undefined;
  const { cloud, parts } = see(rest.cloud(), rest.expects);
  if (parts.length === 0) return undefined;
  const { full, spec, id = '' } = asking;
  const about = { id: `${full.id} ${id}`.trimEnd(), title: spec.ask.replaceAll('`', ''), about: rest.text };
  return { parts, lab: { ...about, cloud, spec: specAround(cloud, parts, rest.expects) } };
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
