// The shapes of all content, checked with zod when content is built. Browsers get the values, never this file.
import * as z from 'zod';
import { documentText, name, world } from './world-schema.ts';

const sentence = z.string().trim().min(1);
const lessonId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must look like `module/lesson`');
/** Statements and corrections of the fact sheet, such as `S1-33`. */
const statementId = z.string().regex(/^S\d+-\d+$/, 'must look like `S1-33`');
const ruleId = name;
const sourceId = name;
const date = z.iso.date();
const decision = z.enum(['allowed', 'explicitDeny', 'implicitDeny']);
const context = z.record(name, z.union([z.string(), z.array(z.string())]));

const operationCall = z.strictObject({
  operation: z.string().regex(/^[a-z0-9-]+:\w+$/, 'must look like `iam:CreateRole`'),
  input: z.record(name, z.unknown()).optional(),
});

const act = operationCall.extend({ as: name, refused: name.optional() });

const expectation = z
  .strictObject({
    as: name,
    calls: operationCall.optional(),
    asks: z.strictObject({ action: name, on: name, context: context.optional() }).optional(),
    gives: decision,
    because: ruleId,
    /** The document in which the rule of `because` finds what it says. */
    at: name.optional(),
    although: ruleId.optional(),
    /** How many Allow statements match at least. */
    allows: z.int().min(1).optional(),
    first: z.array(act).optional(),
  })
  .refine((e) => (e.calls === undefined) !== (e.asks === undefined), 'needs either `calls` or `asks`');

const claim = z.strictObject({ id: name, text: sentence, expects: expectation });

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
        values: z.array(z.strictObject({ label: sentence, value: z.string().optional() })).min(2),
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

/** A lab in the terminal. Scripts are read by a shell on a simulated account, as the learner's own lines are. */
const script = z.string().transform((text) => `${text.trim()}\n`);

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

/** Why an option is right: a sentence where it says what is so; with what it shows where it is acted out. */
const right = z.union([
  sentence.transform((text): { text: string; shows: z.infer<typeof expectation>[] } => ({ text, shows: [] })),
  z.strictObject({ text: sentence, shows: z.array(expectation).min(1) }),
]);

const option = z
  .strictObject({
    id: name,
    text: sentence,
    fixed: z.literal('last').optional(),
    misconception: name.optional(),
    does: z.array(act).optional(),
    says: z.array(expectation).min(1).optional(),
    states: z.strictObject({ fact: name, value: z.union([z.string(), z.number(), z.boolean()]) }).optional(),
    right: right.optional(),
    wrong: z
      .strictObject({
        tempts: sentence,
        fails: z.strictObject({
          text: sentence,
          insteadOf: name.optional(),
          shows: z.array(expectation).optional(),
        }),
      })
      .optional(),
  })
  .refine(
    (o) => [o.does, o.says, o.states].filter((way) => way !== undefined).length === 1,
    'needs exactly one of `does`, `says`, `states`',
  )
  .refine((o) => (o.right === undefined) !== (o.wrong === undefined), 'needs either `right` or `wrong`');

const questionBase = z.strictObject({
  kind: z.enum(['single', 'multiple']),
  choose: z.int().min(2).optional(),
  scenario: name,
  stem: sentence,
  ask: sentence,
  claims: z.array(claim),
  options: z.array(option).min(3),
  key: z.array(name).min(1),
  examines: z.array(ruleId),
  covers: z.array(statementId).default([]),
  sources: z.array(sourceId).min(1),
});

export const questionSchema = questionBase.refine(
  (q) => (q.kind === 'multiple') === (q.choose !== undefined),
  'a question of several answers states how many in `choose`, a single one does not',
);

export const examSchema = z.strictObject({
  title: sentence,
  standfirst: sentence,
  minutes: z.int().min(1),
  pass: z.number().min(1).max(100),
  questions: z.array(name).min(1),
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
  tasks: z.array(sentence).default([]),
  sources: z.array(sourceId).min(1),
  summary: z.array(sentence).length(3),
  next: lessonId.optional(),
  /** The exam that follows where no lesson does. */
  exam: name.optional(),
});

export const moduleSchema = z.strictObject({ slug: name, title: sentence, about: sentence });
export const modulesSchema = z.array(moduleSchema).min(1);

export const factsSchema = z.record(
  name,
  z.strictObject({
    says: sentence,
    value: z.union([z.string(), z.number(), z.boolean()]),
    source: sourceId,
    read: date,
    covers: z.array(statementId).default([]),
    corrects: z
      .string()
      .regex(/^C\d+$/)
      .optional(),
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

export type Act = z.infer<typeof act>;
export type Expectation = z.infer<typeof expectation>;
export type Claim = z.infer<typeof claim>;
export type Task = z.infer<typeof task>;
export type LabSpec = z.infer<typeof lab>;
export type ScenarioSpec = z.infer<typeof scenarioSchema>;
export type Option = z.infer<typeof option>;
export type QuestionSpec = z.infer<typeof questionSchema>;
export type ExamSpec = z.infer<typeof examSchema>;
export type LessonSpec = z.infer<typeof lessonSchema>;
export type ModuleSpec = z.infer<typeof moduleSchema>;
export type Fact = z.infer<typeof factsSchema>[string];
export type Source = z.infer<typeof sourcesSchema>[string];
export type TerminalLabSpec = z.infer<typeof terminalLabSchema>;
