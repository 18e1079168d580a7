// From an option of a question to a lab that opens the very request and policies that decide it.
import { documentsOf, type Cloud, type Part } from '#cloud';
import { actOut, see, type Expectation, type FullQuestion, type Lab } from '#course';

export interface Situation {
  readonly lab: Lab;
  readonly part: Part;
}

/** What an option rests on: for a wrong one what its reason shows, for a right one what it says or the first claim. */
function restsOn(
  full: FullQuestion,
  option: string,
): { work: readonly string[]; expects: Expectation | undefined } {
  const found = full.options.find(({ id }) => id === option);
  if (found?.wrong) {
    const { shows = [], insteadOf } = found.wrong.fails;
    const work =
      found.does && full.question.choose > 1
        ? [...full.key.filter((id) => id !== insteadOf), option]
        : [option];
    return { work, expects: shows[0] };
  }
  return { work: full.key, expects: found?.says?.[0] ?? full.claims[0]?.expects };
}

/** @returns `undefined` for a question of pure fact */
export function situationOf(full: FullQuestion, option: string): Situation | undefined {
  const { work, expects } = restsOn(full, option);
  if (!expects) return undefined;
  const acted = actOut({ options: full.options, claims: full.claims }, full.cloud, work);
  const seen = see(acted.cloud, expects);
  const part = seen.parts.find((one) => one.verdict.decision !== 'allowed') ?? seen.parts.at(-1);
  return part && { part, lab: labAround(seen.cloud, part, expects.as, `${full.id} ${option}`) };
}

function labAround(cloud: Cloud, part: Part, who: string, id: string): Lab {
  const { request, names } = part;
  const as = request.principal.type === 'service' ? `service/${request.principal.arn}` : who;
  const own = Object.entries(request.context).filter(([key]) => !key.startsWith('aws:'));
  const context = Object.fromEntries(
    own.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])),
  );
  const read = [...names.identity, ...[names.boundary, names.resource].filter((name) => name !== undefined)];
  const others = documentsOf(cloud).map((document) => document.id);
  const label = (arn: string): string => arn.split(':').slice(5).join(':') || arn;
  const everybody = Object.values(cloud.accounts).flatMap((account) => [
    ...Object.keys(account.users).map((name) => `user/${name}`),
    ...Object.values(account.instances).map((instance) => `instance/${instance.name}`),
  ]);
  return {
    id,
    title: label(request.resource),
    about: '',
    cloud,
    spec: {
      start: { as, action: request.action, on: request.resource, context },
      guess: false,
      who: [...new Set([as, ...everybody])].map((name) => ({ name, label: name.replace('/', ' ') })),
      does: [request.action],
      on: [{ arn: request.resource, label: label(request.resource) }],
      context: Object.entries(context).map(([key, value]) => ({
        key,
        label: key,
        values: [{ label: value, value }, { label: '–' }],
      })),
      edits: read.length > 0 ? read : others,
      tasks: [],
    },
  };
}
