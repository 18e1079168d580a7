// Which rows have all the words that somebody looks for.

/** @returns whether a text has each word of a query somewhere, whatever their case */
export function matches(text: string, query: string): boolean {
  const within = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
}
