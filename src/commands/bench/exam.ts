// What the exam engine costs: a form from a large bank, and the report of an attempt.
import { assemble, randomFrom, reportOn, type Blueprint, type Drawable } from '#exam';
import { milliseconds } from './milliseconds.ts';

/** What is promised. */
export const EXAM_WANTED = { formMilliseconds: 100, reportMilliseconds: 5 };

export interface ExamMeasured {
  /** 65 items from 5,000, by domain, kind and difficulty, some of them enemies. */
  readonly formMilliseconds: number;
  /** The report on 65 items whose points are known. */
  readonly reportMilliseconds: number;
}

const KINDS = { single: 22, multiple: 14, ordering: 7, matching: 7 };

const BLUEPRINT: Blueprint = {
  exam: 'SCS3',
  scored: 50,
  unscored: 15,
  domains: [16, 14, 18, 20, 18, 14].map((weight, domain) => ({
    id: `${domain}`,
    weight,
    tasks: Array.from({ length: 4 }, (_, task) => ({ id: `${domain}.${task}` })),
  })),
  kinds: KINDS,
  difficulty: { target: 0.7, within: 0.005 },
};

function item(number: number): Drawable {
  const random = randomFrom(number, 'bench');
  const domain = random.below(BLUEPRINT.domains.length);
  return {
    id: `topic-${random.below(100)}/item-${number}`,
    kind: random.shuffle(Object.keys(KINDS))[0] ?? '',
    domain: `${domain}`,
    task: `${domain}.${random.below(4)}`,
    max: 1,
    expected: (40 + random.below(55)) / 100,
    enemies: random.below(4) === 0 ? [`set-${random.below(300)}`] : [],
    siblings: random.below(3) === 0 ? 20 : 1,
  };
}

/** @throws Error when the bank does not fill the form: then the numbers mean nothing */
export function measureExam(): ExamMeasured {
  const bank = Array.from({ length: 5000 }, (_, number) => item(number));
  let seed = 0;
  const form = (): void => {
    seed += 1;
    const made = assemble(BLUEPRINT, bank, seed);
    if ('missing' in made) throw new Error(made.missing.join('; '));
  };
  const scored = bank
    .slice(0, 65)
    .map((one, at) => ({ ...one, scored: at < 50, points: at % 3 === 0 ? 0 : 1 }));
  return {
    formMilliseconds: milliseconds(form),
    reportMilliseconds: milliseconds(() => reportOn(scored, 750)),
  };
}
