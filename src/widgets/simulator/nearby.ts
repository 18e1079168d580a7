// The words that a situation itself uses: what is suggested first.
import type { Nearby } from './candidates.ts';
import type { Situation } from './situation.ts';

const LONGEST = 100_000;

export function nearbyOf({ papers, caller, action, resource, circumstances }: Situation): Nearby {
  const texts = papers.map(({ text }) => text.slice(0, LONGEST)).join('\n');
  const found = (pattern: RegExp): readonly string[] =>
    [...texts.matchAll(pattern)].map((match) => match[1] ?? '');
  return {
    arns: unique([caller.arn, caller.roleArn ?? '', resource, ...found(/"(arn:[^"\n]{1,300})"/g)]),
    actions: unique([action, ...found(/"([a-z][\w-]{1,30}:[\w*?]{1,60})"(?!\s*:)/g)]).filter(
      (word) => !word.startsWith('aws:') && !word.startsWith('arn:'),
    ),
    keys: unique([
      ...circumstances.map(({ key }) => key),
      ...found(/"([a-z][\w-]{1,30}:[\w/.:-]{1,100})"\s*:/g),
    ]),
  };
}

/** The services that the situation's actions belong to. */
export function servicesIn({ actions }: Nearby): readonly string[] {
  return unique(actions.map((action) => action.split(':')[0]?.toLowerCase() ?? ''));
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].filter((word) => word !== '');
}
