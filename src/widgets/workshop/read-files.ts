// Result files as they are handed in: each read for itself, and what is none is told by its name.
import { parseResultFile, type Named, type ResultFault } from '#exam';

export interface Handed {
  readonly name: string;
  readonly text: () => Promise<string>;
}

export interface Room {
  readonly results: readonly Named[];
  /** Of the files that came last. */
  readonly faults: readonly { readonly name: string; readonly fault: ResultFault | 'unreadable' }[];
  /** How many of them were here already. */
  readonly again: number;
}

export const EMPTY_ROOM: Room = { results: [], faults: [], again: 0 };

export async function readFiles(room: Room, files: readonly Handed[]): Promise<Room> {
  const read = await Promise.all(files.map(readOne));
  const results = new Map(room.results.map((result) => [sameOf(result), result]));
  const named = read.flatMap((one) => ('fault' in one ? [] : [one]));
  for (const result of named) if (!results.has(sameOf(result))) results.set(sameOf(result), result);
  return {
    results: [...results.values()],
    faults: read.flatMap((one) => ('fault' in one ? [one] : [])),
    again: named.length - (results.size - room.results.length),
  };
}

/** Two files of one attempt are alike, under whatever names. */
const sameOf = (result: Named): string => JSON.stringify({ ...result, who: '' });

async function readOne({ name, text }: Handed): Promise<Named | Room['faults'][number]> {
  try {
    const parsed = parseResultFile(await text());
    if ('fault' in parsed) return { name, fault: parsed.fault };
    const { result } = parsed;
    return { ...result, who: result.person.trim() || name.replace(/\.json$/i, '') };
  } catch {
    return { name, fault: 'unreadable' };
  }
}
