// The sandbox's situation in an address. What is behind the `#` stays in the browser.
import * as site from '#widgets/site/fragment.ts';
import { makeKept, parseKept } from './kept.ts';
import type { Situation } from './situation.ts';

const VERSION = 1;
export const MARK = 'sandbox';

/** The part of an address behind `#` that carries a situation. */
export function makeFragment(situation: Situation): string {
  return site.makeFragment(MARK, VERSION, makeKept(situation));
}

export function parseFragment(
  fragment: string,
): { readonly situation: Situation } | { readonly fault: site.FragmentFault } {
  const carried = site.parseFragment(MARK, VERSION, fragment);
  return 'fault' in carried ? carried : parseKept(carried.text);
}
