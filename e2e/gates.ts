// The gates of a derivation, each by the rule that stands behind it: a journey names the rule, a page its title.
import type { Locator } from '@playwright/test';
import type { RuleId } from '#evaluator';
import { gates, lab } from '#strings';

/** What the gate of a rule is called, as it came out. */
export function gateTitle(rule: RuleId, outcome: 'open' | 'shut'): string {
  const title = gates[rule]?.[outcome] ?? '';
  if (title === '') throw new Error(`no gate is called after ${rule} when it is ${outcome}`);
  return title;
}

/** The gate of this rule, which let the request through. */
export const openAt = (inside: Locator, rule: RuleId): Locator =>
  gateAt(inside, '✓', gateTitle(rule, 'open'));

/** The gate of this rule, which decided: one that is shut behind it has a dot for its sign. */
export const shutAt = (inside: Locator, rule: RuleId): Locator =>
  gateAt(inside, '[–✕]', gateTitle(rule, 'shut'));

const gateAt = (inside: Locator, sign: string, title: string): Locator =>
  inside
    .getByRole('list', { name: lab.path })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${sign}${title}`) });
