// What a script does to a prepared terminal, and which checks hold after it. It brings the shell along.
import { CHOSEN, type World } from '#exam';
import type { QuestionSpec } from './schema.ts';
import { noPart } from './worlds/place.ts';
import { gradeSession, openTerminalLab } from './terminal-lab.ts';

type Operate = Pick<QuestionSpec & { kind: 'operate' }, 'profiles' | 'setup' | 'files' | 'checks'>;

/** The checks that a script leaves open. A script may end with any status: what counts is what it leaves. */
export async function leftOpen(spec: Operate, script: string): Promise<readonly string[]> {
  const session = await openTerminalLab(spec);
  await session.script(script);
  return (await gradeSession({ claims: spec.checks }, session)).flatMap(({ id, holds }) =>
    holds ? [] : [id],
  );
}

export async function operated(spec: Operate, script: string): Promise<World> {
  const open = await leftOpen(spec, script);
  const world: World = {
    after: (more) => operated(spec, typeof more === 'string' ? `${script}\n${more}` : script),
    holds: (claim) => {
      const missed = claim === CHOSEN ? open : open.filter((id) => id === claim);
      return { holds: missed.length === 0, because: missed.map((id) => `the check ${id} does not hold`) };
    },
    part: noPart,
  };
  return world;
}
