// Which words the sentence of a lab offers, and what it asks once they are chosen. It decides nothing.
import type { Call } from '#cloud';
import type { LabSpec } from '#course';
import type { Picks } from './judge.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

type Doing = LabSpec['does'][number];

const actionOf = (doing: Doing): string => (typeof doing === 'string' ? doing : doing.action);

function doingOf(spec: LabSpec, action: string): Doing {
  return spec.does.find((doing) => actionOf(doing) === action) ?? action;
}

export function actionsOf(spec: LabSpec): readonly Choice[] {
  return spec.does.map(actionOf).map((action) => ({ value: action, label: action }));
}

/** What an action can be asked on: the calls of an operation, else the resources that make sense with it. */
export function objectsOf(spec: LabSpec, action: string): readonly Choice[] {
  const doing = doingOf(spec, action);
  if (typeof doing !== 'string' && 'calls' in doing)
    return doing.calls.map(({ name, label }) => ({ value: name, label }));
  const only = typeof doing === 'string' ? undefined : doing.on;
  return spec.on
    .filter(({ arn }) => only === undefined || only.includes(arn))
    .map(({ arn, label }) => ({ value: arn, label }));
}

/** The circumstances that a request for this action may carry. A call brings its own. */
export function circumstancesOf(spec: LabSpec, action: string): LabSpec['context'] {
  return spec.context.filter((circumstance) => circumstance.for?.includes(action) ?? true);
}

/** The words with another action; what cannot be asked together gives way. */
export function withAction(spec: LabSpec, picks: Picks, action: string): Picks {
  const objects = objectsOf(spec, action);
  const fits = objects.some(({ value }) => value === picks.on);
  return { ...picks, action, on: fits ? picks.on : (objects[0]?.value ?? picks.on) };
}

/** What the chosen words ask of the cloud. */
export function callOf(spec: LabSpec, { action, on, context }: Picks): Call {
  const doing = doingOf(spec, action);
  const called =
    typeof doing !== 'string' && 'calls' in doing
      ? doing.calls.find((candidate) => candidate.name === on)
      : undefined;
  if (called) return { operation: action, input: called.input };
  const left = new Set(spec.context.map(({ key }) => key));
  for (const { key } of circumstancesOf(spec, action)) left.delete(key);
  return {
    action,
    on,
    context: Object.fromEntries(
      Object.entries(context)
        .filter(([key]) => !left.has(key))
        .map(([key, value]) => [key, sentFor(spec, key, value)]),
    ),
  };
}

function sentFor(spec: LabSpec, key: string, picked: string): string | readonly string[] {
  const values = spec.context.find((circumstance) => circumstance.key === key)?.values ?? [];
  return values.find(({ value }) => value === picked)?.sends ?? picked;
}
