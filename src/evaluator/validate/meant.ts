// What a finding says of the name that was probably meant.
import { nearest } from '../nearest.ts';
import type { View } from './view.ts';

/** `{meant}` as a detail, when there is one. */
export function meant(
  { mayLookUp }: View,
  name: string,
  known: Iterable<string>,
  before = '',
): Readonly<Record<string, string>> {
  const near = mayLookUp() ? nearest(name, known) : undefined;
  return near === undefined ? {} : { meant: before + near };
}
