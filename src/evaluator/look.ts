// A statement held against a request. Each part is compared once, when somebody asks: the decision asks until a part does
// not fit, the derivation asks for the others too, and both read the same answers.
import { arnGlobOf } from './arn-glob.ts';
import type { Asked } from './asked.ts';
import { judge, type Judgement } from './condition.ts';
import { matchesGlob } from './glob.ts';
import { reachOf, type Reach, type Reached } from './naming.ts';
import type { Pattern, Patterns, Statement } from './policy.ts';
import { fill } from './template.ts';

/** Whether every part of the statement fits; of a statement with a principal element, how it reaches the caller. */
export type Speech = Reach | 'unnamed' | undefined;

export class Look {
  readonly statement: Statement;
  readonly asked: Asked;
  readonly speech: Speech;
  // `null`: nobody asked yet.
  private actionHit: number | null = null;
  private resourceHit: number | null = null;
  private reachedBy: Reached | undefined | null = null;
  private judged: readonly Judgement[] | null = null;

  constructor(statement: Statement, asked: Asked) {
    this.statement = statement;
    this.asked = asked;
    this.speech = this.speaks();
  }

  private speaks(): Speech {
    const { principal, action, resource } = this.statement;
    if (!fits(action, this.action)) return undefined;
    if (resource && !fits(resource, this.resource)) return undefined;
    const reached = this.reached;
    if (principal && !reached) return undefined;
    for (const { holds } of this.judgements) if (!holds) return undefined;
    return reached?.reach ?? 'unnamed';
  }

  /** The place of the first pattern of `Action` or `NotAction` that the action matches, -1 where none does. */
  get action(): number {
    return (this.actionHit ??= hitOf(this.statement.action, this.asked.actionLower, this.asked));
  }

  get resource(): number {
    const { resource } = this.statement;
    return (this.resourceHit ??= resource ? hitOf(resource, this.asked.resource, this.asked) : -1);
  }

  get reached(): Reached | undefined {
    if (this.reachedBy === null) {
      const { principal } = this.statement;
      this.reachedBy = principal && reachOf(principal, this.asked);
    }
    return this.reachedBy;
  }

  /** What became of each condition. */
  get judgements(): readonly Judgement[] {
    return (this.judged ??= this.statement.conditions.map((condition) => judge(condition, this.asked)));
  }
}

/** A positive element fits when a pattern matches, a negative one when none does. */
export function fits(element: Patterns, hit: number): boolean {
  return element.not ? hit < 0 : hit >= 0;
}

function hitOf(element: Patterns, value: string, asked: Asked): number {
  if (element.globs) return element.globs.find(value);
  return element.patterns.findIndex((pattern) => matchesPattern(pattern, value, asked));
}

function matchesPattern(pattern: Pattern, value: string, asked: Asked): boolean {
  if (pattern.glob) return matchesGlob(pattern.glob, value);
  const filled = fill(pattern.template, asked.lookup);
  return filled !== undefined && matchesGlob(arnGlobOf(filled.tokens), value);
}
