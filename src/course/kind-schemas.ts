// What each kind of question has of its own, as its author writes it.
import * as z from 'zod';
import { act, claim, expectation, name, outcome, ruleId, script, sentence, wish } from './parts-schema.ts';
import { documentText } from './world-schema.ts';

/** Why an option is right: a sentence where it says what is so; with what it shows where it is acted out. */
const right = z.union([
  sentence.transform((text): { text: string; shows: z.infer<typeof expectation>[] } => ({ text, shows: [] })),
  z.strictObject({ text: sentence, shows: z.array(expectation).min(1) }),
]);

const value = z.union([z.string(), z.number(), z.boolean()]);

const option = z
  .strictObject({
    id: name,
    text: sentence,
    fixed: z.literal('last').optional(),
    misconception: name.optional(),
    does: z.array(act).optional(),
    says: z.array(expectation).min(1).optional(),
    states: z.strictObject({ fact: name, value }).optional(),
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

const exhibit = z.discriminatedUnion('shows', [
  /** A document of the world, by its id. */
  z.strictObject({ shows: z.literal('policy'), id: name, title: sentence }),
  z.strictObject({
    shows: z.literal('code'),
    title: sentence,
    language: z.enum(['json', 'shell', 'text']),
    text: z.string(),
  }),
  z.strictObject({
    shows: z.literal('picture'),
    title: sentence,
    boxes: z.array(z.strictObject({ id: name, text: sentence, column: z.int().min(1) })).min(2),
    arrows: z.array(z.strictObject({ from: name, to: name, text: sentence })).min(1),
  }),
]);

/** What a question shows and asks, whatever its kind. */
const shown = {
  ask: sentence,
  exhibits: z.array(exhibit).default([]),
  claims: z.array(claim).default([]),
  /** How many of a hundred minimally qualified candidates would get it right, as a share. */
  angoff: z.number().min(0.05).max(0.95).optional(),
};

const tried = <T extends z.ZodType>(what: T) =>
  z.strictObject({ answer: what, tempts: sentence, fails: sentence });

export const choice = z.strictObject({
  ...shown,
  kind: z.enum(['single', 'multiple']),
  choose: z.int().min(2).optional(),
  options: z.array(option).min(3),
  key: z.array(name).min(1),
});

export const ordering = z.strictObject({
  ...shown,
  kind: z.literal('ordering'),
  steps: z
    .array(
      z
        .strictObject({
          id: name,
          text: sentence,
          /** Why it stands where it stands. */
          why: sentence,
          does: z.array(act).min(1).optional(),
          /** A fact with a number: the steps go from the least to the greatest. */
          fact: name.optional(),
        })
        .refine((s) => (s.does === undefined) !== (s.fact === undefined), 'needs either `does` or `fact`'),
    )
    .min(3)
    .max(5),
  key: z.array(name),
});

export const matching = z.strictObject({
  ...shown,
  kind: z.literal('matching'),
  prompts: z
    .array(
      z
        .strictObject({
          id: name,
          text: sentence,
          why: sentence,
          asks: wish.optional(),
          fact: name.optional(),
        })
        .refine((p) => (p.asks === undefined) !== (p.fact === undefined), 'needs either `asks` or `fact`'),
    )
    .min(3)
    .max(7),
  responses: z
    .array(
      z.strictObject({
        id: name,
        text: sentence,
        /** Why one would choose it where it is wrong. */
        tempts: sentence,
        outcome: outcome.optional(),
        value: value.optional(),
      }),
    )
    .min(2),
  key: z.record(name, name),
});

const about = { request: wish, documents: z.array(name).min(1) };

export const predict = z.strictObject({
  ...shown,
  kind: z.literal('predict'),
  ...about,
  /** Why it comes out so, and why not so. */
  why: z.strictObject({ allowed: sentence, explicitDeny: sentence, implicitDeny: sentence }),
  /** Computed when it is absent. */
  key: z.strictObject({ decision: name, statement: name }).optional(),
});

export const hotStatement = z
  .strictObject({
    ...shown,
    kind: z.literal('hot-statement'),
    ...about,
    why: sentence,
    /** Instead of whole statements: lines, and what each would say after a change. The right change meets the claims. */
    lines: z
      .array(
        z.strictObject({
          id: name,
          document: name,
          line: z.int().min(1),
          becomes: z.string(),
          why: sentence,
        }),
      )
      .min(3)
      .optional(),
    /** Why one would choose a statement that does not decide, by its id. */
    tempts: z.record(name, sentence).default({}),
    key: name.optional(),
  })
  .refine(
    (q) => q.lines === undefined || q.claims.length > 0,
    'lines need claims that the right change meets',
  );

export const policyFix = z.strictObject({
  ...shown,
  kind: z.literal('policy-fix'),
  document: name,
  why: sentence,
  key: documentText,
  near: z.array(tried(documentText)).min(1),
});

const field = z.array(z.strictObject({ value: z.string(), label: sentence })).min(2);

export const requestBuilder = z.strictObject({
  ...shown,
  kind: z.literal('request-builder'),
  fields: z.strictObject({
    principal: field,
    action: field,
    resource: field,
    context: z.record(name, field).default({}),
  }),
  outcome: outcome,
  why: sentence,
  key: z.record(name, z.string()),
  near: z.array(tried(z.record(name, z.string()))).min(1),
});

export const operate = z.strictObject({
  ...shown,
  kind: z.literal('operate'),
  profiles: z.tuple([name]).rest(name),
  setup: script.default(''),
  files: z.record(name, z.string()).default({}),
  checks: z.array(z.strictObject({ id: name, text: sentence, checks: script })).min(1),
  why: sentence,
  key: script,
  lazy: z.array(z.strictObject({ text: sentence, script, fails: z.array(name).min(1) })).min(1),
});

export const traceOrder = z.strictObject({
  ...shown,
  kind: z.literal('trace-order'),
  request: wish,
  /** Steps of the derivation: what rests on another comes after it. */
  steps: z
    .array(
      z.strictObject({
        id: name,
        text: sentence,
        why: sentence,
        rule: ruleId,
        holds: z.boolean(),
        at: name.optional(),
      }),
    )
    .min(3)
    .max(6),
  key: z.array(name),
});

const part = { id: name };
export const caseStudy = z.strictObject({
  ...shown,
  kind: z.literal('case-study'),
  parts: z
    .array(
      z.discriminatedUnion('kind', [
        choice.extend(part),
        ordering.extend(part),
        matching.extend(part),
        predict.extend(part),
        hotStatement.safeExtend(part),
        requestBuilder.extend(part),
      ]),
    )
    .min(2),
});

export type Option = z.infer<typeof option>;
export type PartSpec = z.infer<typeof caseStudy>['parts'][number];
