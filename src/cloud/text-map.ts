// A member of an input that is a map from names to texts.
import type { Named } from './cloud.ts';
import { isStructure, type Input } from './operation.ts';

/** The texts in a member that is a map. */
export function textMapOf(input: Input, member: string): Named<string> {
  const value = input[member];
  if (!isStructure(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (typeof one === 'string' ? [[name, one] as const] : [])),
  );
}
