// What a situation is written as when it is handed on: our own line, or the answer of one of AWS's tools.
import { authorizationDetails, simulationResult, type Known, type Origin } from '#evaluator';
import { judge, paperAt } from './judge.ts';
import { makeLine } from './line.ts';
import type { Situation } from './situation.ts';

export const FORMATS = ['line', 'simulator', 'authorization'] as const;
export type Format = (typeof FORMATS)[number];

/** The text of a file; `undefined` where the format is an answer and nothing is decided. */
export function written(situation: Situation, format: Format): string | undefined {
  if (format === 'line') return `${makeLine(situation)}\n`;
  const judged = judge(situation);
  if ('trouble' in judged) return undefined;
  const { request, layers, verdict } = judged.part;
  const answer =
    format === 'simulator'
      ? {
          EvaluationResults: [simulationResult(request, layers, verdict, originIn(situation))],
          IsTruncated: false,
        }
      : authorizationDetails(request, layers, verdict, knownIn(situation));
  return `${JSON.stringify(answer, null, 2)}\n`;
}

type Placed = Parameters<typeof paperAt>[1];

function nameAt(situation: Situation, at: Placed): string {
  return paperAt(situation, at)?.name ?? at.layer;
}

function originIn(situation: Situation): (at: Placed) => Origin {
  const holder = situation.caller.type === 'assumedRole' ? 'role' : 'user';
  return (at) => ({
    id: nameAt(situation, at),
    type:
      at.layer === 'identity'
        ? holder
        : at.layer === 'resource' || at.layer === 'trust'
          ? 'resource'
          : 'none',
  });
}

function knownIn(situation: Situation): (at: Placed) => Known {
  const { caller, resource } = situation;
  return (at) => ({
    uri: `policy:${at.layer}/${at.level === undefined ? '' : `${at.level}/`}${nameAt(situation, at)}`,
    inline: true,
    attachedTo:
      at.layer === 'identity' || at.layer === 'boundary'
        ? [caller.roleArn ?? caller.arn]
        : at.layer === 'resource' || at.layer === 'trust'
          ? [resource]
          : [],
  });
}
