// The shapes of all content, checked with zod when content is built. Browsers get the values, never this file.
import * as z from 'zod';
import {
  claim,
  correctionId,
  date,
  expectation,
  lessonId,
  name,
  ruleId,
  script,
  sentence,
  sourceId,
  statementId,
} from './parts-schema.ts';
import { documentText, world } from './world-schema.ts';

const edits = z.record(name, documentText);

const task = z.strictObject({
  id: name,
  text: sentence,
  goals: z.array(claim).min(1),
  solution: edits,
  near: z
    .array(
      z.strictObject({
        edits,
        fails: z.strictObject({ text: sentence, shows: z.array(expectation).min(1) }),
      }),
    )
    .default([]),
});

/** What a lab may ask for: an action on any of its resources, on some of them, or whole calls, each with its own input. */
const doing = z.union([
  name,
  z.strictObject({ action: name, on: z.array(name).min(1) }),
  z.strictObject({
    /** The operation, such as `ec2:RunInstances`. */
    action: name,
    calls: z.array(z.strictObject({ name, label: sentence, input: z.record(name, z.unknown()) })).min(1),
  }),
]);

const lab = z.strictObject({
  start: z.strictObject({
    as: name,
    action: name,
    on: name,
    context: z.record(name, z.string()).default({}),
  }),
  guess: z.boolean().default(true),
  who: z.array(z.strictObject({ name, label: sentence })).min(1),
  does: z.array(doing).min(1),
  on: z.array(z.strictObject({ arn: name, label: sentence })).min(1),
  context: z
    .array(
      z.strictObject({
        key: name,
        label: sentence,
        /** The actions whose requests may carry it; all of them when it is absent. A call brings its own. */
        for: z.array(name).min(1).optional(),
        values: z
          .array(
            z.strictObject({
              label: sentence,
              value: z.string().optional(),
              /** What the request carries instead, of a key with several values. */
              sends: z.array(z.string()).optional(),
            }),
          )
          .min(2),
      }),
    )
    .default([]),
  edits: z.array(name).min(1),
  tasks: z.array(task).default([]),
});

export const scenarioSchema = z.strictObject({
  title: sentence,
  about: sentence,
  world,
  proves: z.array(expectation).min(1),
  lab: lab.optional(),
});

export const terminalLabSchema = z.strictObject({
  title: sentence,
  about: sentence,
  /** Where it stands among the labs. */
  order: z.int(),
  /** What is to be reached, in words; an empty line parts paragraphs. */
  goal: sentence,
  /** Names of profiles; the first one is at work when the lab opens. */
  profiles: z.tuple([name]).rest(name),
  /** Prepares the account before the learner comes. */
  setup: script.default(''),
  /** Files in the home folder by their path in it. */
  files: z.record(name, z.string()).default({}),
  claims: z
    .array(
      z.strictObject({
        id: name,
        text: sentence,
        /** Ends with status 0 when the claim holds. It is tried on a copy. */
        checks: script,
      }),
    )
    .min(2),
  hints: z.array(sentence).min(2),
  solution: script,
  /** What looks right and is not, each with every claim that it leaves open. */
  lazy: z.array(z.strictObject({ text: sentence, script, fails: z.array(name).min(1) })).min(1),
  sources: z.array(sourceId).min(1),
});

const moment = z.enum(['each', 'end', 'never']);

export const examSchema = z.strictObject({
  title: sentence,
  standfirst: sentence,
  /** The four characters with which its form codes begin. */
  code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}$/, 'must be four capitals or digits, none of I, L, O, U'),
  minutes: z.int().min(1),
  /** On the scale from 100 to 1,000. */
  passMark: z.int().min(101).max(1000),
  scored: z.int().min(1),
  /** Items on a form that count for nothing and are not marked as such. */
  unscored: z.int().min(0).default(0),
  domains: z
    .array(
      z.strictObject({
        id: name,
        title: sentence,
        weight: z.number().positive(),
        tasks: z
          .array(z.strictObject({ id: name, title: sentence, weight: z.number().positive().optional() }))
          .min(1),
      }),
    )
    .min(1),
  /** How many scored items of each kind; as the items fall when it is absent. */
  kinds: z.record(name, z.int().min(0)).optional(),
  difficulty: z.strictObject({ target: z.number(), within: z.number() }).optional(),
  /** Instead of AWS's way to count: parts of an answer, marks for confidence, kinds that count so many times as much. */
  scoring: z
    .strictObject({
      rule: z.enum(['allOrNothing', 'partial']).default('allOrNothing'),
      confidence: z.boolean().default(false),
      weights: z.record(name, z.int().min(1).max(10)).default({}),
    })
    .prefault({}),
  clock: z.enum(['strict', 'active', 'break']).default('strict'),
  /** What of a question is shown, and when. Practice shows after each question what the others show at the end. */
  shows: z
    .strictObject({ score: moment, key: moment, reasons: moment, derivation: moment })
    .default({ score: 'end', key: 'end', reasons: 'end', derivation: 'end' }),
  sources: z.array(sourceId).min(1),
});

