// What each layer of policies says by itself: the others are written so that they say nothing, or let everything through.
import { documentsOf, writeDocument, type Cloud } from '#cloud';
import type { PolicyKind } from '#evaluator';
import type { LabSpec } from '#course';
import { decidingGate, gatesOf } from '#widgets/lab/gates.ts';
import { decidingPart } from '#widgets/lab/judge.ts';
import { matrixOf, type Cell, type Outcome } from './matrix.ts';

const SILENT = '{"Version":"2012-10-17","Statement":[]}';
const OPEN = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

/** A request, and what comes of it with each pair of layers alone and with both. */
export interface LayerRow {
  readonly who: string;
  readonly cell: Cell;
  readonly first: Outcome;
  readonly second: Outcome;
  /** What the gate that decides about both is called. */
  readonly because: string;
}

/** Grants add up: `first` is what identity policies say alone, `second` what the resource says alone. */
export function unionOf(cloud: Cloud, spec: LabSpec): readonly LayerRow[] {
  return rowsOf(spec, cloud, rewritten(cloud, 'resource', SILENT), rewritten(cloud, 'identity', SILENT));
}

/** Ceilings cut: `first` is what identity policies say without a ceiling, `second` what the boundary would let through. */
export function ceilingOf(cloud: Cloud, spec: LabSpec): readonly LayerRow[] {
  return rowsOf(spec, cloud, rewritten(cloud, 'boundary', OPEN), rewritten(cloud, 'identity', OPEN));
}

function rowsOf(spec: LabSpec, both: Cloud, first: Cloud, second: Cloud): readonly LayerRow[] {
  const firstly = matrixOf(first, spec);
  const secondly = matrixOf(second, spec);
  return matrixOf(both, spec).flatMap(({ who, cells }, i) =>
    cells.map((cell, j) => ({
      who: who.label,
      cell,
      first: firstly[i]?.cells[j]?.outcome ?? 'failed',
      second: secondly[i]?.cells[j]?.outcome ?? 'failed',
      because: becauseOf(cell),
    })),
  );
}

function rewritten(cloud: Cloud, kind: PolicyKind, text: string): Cloud {
  return documentsOf(cloud)
    .filter((document) => document.kind === kind)
    .reduce((now, { id }) => writeDocument(now, id, text), cloud);
}

function becauseOf({ judged }: Cell): string {
  const part = decidingPart(judged.parts);
  return (part && decidingGate(gatesOf(part))?.title) ?? '';
}

/** The rows by the layers that allow them. */
export function setsOf(
  rows: readonly LayerRow[],
): Readonly<Record<'first' | 'both' | 'second' | 'neither', readonly LayerRow[]>> {
  const where = (first: boolean, second: boolean): readonly LayerRow[] =>
    rows.filter((row) => (row.first === 'allowed') === first && (row.second === 'allowed') === second);
  return {
    first: where(true, false),
    both: where(true, true),
    second: where(false, true),
    neither: where(false, false),
  };
}
