// Documents looked at for one request: what each denies and allows. It does not know what follows from that.
import type { Asked } from './asked.ts';
import { matchStep, speaks, type Spot } from './match.ts';
import { stronger, type Reach } from './naming.ts';
import { isInvalid, type Document, type Policy, type Statement } from './policy.ts';
import { LateStep, type Pointer, type Step } from './trace.ts';

/** A document with its statements looked at; an invalid one neither denies nor allows. */
export interface Read {
  readonly spot: Spot;
  readonly document: Document;
  readonly deny?: Step;
  readonly allow?: Step;
  /** The strongest way in which an Allow that matches names the caller. */
  readonly reach?: Reach;
}

export function readFor(asked: Asked, document: Document, spot: Spot): Read {
  if (isInvalid(document)) return { spot, document };
  let denies = false;
  let allows = false;
  let reach: Reach | undefined;
  for (const statement of document.statements) {
    const speech = speaks(statement, asked);
    if (speech === undefined) continue;
    if (statement.effect === 'Deny') denies = true;
    else {
      allows = true;
      if (speech !== 'unnamed') reach = stronger(reach, speech);
    }
  }
  const at: Pointer = { ...spot, range: { start: 0, end: document.text.length } };
  const details = (effect: Statement['effect']) => () => stepsOf(document, effect, asked, spot);
  return {
    spot,
    document,
    deny: new LateStep('policy-denies', denies, at, details('Deny')),
    allow: new LateStep('policy-allows', allows, at, details('Allow')),
    ...(reach ? { reach } : {}),
  };
}

function stepsOf(policy: Policy, effect: Statement['effect'], asked: Asked, spot: Spot): readonly Step[] {
  return policy.statements.filter((s) => s.effect === effect).map((s) => matchStep(s, asked, spot));
}

export const denialsIn = (read: readonly Read[]): Step[] => read.flatMap(({ deny }) => deny ?? []);
export const allowsIn = (read: readonly Read[]): Step[] => read.flatMap(({ allow }) => allow ?? []);
export const anyHolds = (steps: readonly Step[]): boolean => steps.some((step) => step.holds);

/** An invalid document allows nothing; one that may deny, or that limits others, lets nothing be allowed. */
export function unreadable(read: readonly Read[]): Step[] {
  return read.flatMap(({ document, spot }): Step[] => {
    if (!isInvalid(document)) return [];
    const stops = document.kind !== 'identity' || document.mayDeny;
    const range = document.issues[0]?.range ?? { start: 0, end: 0 };
    const seen = { code: document.issues[0]?.code ?? '', stops: String(stops) };
    return [{ rule: 'invalid-document-allows-nothing', holds: stops, at: { ...spot, range }, seen }];
  });
}
