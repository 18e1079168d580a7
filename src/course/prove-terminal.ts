// The proof of a lab in the terminal: as given it is not solved, its solution solves it, what is lazy leaves open what it says.
import type { TerminalLab } from './content.ts';
import { failuresAt, type Failure } from './failure.ts';
import { gradeSession, lastLine, openTerminalLab } from './terminal-lab.ts';

export async function proveTerminalLab(lab: TerminalLab): Promise<readonly Failure[]> {
  const given = await openTerminalLab(lab).catch((error: unknown) => String(error));
  if (typeof given === 'string') return failuresAt(['setup'], [given]);
  const open = (states: readonly { readonly id: string; readonly holds: boolean }[]): readonly string[] =>
    states.filter(({ holds }) => !holds).map(({ id }) => id);
  const asGiven = open(await gradeSession(lab, given));
  const solved = given.fork();
  const { exit, chunks } = await solved.script(lab.solution);
  const left = open(await gradeSession(lab, solved));
  const failures = [
    ...(asGiven.length === 0 ? failuresAt(['claims'], ['every claim holds before anything is done']) : []),
    ...(exit === 0
      ? []
      : failuresAt(['solution'], [`it ends with ${exit}: ${lastLine(chunks.map(({ text }) => text))}`])),
    ...failuresAt(
      ['solution'],
      left.map((id) => `it leaves the claim \`${id}\` open`),
    ),
  ];
  for (const [i, { script, fails }] of lab.lazy.entries()) {
    const tried = given.fork();
    await tried.script(script);
    const missed = open(await gradeSession(lab, tried));
    if (missed.toSorted().join() !== [...fails].toSorted().join())
      failures.push(
        ...failuresAt(['lazy', i, 'fails'], [`it says ${shown(fails)}, the account says ${shown(missed)}`]),
      );
  }
  return failures;
}

function shown(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.map((id) => `\`${id}\``).join(', ');
}
