// Tables looked up by a reader's own words. `constructor` is no entry of any table.

export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
