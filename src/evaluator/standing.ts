// A policy where it stands among the layers: what its steps say whatever is asked, made once and shared by all requests.
// It never knows a request.
import type { Judgement } from './condition.ts';
import { reasons } from './condition-step.ts';
import type { Range } from './json.ts';
import type { Condition, Policy, Statement } from './policy.ts';
import { pointerTo, type Pointer, type Spot, type Step } from './trace.ts';

export class StandingPolicy {
  readonly spot: Spot;
  readonly statements: readonly StandingStatement[];

  constructor({ statements }: Policy, spot: Spot) {
    this.spot = spot;
    this.statements = statements.map((statement) => new StandingStatement(statement, spot));
  }
}

/** The latest place of each policy: most stand where they stood. */
const latest = new WeakMap<Policy, StandingPolicy>();

export function standing(policy: Policy, spot: Spot): StandingPolicy {
  const known = latest.get(policy);
  if (known && isSame(known.spot, spot)) return known;
  const made = new StandingPolicy(policy, spot);
  latest.set(policy, made);
  return made;
}

function isSame(a: Spot, b: Spot): boolean {
  return a.layer === b.layer && a.level === b.level && a.policy === b.policy;
}

export class StandingStatement {
  readonly at: Pointer;
  readonly seen: Step['seen'];
  readonly action: StandingElement;
  readonly resource: StandingElement | undefined;
  readonly conditions: readonly StandingCondition[];
  private readonly spot: Spot;
  private readonly index: number;

  constructor({ index, range, effect, sid, action, resource, conditions }: Statement, spot: Spot) {
    this.spot = spot;
    this.index = index;
    this.at = this.pointer(range);
    this.seen = { effect, sid: sid?.value ?? '' };
    this.action = new StandingElement(this, action.range, action.patterns);
    this.resource = resource && new StandingElement(this, resource.range, resource.patterns);
    this.conditions = conditions.map((condition) => new StandingCondition(this, condition));
  }

  pointer(range: Range): Pointer {
    return pointerTo(this.spot, this.index, range);
  }
}

/** An element and its values, each with the pointer to it. */
export class StandingElement {
  private readonly statement: StandingStatement;
  private readonly whole: Range;
  private readonly values: readonly { readonly range: Range }[];
  // Room for all of them at once: an array that grows place by place is slow.
  private readonly pointers: (Pointer | undefined)[];

  constructor(statement: StandingStatement, range: Range, values: readonly { readonly range: Range }[]) {
    this.statement = statement;
    this.whole = range;
    this.values = values;
    this.pointers = [undefined, ...values.map(() => undefined)];
  }

  /** @param place of the value, -1 for the whole element */
  at(place: number): Pointer {
    return (this.pointers[place + 1] ??= this.statement.pointer(this.values[place]?.range ?? this.whole));
  }
}

/** How one condition came out: its place, and the steps below it. */
interface Outcome {
  readonly at: Pointer;
  readonly steps: readonly Step[];
}

export class StandingCondition extends StandingElement {
  private readonly outcomes: (Outcome | undefined)[];

  constructor(statement: StandingStatement, { range, test }: Condition) {
    super(statement, range, test.values);
    this.outcomes = [undefined, undefined, ...test.values.map(() => undefined)];
  }

  /** Where a judgement is one of a few that the condition can have, it is told once. */
  outcome(judgement: Judgement): Outcome {
    const { outcome } = judgement;
    if (outcome === undefined) return this.tell(judgement);
    return (this.outcomes[outcome] ??= this.tell(judgement));
  }

  private tell(judgement: Judgement): Outcome {
    const at = this.at(judgement.hit);
    return { at, steps: reasons(judgement, at) };
  }
}
