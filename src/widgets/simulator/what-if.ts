// Two versions of one policy over a table of requests: what each decides, and where they differ.
import { own } from '#evaluator';
import type { Decision, Principal } from '#evaluator';
import { accountIn, callerOf } from './caller.ts';
import type { Names } from './candidates.ts';
import { judge, type Judgement } from './judge.ts';
import { nearbyOf } from './nearby.ts';
import { changePaper, type Situation } from './situation.ts';

/** The words that the requests are made of: each caller with each action on each resource. */
export interface Axes {
  readonly callers: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface Cell {
  readonly before: Judgement;
  readonly after: Judgement;
  readonly changes: boolean;
}

export interface Row {
  readonly action: string;
  readonly resource: string;
  /** In the order of the callers. */
  readonly cells: readonly Cell[];
}

export interface Compared {
  readonly callers: readonly string[];
  readonly rows: readonly Row[];
  readonly asked: number;
  readonly changed: number;
  /** Requests beyond what is worked out at once. */
  readonly left: number;
}

export const CELLS_AT_MOST = 1200;
const LISTED_AT_MOST = 12;

/** How a list names a caller without credentials. */
export const NOBODY = '*';

/** @param before the other text of the policy `paper` */
export function compare(situation: Situation, paper: string, before: string, axes: Axes): Compared {
  const old = changePaper(situation, paper, { text: before });
  const [callers, actions, resources] = [named(axes.callers), named(axes.actions), named(axes.resources)];
  const pairs = actions.flatMap((action) => resources.map((resource) => ({ action, resource })));
  const room = Math.max(1, Math.floor(CELLS_AT_MOST / Math.max(1, callers.length)));
  const rows = pairs.slice(0, room).map(({ action, resource }): Row => {
    const cells = callers.map((caller): Cell => {
      const asked = (of: Situation): Judgement => judge(asking(of, caller, action, resource));
      const cell = { before: asked(old), after: asked(situation) };
      return { ...cell, changes: decisionOf(cell.before) !== decisionOf(cell.after) };
    });
    return { action, resource, cells };
  });
  const changed = rows.flatMap(({ cells }) => cells).filter(({ changes }) => changes).length;
  const asked = rows.length * callers.length;
  return { callers, rows, asked, changed, left: pairs.length * callers.length - asked };
}

/** Lists as people write them: empty lines and repetitions count for nothing. */
function named(words: readonly string[]): readonly string[] {
  return [...new Set(words.map((word) => word.trim()))].filter((word) => word !== '');
}

export function decisionOf(judgement: Judgement): Decision | undefined {
  return 'part' in judgement ? judgement.part.verdict.decision : undefined;
}

/** The same situation with another question. The caller at hand keeps everything that is known about it. */
export function asking(situation: Situation, caller: string, action: string, resource: string): Situation {
  const who: Principal = caller === situation.caller.arn ? situation.caller : callerOf(caller);
  const resourceAccount =
    resource === situation.resource
      ? situation.resourceAccount
      : (accountIn(resource) ?? situation.resourceAccount);
  return { ...situation, caller: who, action, resource, resourceAccount };
}

/** What the policies speak of, as requests: patterns give an example each. */
export function axesOf(situation: Situation, names: Names): Axes {
  const { arns, actions } = nearbyOf(situation);
  const isCaller = (arn: string): boolean =>
    /^arn:[^:]*:(?:iam|sts)::\d{12}:(?:user|role|assumed-role|federated-user)\/[^*?$]+$|^arn:[^:]*:iam::\d{12}:root$/.test(
      arn,
    );
  const { caller, action, resource } = situation;
  const ofAnyKind = arns.filter((arn) => arn !== caller.roleArn && !arn.includes('${'));
  return {
    callers: some([caller.arn === '' ? NOBODY : caller.arn, ...ofAnyKind.filter(isCaller)]),
    actions: some([action, ...actions.flatMap((pattern) => examplesOf(pattern, names))]),
    resources: some([resource, ...ofAnyKind.filter((arn) => !isCaller(arn)).map(exampleOf)]),
  };
}

function some(words: readonly string[]): readonly string[] {
  return named(words).slice(0, LISTED_AT_MOST);
}

const EXAMPLES_OF_A_PATTERN = 3;

function examplesOf(pattern: string, { actions }: Names): readonly string[] {
  if (!/[*?]/.test(pattern)) return [pattern];
  const [service = '', name = ''] = pattern.split(':');
  const begins = name.split(/[*?]/)[0]?.toLowerCase() ?? '';
  const fits = (own(actions, service.toLowerCase()) ?? []).filter((one) =>
    one.toLowerCase().startsWith(begins),
  );
  // The plainest actions have the shortest names.
  const plainest = fits.toSorted((a, b) => a.length - b.length);
  return plainest.slice(0, EXAMPLES_OF_A_PATTERN).map((one) => `${service}:${one}`);
}

const exampleOf = (pattern: string): string => pattern.replace(/[*?]+/g, 'example');
