// What the exam engine costs: a form from a large bank, and the report of an attempt.
import {
  assemble,
  fold,
  formOfOneDomain,
  givenAnswers,
  randomFrom,
  reportOn,
  termsOf,
  type Asked,
  type Blueprint,
  type Drawable,
  type SittingEvent,
} from '#exam';
import { milliseconds } from './milliseconds.ts';

/** What is promised. */
export const EXAM_WANTED = { formMilliseconds: 100, reportMilliseconds: 5, resultsMilliseconds: 200 };

export interface ExamMeasured {
  /** 65 items from 5,000, by domain, kind and difficulty, some of them enemies. */
  readonly formMilliseconds: number;
  /** The report on 65 items whose points are known. */
  readonly reportMilliseconds: number;
  /** What 5,000 events of a sitting of 65 questions add up to, with every answer that was changed. */
  readonly resultsMilliseconds: number;
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

const QUESTIONS: readonly Asked[] = Array.from({ length: 65 }, (_, number) => ({
  ...{ id: `q${number}`, kind: 'single', stem: '', ask: '', choose: 1 },
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id })),
}));

const FORM = formOfOneDomain({
  ...{ exam: 'bench', title: 'bench', version: '', minutes: 170, pass: 75 },
  questions: QUESTIONS,
});

/** A sitting that goes through its questions again and again, and answers each otherwise than before. */
function longSitting(): readonly SittingEvent[] {
  const stamp = (tick: number) => ({ at: tick, tick, session: 'bench' });
  const more = Array.from({ length: 4998 }, (_, i): SittingEvent => {
    const question = `q${(i >> 1) % QUESTIONS.length}`;
    const moment = stamp((i + 1) * 1000);
    if (i % 2 === 0) return { type: 'visited', question, ...moment };
    return { type: 'answered', question, answer: 'abcd'.charAt((i >> 3) % 4), ...moment };
  });
  const started: SittingEvent = { type: 'started', terms: termsOf(170, 'strict'), ...stamp(0) };
  return [started, ...more, { type: 'submitted', ...stamp(5_000_000) }];
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
  const events = longSitting();
  const results = (): void => {
    const { sitting } = fold(FORM, events);
    const { size } = givenAnswers(QUESTIONS, events);
    if (sitting.phase !== 'submitted' || size !== QUESTIONS.length)
      throw new Error('the sitting is not whole');
  };
  return {
    formMilliseconds: milliseconds(form),
    reportMilliseconds: milliseconds(() => reportOn(scored, 750)),
    resultsMilliseconds: milliseconds(results),
  };
}
