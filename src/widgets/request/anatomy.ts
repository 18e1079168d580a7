// A request in its parts: what it says, who says each of it, and how it comes out for whoever might ask. It decides nothing.
import type { Decision } from '#evaluator';
import type { Cloud } from '#cloud';
import type { LabSpec } from '#course';
import { callOf, circumstancesOf, withAction } from '#widgets/lab/choices.ts';
import { decidingPart, judge, type Judged, type Picks } from '#widgets/lab/judge.ts';

export const PARTS = ['principal', 'action', 'resource', 'context'] as const;
export type Part = (typeof PARTS)[number];

/** Who puts a key into the context: AWS, which knows the caller, the way or the resource, or the caller's own program. */
export type Teller = 'caller' | 'way' | 'resource' | 'program';

export interface Told {
  readonly key: string;
  readonly value: string;
  readonly teller: Teller;
}

/** What the widget keeps: a text for each word of the request; a key of the context under its own name. */
export type Words = Readonly<Record<string, string>>;

export function firstWords({ start, context }: LabSpec): Words {
  const first: Record<string, string> = {
    part: 'principal',
    as: start.as,
    action: start.action,
    on: start.on,
  };
  for (const { key, values } of context) first[key] = start.context[key] ?? values[0]?.value ?? '';
  return first;
}

/** The words with another action, on something that it can be asked on. */
export function withActionIn(spec: LabSpec, words: Words, action: string): Words {
  const { on } = withAction(spec, picksOf(spec, words), action);
  return { ...words, action, on };
}

function picksOf(spec: LabSpec, { as = '', action = '', on = '', ...rest }: Words): Picks {
  const context = circumstancesOf(spec, action).flatMap(({ key }) =>
    rest[key] === undefined || rest[key] === '' ? [] : [[key, rest[key]] as const],
  );
  return { as, action, on, context: Object.fromEntries(context) };
}

export function judged(cloud: Cloud, spec: LabSpec, words: Words): Judged {
  const picks = picksOf(spec, words);
  return judge(cloud, picks.as, callOf(spec, picks));
}

/** The same request by each who might make it. */
export function byEach(
  cloud: Cloud,
  spec: LabSpec,
  words: Words,
): readonly { readonly name: string; readonly label: string; readonly decision: Decision | undefined }[] {
  return spec.who.map(({ name, label }) => ({
    name,
    label,
    decision: judged(cloud, spec, { ...words, as: name }).verdict?.decision,
  }));
}

export function requestOf({ parts }: Judged):
  | {
      readonly principal: string;
      readonly action: string;
      readonly resource: string;
      readonly context: readonly Told[];
    }
  | undefined {
  const request = decidingPart(parts)?.request;
  return (
    request && {
      principal: request.principal.arn,
      action: request.action,
      resource: request.resource,
      context: toldIn(request.context),
    }
  );
}

const TELLERS: readonly Teller[] = ['caller', 'way', 'resource', 'program'];

function toldIn(context: Readonly<Record<string, string | readonly string[]>>): readonly Told[] {
  return Object.entries(context)
    .map(([key, value]) => ({ key, value: [value].flat().join(', '), teller: tellerOf(key) }))
    .toSorted((a, b) => TELLERS.indexOf(a.teller) - TELLERS.indexOf(b.teller) || (a.key < b.key ? -1 : 1));
}

/** Source: ug-context-keys. */
function tellerOf(key: string): Teller {
  if (/^aws:(?:UserAgent|Referer)$/i.test(key)) return 'program';
  if (
    /^aws:(?:Principal|userid|username|Token|MultiFactor|SourceIdentity|FederatedProvider|AssumedRoot)/i.test(
      key,
    )
  )
    return 'caller';
  if (/^(?:aws:Resource|(?!aws:)\w+:)/i.test(key)) return 'resource';
  return 'way';
}
