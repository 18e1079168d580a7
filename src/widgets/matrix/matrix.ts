// Everything that a lab's sentence can ask, decided at once: principals down, actions and resources across.
import type { Decision } from '#evaluator';
import type { Cloud } from '#cloud';
import type { LabSpec } from '#course';
import { actionsOf, callOf, objectsOf } from '#widgets/lab/choices.ts';
import { judge, type Judged } from '#widgets/lab/judge.ts';

export interface Column {
  readonly action: string;
  /** A resource, or the name of a call. */
  readonly on: string;
  readonly label: string;
}

/** `failed`: the call ended before anything was decided. */
export type Outcome = Decision | 'failed';

export interface Cell {
  readonly id: string;
  readonly column: Column;
  readonly judged: Judged;
  readonly outcome: Outcome;
}

export interface Row {
  readonly who: LabSpec['who'][number];
  readonly cells: readonly Cell[];
}

export type Matrix = readonly Row[];

export function columnsOf(spec: LabSpec): readonly Column[] {
  return actionsOf(spec).flatMap(({ value: action }) =>
    objectsOf(spec, action).map(({ value: on, label }) => ({ action, on, label })),
  );
}

export function matrixOf(cloud: Cloud, spec: LabSpec): Matrix {
  const columns = columnsOf(spec);
  const { context } = spec.start;
  return spec.who.map((who, i) => ({
    who,
    cells: columns.map((column, j): Cell => {
      const wanted = callOf(spec, { as: who.name, action: column.action, on: column.on, context });
      const judged = judge(cloud, who.name, wanted);
      return { id: `${i}.${j}`, column, judged, outcome: judged.verdict?.decision ?? 'failed' };
    }),
  }));
}

export function cellIn(matrix: Matrix, id: string): Cell | undefined {
  return matrix.flatMap(({ cells }) => cells).find((cell) => cell.id === id);
}

/** The cell of the words with which the sentence begins. */
export function firstCell({ who, start, ...spec }: LabSpec): string {
  const row = who.findIndex(({ name }) => name === start.as);
  const column = columnsOf({ who, start, ...spec }).findIndex(
    ({ action, on }) => action === start.action && on === start.on,
  );
  return `${Math.max(row, 0)}.${Math.max(column, 0)}`;
}

/** @returns the ids of the cells that come out otherwise than before */
export function turnedCells(before: Matrix, now: Matrix): ReadonlySet<string> {
  const cells = now.flatMap((row) => row.cells);
  return new Set(
    cells.filter(({ id, outcome }) => cellIn(before, id)?.outcome !== outcome).map(({ id }) => id),
  );
}

export function countAllowed(matrix: Matrix): number {
  return matrix.flatMap(({ cells }) => cells).filter(({ outcome }) => outcome === 'allowed').length;
}
