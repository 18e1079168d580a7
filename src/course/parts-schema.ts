// The pieces that shapes of content share: sentences, ids, requests and what must come of them.
import * as z from 'zod';
import { name } from './world-schema.ts';

export { name };
export const sentence = z.string().trim().min(1);
export const lessonId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must look like `module/lesson`');
/** Statements and corrections of the fact sheet, such as `S1-33`. */
export const statementId = z.string().regex(/^S\d+-\d+$/, 'must look like `S1-33`');
export const correctionId = z.string().regex(/^C\d+$/, 'must look like `C08`');
export const ruleId = name;
export const sourceId = name;
export const date = z.iso.date();
const decision = z.enum(['allowed', 'explicitDeny', 'implicitDeny']);
const context = z.record(name, z.union([z.string(), z.array(z.string())]));

const operationCall = z.strictObject({
  operation: z.string().regex(/^[a-z0-9-]+:\w+$/, 'must look like `iam:CreateRole`'),
  input: z.record(name, z.unknown()).optional(),
});

export const act = operationCall.extend({ as: name, refused: name.optional() });

const asking = {
  as: name,
  calls: operationCall.optional(),
  asks: z.strictObject({ action: name, on: name, context: context.optional() }).optional(),
  first: z.array(act).optional(),
};

/** A request, and what comes first. */
export const wish = z.strictObject(asking);

const coming = {
  gives: decision,
  because: ruleId,
  /** The document in which the rule of `because` finds what it says. */
  at: name.optional(),
  although: ruleId.optional(),
  /** How many Allow statements match at least. */
  allows: z.int().min(1).optional(),
};

/** How a request comes out, and why. */
export const outcome = z.strictObject(coming);

export const expectation = z
  .strictObject({
    ...asking,
    ...coming,
    /** `denied` is either denial: of what must not go through, it does not count how it is stopped. */
    gives: z.enum([...decision.options, 'denied']),
    because: ruleId.optional(),
  })
  .refine((e) => (e.calls === undefined) !== (e.asks === undefined), 'needs either `calls` or `asks`')
  .refine(
    (e) =>
      e.gives === 'denied'
        ? [e.because, e.at, e.although, e.allows].every((reason) => reason === undefined)
        : e.because !== undefined,
    'needs `because`, and no reason at all where it `gives: denied`',
  );

export const claim = z.strictObject({ id: name, text: sentence, expects: expectation });

/** Read by a shell on a simulated account, as the learner's own lines are. */
export const script = z.string().transform((text) => `${text.trim()}\n`);

export type Act = z.infer<typeof act>;
export type Expectation = z.infer<typeof expectation>;
export type Wish = z.infer<typeof wish>;
export type Outcome = z.infer<typeof outcome>;
export type Claim = z.infer<typeof claim>;
