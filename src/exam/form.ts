// The paper of one sitting: which questions, in which order, out of which bank, and where each stands in the blueprint.
import type { Asked } from './question.ts';

export type Mode =
  'simulation' | 'untimed' | 'practice' | 'drill' | 'missed' | 'weakest' | 'marathon' | 'retake' | 'sibling';

/** Where a question stands in the blueprint, and what it counts. */
export interface Place {
  readonly domain: string;
  readonly task: string;
  /** Unscored questions are told apart only in the review. */
  readonly scored: boolean;
  /** How many of its points a minimally qualified candidate gets. */
  readonly expected: number;
  readonly max: number;
}

export interface Form {
  readonly exam: string;
  readonly title: string;
  /** Version and hash of the questions: an attempt belongs to the questions that it was sat on. */
  readonly bank: string;
  readonly seed: number;
  /** As it is printed and typed; empty for a form that nothing draws again. */
  readonly code: string;
  readonly mode: Mode;
  readonly minutes: number;
  /** On the scale of 100 to 1,000. */
  readonly passMark: number;
  /** How sure one is of each answer counts beside the score. */
  readonly confidence?: true;
  readonly questions: readonly Asked[];
  readonly places: Readonly<Record<string, Place>>;
}

/** As it was kept before there were blueprints. */
interface FormOfVersion1 {
  readonly exam: string;
  readonly title: string;
  readonly version: string;
  readonly minutes: number;
  /** Percent of the points that pass. */
  readonly pass: number;
  readonly questions: readonly Asked[];
}

/** A form as it was kept, in the shape of today. */
export function upgradeForm(kept: unknown): Form {
  const form = kept as Form | FormOfVersion1;
  return 'version' in form ? formOfOneDomain(form) : form;
}

/** A form that is not drawn from a blueprint: one domain, every question scored, the pass mark as a share of all. */
export function formOfOneDomain({ version, pass, ...form }: FormOfVersion1): Form {
  const place = { domain: form.title, task: '', scored: true, expected: pass / 100, max: 1 };
  return {
    ...form,
    bank: version,
    seed: 0,
    code: '',
    mode: 'simulation',
    passMark: pass * 10,
    places: Object.fromEntries(form.questions.map(({ id }) => [id, place])),
  };
}
