// Documents looked at for one request: what each denies and allows. It does not know what follows from that.
import type { Asked } from './asked.ts';
import { Look } from './look.ts';
import { matchStep } from './match.ts';
import { stronger, type Reach } from './naming.ts';
import { isInvalid, type Document, type Statement } from './policy.ts';
import { standing, type StandingPolicy } from './standing.ts';
import { LateStep, stepAt, type Pointer, type Spot, type Step } from './trace.ts';

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
  const looks = document.statements.map((statement) => new Look(statement, asked));
  for (const { speech, statement } of looks) {
    if (speech === undefined) continue;
    if (statement.effect === 'Deny') denies = true;
    else {
      allows = true;
      if (speech !== 'unnamed') reach = stronger(reach, speech);
    }
  }
  const at: Pointer = { ...spot, range: { start: 0, end: document.text.length } };
  const details = (effect: Statement['effect']) => () => stepsOf(looks, effect, standing(document, spot));
  return {
    spot,
    document,
    deny: new LateStep('policy-denies', denies, at, details('Deny')),
    allow: new LateStep('policy-allows', allows, at, details('Allow')),
    ...(reach ? { reach } : {}),
  };
}

function stepsOf(
  looks: readonly Look[],
  effect: Statement['effect'],
  { statements }: StandingPolicy,
): readonly Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < looks.length; i += 1) {
    const look = looks[i];
    const place = statements[i];
    if (look && place && look.statement.effect === effect) steps.push(matchStep(look, place));
  }
  return steps;
}

export const denialsIn = (read: readonly Read[]): Step[] =>
  read.map(({ deny }) => deny).filter((step) => step !== undefined);
export const allowsIn = (read: readonly Read[]): Step[] =>
  read.map(({ allow }) => allow).filter((step) => step !== undefined);
export const anyHolds = (steps: readonly Step[]): boolean => steps.some((step) => step.holds);

/** An invalid document allows nothing; one that may deny, or that limits others, lets nothing be allowed. */
export function unreadable(read: readonly Read[]): Step[] {
  const steps: Step[] = [];
  for (const { document, spot } of read) {
    if (!isInvalid(document)) continue;
    const stops = document.kind !== 'identity' || document.mayDeny;
    const [first] = document.issues;
    const at = first && { ...spot, range: first.range };
    const seen = { code: first?.code ?? '', stops: String(stops) };
    steps.push(stepAt('invalid-document-allows-nothing', stops, at, seen));
  }
  return steps;
}
