// What scenarios and questions alike may get wrong in what they expect and act: rules, operations, names, ids.
import { isRuleId } from '#evaluator';
import { documentsOf, signIn, type Cloud } from '#cloud';
import { isOperation } from '#cloud/scenarios';
import { perform } from './acts.ts';
import type { Act, Expectation, Wish } from './schema.ts';

export type Path = readonly PropertyKey[];

/** Reports a mistake at a field of one file; `inText` is the line in the field's own text. */
export type Report = (path: Path, message: string, inText?: number) => void;

export function checkExpectation(expectation: Expectation, path: Path, report: Report): void {
  for (const field of ['because', 'although'] as const) {
    const id = expectation[field];
    if (id !== undefined && !isRuleId(id)) report([...path, field], `there is no rule \`${id}\``);
  }
  checkWish(expectation, path, report);
}

export function checkWish({ calls, first = [] }: Wish, path: Path, report: Report): void {
  if (calls) checkOperation(calls.operation, [...path, 'calls', 'operation'], report);
  checkActs(first, [...path, 'first'], report);
}

/** The same, in a world that is known: whoever it names must be there, if only after what comes first. */
export function checkExpectationIn(cloud: Cloud, expectation: Expectation, path: Path, report: Report): void {
  checkExpectation(expectation, path, report);
  const { cloud: after } = perform(cloud, expectation.first ?? []);
  checkWho(after, expectation.as, [...path, 'as'], report);
  const { at } = expectation;
  if (at !== undefined && !documentsOf(after).some(({ id }) => id === at))
    report([...path, 'at'], `there is no document \`${at}\``);
}

export function checkWho(cloud: Cloud, who: string, path: Path, report: Report): void {
  const signed = signIn(cloud, who);
  if ('fault' in signed && signed.fault.code === 'NoSuchEntity')
    report(path, `there is no \`${who}\` in this world`);
}

export function checkActs(acts: readonly Act[], path: Path, report: Report): void {
  acts.forEach((act, i) => {
    checkOperation(act.operation, [...path, i, 'operation'], report);
  });
}

export function checkOperation(operation: string, path: Path, report: Report): void {
  if (!isOperation(operation)) report(path, `\`${operation}\` is no operation of the simulated account`);
}

export function checkIds(items: readonly { readonly id: string }[], path: Path, report: Report): void {
  items.forEach(({ id }, i) => {
    if (items.findIndex((other) => other.id === id) !== i)
      report([...path, i, 'id'], `the id \`${id}\` stands here twice`);
  });
}
