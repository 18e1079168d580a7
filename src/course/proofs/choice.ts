// The proof of options: exactly one choice is right, it is the author's, and every reason shows.
import { CHOSEN, KINDS, type Answer } from '#exam';
import { failuresAt, type Failure } from '../failure.ts';
import { worldOfFull, type FullQuestion } from '../pages.ts';
import { proveReasons, proveRight, type Choosing } from '../reasons.ts';
import { pointsOf } from './points.ts';

export async function proveChoice(full: FullQuestion, spec: Choosing): Promise<readonly Failure[]> {
  const { asked } = full.question;
  const single = asked.kind === 'single';
  const right: (readonly string[])[] = [];
  for (const answer of combinations(
    spec.options.map((option) => option.id),
    spec.choose ?? 1,
  )) {
    if ((await pointsOf(full, single ? (answer[0] ?? '') : answer)) > 0) right.push(answer);
  }
  const wrongKey = right.some((answer) => same(answer, spec.key))
    ? []
    : (await faultsOf(full, full.key)).map((reason) => `with the key of the author, ${reason}`);
  return [
    ...failuresAt(['key'], [...compareKeys(spec, right), ...wrongKey]),
    ...reasonsOnWrongSide(spec),
    ...proveRight(spec, full.cloud),
    ...proveReasons(spec, full.cloud),
  ];
}

/** What does not hold once an answer was acted out. */
export async function faultsOf(full: FullQuestion, answer: Answer): Promise<readonly string[]> {
  const { asked, claims } = full.question;
  const read = KINDS[asked.kind].read(asked, answer);
  if (read === undefined || !KINDS[asked.kind].complete(asked, read)) return ['it is no complete answer'];
  const after = await worldOfFull(full).after(read);
  return [CHOSEN, ...claims].flatMap((claim) =>
    after.holds(claim).because.map((reason) => `${claim}: ${reason}`),
  );
}

function compareKeys({ key }: Choosing, right: readonly (readonly string[])[]): readonly string[] {
  const shown = right.map((answer) => answer.join(' + ')).join(', or ');
  const [only] = right;
  if (!only) return ['no answer is right: the computed key is empty'];
  if (right.length > 1) return [`more than one answer is right: ${shown}`];
  return same(only, key) ? [] : [`the key says ${key.join(' + ')}, the world says ${shown}`];
}

function reasonsOnWrongSide({ key, options }: Choosing): readonly Failure[] {
  return options.flatMap((option, i) => {
    const isRight = key.includes(option.id);
    if (isRight === (option.right !== undefined)) return [];
    const reason = `option ${option.id} has the reason of a ${isRight ? 'wrong' : 'right'} one`;
    return failuresAt(['options', i], [reason]);
  });
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

function combinations(items: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    combinations(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]),
  );
}
