// The lines of a terminal as the browser keeps them.

/** What was typed in a terminal before; `damaged` when it cannot be read. */
export async function keptLines(id: string): Promise<readonly string[] | 'damaged'> {
  const { openStore } = await import('#store');
  const row = await (await openStore()).terminal(id);
  if (!row) return [];
  const { lines } = row as { readonly lines: unknown };
  return Array.isArray(lines) && lines.every((line) => typeof line === 'string') ? lines : 'damaged';
}

export function keepLines(id: string, lines: readonly string[]): void {
  void import('#store').then(async ({ openStore }) =>
    (await openStore()).keepTerminal({ id, at: Date.now(), lines }),
  );
}
