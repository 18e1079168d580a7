// The facts of a course by id, from all files of `facts/`; of what they say, `[[value]]` is the value of the fact itself.
import { cite } from './cite.ts';
import type { Reader } from './reader.ts';
import { factsSchema, type Fact } from './schema.ts';

export type FiledFact = Fact & { readonly file: string };

/** Files of `facts/` that are lists of their own. */
const LISTS = ['statements', 'corrections', 'exam-tasks'].map((name) => `content/facts/${name}.yaml`);

export function isFacts(file: string): boolean {
  return file.startsWith('content/facts/') && !LISTS.includes(file);
}

export function readFacts(reader: Reader): ReadonlyMap<string, FiledFact> {
  const facts = new Map<string, FiledFact>();
  for (const [file, values] of reader.each('facts', '.yaml', factsSchema, isFacts))
    for (const [id, fact] of Object.entries(values)) {
      if (facts.has(id)) reader.report(file, [id], 'this id is taken by another fact');
      facts.set(id, { ...fact, file });
    }
  return new Map(
    [...facts].map(([id, fact]) => {
      const { text, mistakes } = cite(fact.says, new Map([...facts, ['value', fact]]));
      if (!reader.hasUnreadFacts)
        for (const { message } of mistakes) reader.report(fact.file, [id, 'says'], message);
      return [id, { ...fact, says: text }];
    }),
  );
}
