// The laws of stated reasons: each right option, wrong option and near miss has one that is its own, and that shows.
import type { Cloud } from '#cloud';
import { see } from './acts.ts';
import { failuresAt, type Failure } from './failure.ts';
import type { Expectation, Option } from './schema.ts';
import type { Spec } from './worlds/index.ts';
import { actOut } from './worlds/choice.ts';

/** A question with options. */
export type Choosing = Spec & { kind: 'single' | 'multiple' };

/** The expectations that fail on a cloud, each as one sentence. */
export function unmet(cloud: Cloud, expectations: readonly Expectation[], what: string): string[] {
  return expectations.flatMap((expectation, i) =>
    see(cloud, expectation).because.map((reason) => `${what} ${i + 1} (${expectation.as}): ${reason}`),
  );
}

export function meets(cloud: Cloud, expectations: readonly Expectation[]): boolean {
  return unmet(cloud, expectations, '').length === 0;
}

/** A right option that is acted out shows what is so because of it: with the whole key it is, without this one not. */
export function proveRight({ options, key }: Choosing, cloud: Cloud): readonly Failure[] {
  const after = (work: readonly string[]): Cloud => actOut({ options }, cloud, work).cloud;
  return options.flatMap(({ id, does, right }, i) => {
    if (!does || !key.includes(id)) return [];
    const { shows = [] } = right ?? {};
    const without = after(key.filter((other) => other !== id));
    const reasons = [
      ...(shows.length === 0 ? ['the reason shows nothing'] : []),
      ...unmet(after(key), shows, 'the stated reason does not show: expectation'),
      ...(shows.length > 0 && meets(without, shows) ? ['the stated reason shows without it as well'] : []),
    ];
    return failuresAt(
      ['options', i, 'right'],
      reasons.map((reason) => `option ${id}: ${reason}`),
    );
  });
}

/** Each wrong option fails for its stated reason, and the reason is its own: it does not show for another option. */
export function proveReasons(authored: Choosing, cloud: Cloud): readonly Failure[] {
  const wrong = authored.options.filter((option) => !authored.key.includes(option.id) && option.wrong);
  const worlds = new Map<string, Cloud>();
  const failures: Failure[] = [];
  const report = (option: Option, reasons: readonly string[]): void => {
    const told = reasons.map((reason) => `option ${option.id}: ${reason}`);
    failures.push(...failuresAt(['options', authored.options.indexOf(option)], told));
  };
  for (const option of wrong) {
    const acted = actOut(authored, cloud, workOf(authored, option));
    if (acted.failure !== undefined) report(option, [acted.failure]);
    worlds.set(option.id, acted.cloud);
  }
  for (const option of wrong) report(option, proveReason(authored, option, wrong, worlds));
  return [...failures, ...interchangeable(authored, wrong)];
}

/** Pairs of reasons whose sentences could change places unnoticed: each quotes what is its option's alone, or nothing of the other's. */
function interchangeable(authored: Choosing, wrong: readonly Option[]): readonly Failure[] {
  const about = ({ text, does, says, states, wrong: reason }: Option): string =>
    JSON.stringify([text, does, says, states, reason?.fails.shows]);
  const textOf = (option: Option): string => option.wrong?.fails.text ?? '';
  const namesOwn = (text: string, option: Option, other: Option): boolean =>
    quotesOf(text).some((quote) => about(option).includes(quote) && !about(other).includes(quote));
  const fits = (text: string, { wrong: reason, states }: Option): boolean =>
    states
      ? namesValue(text, String(states.value)).length === 0
      : unnamed(text, reason?.fails.shows ?? []).length === 0;
  const tell = (option: Option, other: Option): string | undefined => {
    const own = namesOwn(textOf(option), option, other) || namesOwn(textOf(other), other, option);
    const swapped = namesOwn(textOf(other), option, other) || namesOwn(textOf(option), other, option);
    if (!own) return 'neither reason quotes in backticks what its option alone is about';
    return swapped && fits(textOf(other), option) && fits(textOf(option), other)
      ? 'each reason quotes in backticks what the other option alone is about'
      : undefined;
  };
  return wrong.flatMap((option, i) => {
    const reasons = wrong.slice(i + 1).flatMap((other) => {
      const told = tell(option, other);
      return told === undefined
        ? []
        : [`options ${option.id} and ${other.id}: ${told}, so they could be swapped`];
    });
    return failuresAt(['options', authored.options.indexOf(option)], reasons);
  });
}

function quotesOf(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

/** What is chosen when a wrong option stands in for the right one that it is mistaken for. */
function workOf(authored: Choosing, option: Option): readonly string[] {
  if (authored.kind === 'single' || !option.does) return [option.id];
  const insteadOf = option.wrong?.fails.insteadOf;
  return [...authored.key.filter((id) => id !== insteadOf), option.id];
}

function proveReason(
  authored: Choosing,
  option: Option,
  wrong: readonly Option[],
  worlds: ReadonlyMap<string, Cloud>,
): string[] {
  const { text = '', shows = [], insteadOf } = option.wrong?.fails ?? {};
  const failures: string[] = [];
  if (
    option.does &&
    authored.kind === 'multiple' &&
    (insteadOf === undefined || !authored.key.includes(insteadOf))
  ) {
    failures.push('the reason must say in `insteadOf` which right option it would replace');
  }
  if (option.states) return namesValue(text, String(option.states.value));
  const world = worlds.get(option.id);
  if (shows.length === 0 || !world) return [...failures, 'the reason shows nothing'];
  failures.push(...unmet(world, shows, 'the stated reason does not show: expectation'));
  failures.push(...unnamed(text, shows));
  if (option.says && !refutes(option, shows))
    failures.push('the stated reason refutes nothing that the option says');
  for (const other of wrong) {
    if (other.id === option.id) continue;
    const otherWorld = worlds.get(other.id);
    const alsoThere = option.says
      ? refutes(other, shows) && refutes(option, other.wrong?.fails.shows ?? [])
      : otherWorld !== undefined && meets(otherWorld, shows);
    if (alsoThere) failures.push(`the stated reason would do for option ${other.id} as well`);
  }
  return failures;
}

function asksOf({ as, calls, asks, first }: Expectation): string {
  return JSON.stringify([as, calls, asks, first]);
}

/**
 * Does what is shown refute what the option says? It must speak of the same request, come out otherwise, and touch the
 * rule that the option rests on: a claimed Deny must be shown not to match, a claimed silence not to be one.
 */
function refutes(option: Option, shows: readonly Expectation[]): boolean {
  return (option.says ?? []).some((said) =>
    shows.some((shown) => {
      if (asksOf(said) !== asksOf(shown)) return false;
      if (said.gives === shown.gives)
        return said.because !== shown.because && said.although !== shown.although;
      if (said.gives === 'allowed') return true;
      return shown.because === said.because || shown.although === said.because || shown.gives === 'allowed';
    }),
  );
}

/** The sentence of a reason must name, in backticks, an action that its expectations are about. */
export function unnamed(text: string, shows: readonly Expectation[]): string[] {
  const quoted = quotesOf(text);
  const actions = shows.map((shown) => shown.calls?.operation ?? shown.asks?.action ?? '');
  return actions.some((action) => quoted.includes(action))
    ? []
    : [`the reason names none of ${actions.map((a) => `\`${a}\``).join(', ')}`];
}

/** The reason against a stated value must name it, in backticks. */
function namesValue(text: string, value: string): string[] {
  return text.includes(`\`${value}\``) ? [] : [`the reason does not name \`${value}\``];
}
