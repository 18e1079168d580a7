// The door of labs in the terminal: opened, graded. A claim is a script that is tried on a copy of the session. It brings
// the shell along, so only what opens a terminal may import it.
import { blankWorld } from '#cloud/services';
import { openSession, type Session, type SessionOptions } from '#terminal';
import type { TerminalLab } from './content.ts';

export type { TerminalClaim, TerminalLab } from './content.ts';

export interface ClaimState {
  readonly id: string;
  readonly holds: boolean;
}

/**
 * A session at the start of a lab: the account prepared, the files in their places.
 * @throws when a command of the setup fails
 */
export async function openTerminalLab(
  lab: Pick<TerminalLab, 'setup' | 'files'> & { readonly profiles: readonly [string, ...string[]] },
  breath: Pick<SessionOptions, 'pause'> = {},
): Promise<Session> {
  const session = await openSession(blankWorld(), { files: lab.files, ...breath });
  const { exit, chunks } = await session.script(`set -e\n${lab.setup}\nset +e\n`);
  if (exit !== 0) throw new Error(`the setup ends with ${exit}: ${lastLine(chunks.map(({ text }) => text))}`);
  await session.run(`export AWS_PROFILE=${lab.profiles[0]}`);
  return session;
}

/** Tries every claim in new shells on copies of the session, which stays as it is. */
export async function gradeSession(
  lab: Pick<TerminalLab, 'claims'>,
  session: Session,
): Promise<readonly ClaimState[]> {
  const states: ClaimState[] = [];
  for (const { id, checks } of lab.claims) {
    const copy = session.anew();
    const { exit } = await copy.script(checks);
    states.push({ id, holds: exit === 0 });
  }
  return states;
}

/** The last line of an output that says something. */
export function lastLine(texts: readonly string[]): string {
  return (
    texts
      .join('')
      .split('\n')
      .findLast((line) => line.trim() !== '') ?? ''
  );
}
