// Texts by name as a tool keeps them: one text that holds them all.

/** @returns the texts, and nothing where what was kept is something else */
export function parseTexts(kept: string): Readonly<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(kept);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}
