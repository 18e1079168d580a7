// Forms and moments for tests of sittings.
import type { Stamp } from '../clock.ts';
import type { Happening, SittingEvent } from '../event.ts';
import { formOfOneDomain } from '../form.ts';
import type { Asked } from '../question.ts';

const question = (id: string, choose: number): Asked => ({
  id,
  kind: choose === 1 ? 'single' : 'multiple',
  stem: '',
  ask: '',
  choose,
  options: ['a', 'b', 'c'].map((option) => ({ id: option, text: option })),
});

/** Ten minutes for three questions. */
export const FORM = formOfOneDomain({
  exam: 'doors',
  title: 'Doors',
  version: 'v1',
  minutes: 10,
  pass: 70,
  questions: [question('one', 1), question('two', 2), question('three', 1)],
});

/** A machine whose wall clock is so far ahead of its ticks, in one stay in the room. */
export const stay =
  (session: string, ahead = 0) =>
  (tick: number): Stamp => ({ at: tick + ahead, tick, session });

/** Something that happens at a moment. */
export const on = (moment: Stamp, happening: Happening): SittingEvent => ({ ...happening, ...moment });