export const lessonSchema = z.strictObject({
  title: sentence,
  standfirst: sentence,
  order: z.int().min(1),
  minutes: z.int().min(1),
  after: z.array(lessonId).default([]),
  teaches: z.array(ruleId).min(1),
  covers: z.array(statementId).default([]),
  corrects: z.array(correctionId).default([]),
  /** Such as `scs-c03 4.1.1`. */
  tasks: z.array(sentence).default([]),
  sources: z.array(sourceId).min(1),
  /** When its facts were last held against their sources. */
  checked: date,
  summary: z.array(sentence).length(3),
  next: lessonId.optional(),
  /** The exam that follows where no lesson does. */
  exam: name.optional(),
});

/** By id: a word of the course, what it is, the other forms that it takes, and the lesson that explains it. */
export const glossarySchema = z.record(
  name,
  z.strictObject({
    term: sentence,
    says: sentence,
    also: z.array(sentence).default([]),
    lesson: lessonId.optional(),
  }),
);

const cell = z.union([sentence, z.literal('')]);

/** A page of reference: tables to look things up in, each with its source. */
export const referenceSchema = z.strictObject({
  title: sentence,
  about: sentence,
  order: z.int(),
  tables: z
    .array(
      z.strictObject({
        title: sentence,
        text: sentence.optional(),
        columns: z.array(sentence).min(2),
        rows: z.array(z.array(cell)).min(1),
        sources: z.array(sourceId).min(1),
      }),
    )
    .min(1),
});

/** A widget that stands alone at `/tools/<name>/`, and in lessons as `<Widget name="…" />`. */
export const toolSchema = z.strictObject({
  title: sentence,
  about: sentence,
  /** The module that it belongs to. */
  module: name,
  /** What a lesson may give it besides its name, and what each may be: of a kind, or one of several words. */
  takes: z
    .record(name, z.union([z.enum(['scenario', 'lab', 'role', 'arn']), z.array(name).min(1)]))
    .default({}),
});

export const moduleSchema = z.strictObject({ slug: name, title: sentence, about: sentence });
export const modulesSchema = z.array(moduleSchema).min(1);

/** The statements that the course covers, by their subject. */
export const statementsSchema = z.record(
  name,
  z.strictObject({ title: sentence, lessons: z.array(lessonId), statements: z.array(statementId).min(1) }),
);

export const correctionsSchema = z.record(correctionId, z.array(statementId));

export const examTasksSchema = z.record(name, z.record(name, sentence));

export const factsSchema = z.record(
  name,
  z.strictObject({
    says: sentence,
    value: z.union([z.string(), z.number(), z.boolean()]),
    /** What stands after the number where a text says it; minutes and hours are of a value in seconds. */
    counts: z.array(name).default([]),
    source: sourceId,
    read: date,
    covers: z.array(statementId).default([]),
    corrects: correctionId.optional(),
  }),
);

export const sourcesSchema = z.record(
  name,
  z.strictObject({
    title: sentence,
    address: z.url().optional(),
    read: date,
    kind: z.enum(['documentation', 'api-model', 'recorded', 'general-knowledge']),
    note: sentence.optional(),
  }),
);

export type { Act, Claim, Expectation, Outcome, Wish } from './parts-schema.ts';
export { drawSchema, questionSchema } from './question-schema.ts';
export type { Option, PartSpec, QuestionSpec } from './question-schema.ts';
export type Task = z.infer<typeof task>;
export type LabSpec = z.infer<typeof lab>;
export type ScenarioSpec = z.infer<typeof scenarioSchema>;
export type ExamSpec = z.infer<typeof examSchema>;
export type LessonSpec = z.infer<typeof lessonSchema>;
export type GlossaryTerm = z.infer<typeof glossarySchema>[string];
export type ReferenceSpec = z.infer<typeof referenceSchema>;
export type ToolSpec = z.infer<typeof toolSchema>;
export type ModuleSpec = z.infer<typeof moduleSchema>;
export type Fact = z.infer<typeof factsSchema>[string];
export type StatementGroup = z.infer<typeof statementsSchema>[string];
export type Source = z.infer<typeof sourcesSchema>[string];
export type TerminalLabSpec = z.infer<typeof terminalLabSchema>;
