// The lines of a terminal as the browser keeps them.

/** What was typed before; of what cannot be read, its text as it lies there. */
export type Kept = { readonly lines: readonly string[] } | { readonly damaged: string };

export async function keptLines(id: string): Promise<Kept> {
  const { openStore } = await import('#store');
  const row = await (await openStore()).terminal(id);
  if (!row) return { lines: [] };
  const lines: unknown = row.lines;
  return isLines(lines) ? { lines } : { damaged: JSON.stringify(row, null, 1) };
}

function isLines(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'string');
}

/** The shell refuses a text of more bytes, which changes nothing. */
const LONGEST = 2 ** 21;

export function keepLines(id: string, all: readonly string[]): void {
  const lines = all.filter((line) => line.length <= LONGEST);
  void import('#store').then(async ({ openStore }) =>
    (await openStore()).keepTerminal({ id, at: Date.now(), lines }),
  );
}
