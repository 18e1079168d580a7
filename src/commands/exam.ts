// The door `npm run --silent exam -- form|key|score <exam> --seed N`: a form, its key, and the report on answers.
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { missingFrom, paperOf, scoreFull, type Exam, type FullQuestion } from '#course';
import { loadExam, makeLine } from '#course/load';
import {
  isSeed,
  KINDS,
  makeFormCode,
  reportOnForm,
  type Answer,
  type Asked,
  type Confidence,
  type Paper,
} from '#exam';
import { isRecord } from './lines.ts';

const USAGE = 'usage: npm run --silent exam -- form|key|score EXAM --seed N';
const ACTS = { form, key, score };

process.exitCode = await answer();

interface Sat extends Paper {
  readonly exam: Exam;
  readonly seed: number;
  readonly fulls: readonly FullQuestion[];
}

async function answer(): Promise<number> {
  const wanted = options();
  if ('why' in wanted) return refused(wanted.why);
  const { act, name, seed } = wanted;
  const { content, errors } = loadExam('.', name);
  if (errors.length > 0) return refused(...errors.map(makeLine));
  const exam = content.exams.get(name);
  if (!exam) return refused(`there is no exam \`${name}\``);
  const missing = missingFrom(content, exam, seed);
  if (missing.length > 0) return refused(...missing.map((lack) => `${exam.file}: ${lack}`));
  const output = await ACTS[act]({ exam, seed, ...paperOf(content, exam, seed) });
  if ('why' in output) return refused(String(output['why']));
  process.stdout.write(`${JSON.stringify(output, undefined, 2)}\n`);
  return 0;
}

type Output = Readonly<Record<string, unknown>>;

function form({ exam, seed, questions, places }: Sat): Output {
  return {
    exam: exam.id,
    seed,
    code: makeFormCode(exam.code, seed),
    minutes: exam.minutes,
    passMark: exam.passMark,
    items: questions.map((asked) => {
      const { domain, task, scored } = places[asked.id] ?? {};
      return { id: asked.id, kind: asked.kind, domain, task, scored, asked };
    }),
  };
}

function key({ fulls }: Sat): Output {
  return { answers: Object.fromEntries(fulls.map((full) => [full.id, full.key])) };
}

/** Answers to what is not on the form, and those that are no answers to their questions, are named and count nothing. */
async function score(sat: Sat): Promise<Output> {
  const given = answersIn(await text(process.stdin));
  if ('why' in given) return given;
  const { answers, confidence } = given;
  const worths = [];
  for (const full of sat.fulls) {
    const { points, max } = await scoreFull(full, answers[full.id] as Answer | undefined);
    worths.push({ id: full.id, points, max });
  }
  const { passMark, scoring } = sat.exam;
  const form = { places: sat.places, passMark, ...(scoring.confidence ? { confidence: true as const } : {}) };
  const report = reportOnForm(form, worths, confidence);
  const notOnForm = Object.keys(answers).filter((id) => !Object.hasOwn(sat.places, id));
  const notRead = sat.questions
    .filter((asked) => Object.hasOwn(answers, asked.id) && !isReadable(asked, answers[asked.id]))
    .map(({ id }) => id);
  return {
    ...report,
    ...(notOnForm.length === 0 ? {} : { notOnForm }),
    ...(notRead.length === 0 ? {} : { notRead }),
  };
}

function isReadable(asked: Asked, answer: unknown): boolean {
  return KINDS[asked.kind].read(asked, answer) !== undefined;
}

interface Given {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly confidence: Readonly<Record<string, Confidence>>;
}

function answersIn(given: string): Given | { readonly why: string } {
  try {
    const input: unknown = JSON.parse(given);
    if (isRecord(input) && isRecord(input['answers'])) {
      const { answers, confidence = {} } = input;
      if (isSaid(confidence)) return { answers, confidence: sureOf(confidence, answers) };
      return { why: 'expected `"confidence": {item: 1, 2 or 3}`' };
    }
    return { why: 'expected `{"answers": {item: response}}` on standard input' };
  } catch (error) {
    return { why: `standard input is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function isSaid(value: unknown): value is Given['confidence'] {
  return isRecord(value) && Object.values(value).every((said) => said === 1 || said === 2 || said === 3);
}

/** How sure somebody is of no answer counts nothing. */
function sureOf(confidence: Given['confidence'], answers: Given['answers']): Given['confidence'] {
  return Object.fromEntries(Object.entries(confidence).filter(([id]) => Object.hasOwn(answers, id)));
}

function options():
  | { readonly act: keyof typeof ACTS; readonly name: string; readonly seed: number }
  | { readonly why: string } {
  try {
    const { values, positionals } = parseArgs({
      options: { seed: { type: 'string' } },
      allowPositionals: true,
    });
    const [act = '', name = '', ...more] = positionals;
    if (!Object.hasOwn(ACTS, act) || name === '' || more.length > 0 || values.seed === undefined)
      return { why: USAGE };
    const seed = /^\d{1,16}$/.test(values.seed) ? Number(values.seed) : Number.NaN;
    if (!isSeed(seed)) return { why: `\`${values.seed}\` is no seed: a whole number from 0 to 2^53 − 1` };
    return { act: act as keyof typeof ACTS, name, seed };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

function refused(...messages: readonly string[]): number {
  for (const message of messages) console.error(`exam: ${message}`);
  return 2;
}
