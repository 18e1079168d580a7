// The bank of an exam as its room has it: all that may be asked, nothing of the answers. And the forms drawn from it.
import type { Form, Mode } from '../form.ts';
import type { Asked } from '../question.ts';
import { assemble } from './assemble.ts';
import type { Blueprint, Drawable, Picked } from './blueprint.ts';
import { makeFormCode } from './code.ts';
import { layOut } from './layout.ts';
import { domainDrill, marathon, missedOnly, weakestFirst } from './practice.ts';

export interface BankItem extends Drawable {
  /** Its siblings in their order, as they were written. */
  readonly asked: readonly Asked[];
}

export interface Bank {
  readonly exam: string;
  readonly title: string;
  /** The four characters with which its form codes begin. */
  readonly code: string;
  /** A hash of all questions, keys and worlds. */
  readonly version: string;
  readonly minutes: number;
  readonly passMark: number;
  /** How sure one is of each answer counts beside the score. */
  readonly confidence?: true;
  readonly blueprint: Blueprint;
  readonly items: readonly BankItem[];
}

/** What somebody wants to sit. */
export interface Wish {
  readonly mode: Mode;
  readonly seed: number;
  /** Of a drill. */
  readonly domain?: string;
  /** Ids of items that were missed. */
  readonly missed?: ReadonlySet<string>;
  /** The share of the points got so far in a task, where it was ever tried. */
  readonly shareOf?: (task: string) => number | undefined;
}

/** @returns what is missing where nothing can be drawn: a drill of a domain without items, nothing that was missed */
export function drawForm(bank: Bank, wish: Wish): Form | { readonly missing: readonly string[] } {
  const { mode, seed } = wish;
  const picked = picksOf(bank, wish);
  if ('missing' in picked) return picked;
  const items = new Map(bank.items.map((item) => [item.id, item.asked]));
  const paper = layOut(picked.picks, bank.items, seed, (item, sibling) => {
    const asked = items.get(item)?.[sibling];
    if (!asked) throw new Error(`there is no ${item}, sibling ${sibling}`);
    return asked;
  });
  const { exam, title, minutes, passMark, version, confidence } = bank;
  return {
    exam,
    title,
    bank: version,
    seed,
    code: makeFormCode(bank.code, seed),
    mode,
    minutes,
    passMark,
    ...(confidence ? { confidence } : {}),
    ...paper,
  };
}

function picksOf(
  { blueprint, items }: Bank,
  { mode, seed, domain = '', missed = new Set(), shareOf = () => undefined }: Wish,
): { readonly picks: readonly Picked[] } | { readonly missing: readonly string[] } {
  switch (mode) {
    case 'simulation':
    case 'untimed':
    case 'practice':
    case 'retake':
      return assemble(blueprint, items, seed);
    case 'sibling':
      return assemble(blueprint, items, seed, { shift: 1 });
    case 'drill':
      return some(domainDrill(items, seed, domain));
    case 'missed':
      return some(missedOnly(items, seed, missed));
    case 'weakest':
      return some(weakestFirst(items, seed, ({ task }) => shareOf(task)));
    case 'marathon':
      return some(marathon(items, seed));
  }
}

function some(
  picks: readonly Picked[],
): { readonly picks: readonly Picked[] } | { readonly missing: readonly string[] } {
  return picks.length === 0 ? { missing: ['no item fits'] } : { picks };
}
