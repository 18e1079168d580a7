// The link that opens a form for everybody who has it. All of it is in the fragment, which no browser sends anywhere.
import { EXTRAS, NO_ACCOMMODATION, type Accommodation, type Extra } from '#exam';
import { CLOCKS, type Plan, type PlannedMode } from './plan.ts';

/** What is nobody's own: what one has missed stays on one's machine. */
const LINKED: readonly PlannedMode[] = ['simulation', 'untimed', 'practice'];

export const isLinked = (mode: PlannedMode): boolean => LINKED.includes(mode);

/** A plus is a blank in a fragment that was typed. */
const IN_LINK: Readonly<Record<Extra, string>> = {
  none: 'none',
  'x1.25': 'x1.25',
  'x1.5': 'x1.5',
  x2: 'x2',
  '+30': 'plus30',
  untimed: 'untimed',
};

type Linked = Pick<Plan, 'mode' | 'clock' | 'needs' | 'code'>;

/** @returns an address on this site, such as `/exam/all-kinds/#form=A11K-…&mode=simulation&clock=strict&time=none` */
export function makeFormLink(exam: string, { mode, clock, needs, code }: Linked): string {
  const { extra, reading, hidden } = needs;
  const fields = { form: code, mode, clock, time: IN_LINK[extra] };
  const more = { ...(reading > 0 ? { reading: String(reading) } : {}), ...(hidden ? { hidden: 'yes' } : {}) };
  return `/exam/${exam}/#${new URLSearchParams({ ...fields, ...more }).toString()}`;
}

const oneOf = <T extends string>(choices: readonly T[], text: string | null): T | undefined =>
  choices.find((choice) => choice === text);

/** What a link says, as far as it says something that can be. A code is read later, so that its fault can be told. */
export function parseFormLink(fragment: string): Partial<Plan> {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const code = fields.get('form');
  if (code === null) return {};
  const mode = oneOf(LINKED, fields.get('mode'));
  const clock = oneOf(CLOCKS, fields.get('clock'));
  return {
    paper: 'code',
    code,
    needs: needsIn(fields),
    ...(mode ? { mode } : {}),
    ...(clock ? { clock } : {}),
  };
}

const LONGEST_READING = 60;

function needsIn(fields: URLSearchParams): Accommodation {
  const extra = EXTRAS.find((one) => IN_LINK[one] === fields.get('time')) ?? NO_ACCOMMODATION.extra;
  const minutes = Number(fields.get('reading') ?? 0);
  const reading = Number.isInteger(minutes) && minutes > 0 ? Math.min(minutes, LONGEST_READING) : 0;
  return { extra, reading, hidden: fields.get('hidden') === 'yes' };
}
