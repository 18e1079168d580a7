// The sitting that is open on this machine, as the store has it.
import { fold, type Run } from '#exam';
import type { AttemptRow, Store } from '#store';

export interface Sat {
  readonly attempt: string;
  readonly run: Run;
  /** Some of its events were changed or taken out since they were kept. */
  readonly broken: boolean;
}

async function satOf(store: Store, row: AttemptRow): Promise<Sat> {
  const { events, broken } = await store.history(row.id);
  return { attempt: row.id, run: fold(row.form, events), broken };
}

/** An attempt as it stands now, whoever wrote it. */
export async function readSitting(store: Store, attempt: string): Promise<Sat | undefined> {
  const row = await store.attempt(attempt);
  return row && satOf(store, row);
}

/** The latest sitting of an exam that has begun. An attempt whose beginning was never kept hides no earlier one. */
export async function latestSitting(store: Store, exam: string): Promise<Sat | undefined> {
  for (const row of await store.attempts(exam)) {
    const sat = await satOf(store, row);
    if (sat.run.sitting.phase !== 'intro') return sat;
  }
  return undefined;
}
