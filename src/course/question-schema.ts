// The shapes of questions, a kind each, as their authors write them; and of those that draw.
import * as z from 'zod';
import {
  caseStudy,
  choice,
  hotStatement,
  matching,
  operate,
  ordering,
  policyFix,
  predict,
  requestBuilder,
  traceOrder,
} from './kind-schemas.ts';
import { name, ruleId, sentence, sourceId, statementId } from './parts-schema.ts';
import { world } from './world-schema.ts';

export type { Option, PartSpec } from './kind-schemas.ts';

const filed = {
  scenario: name.optional(),
  /** Instead of a scenario: a world that this question alone needs. */
  world: world.optional(),
  stem: sentence,
  examines: z.array(ruleId).default([]),
  covers: z.array(statementId).default([]),
  sources: z.array(sourceId).min(1),
  /** In which task of which exams it may stand. */
  tasks: z.record(name, name).default({}),
  /** Names of sets of which one form has at most one question. */
  enemies: z.array(name).default([]),
};

export const questionSchema = z
  .discriminatedUnion('kind', [
    choice.extend(filed),
    ordering.extend(filed),
    matching.extend(filed),
    predict.extend(filed),
    hotStatement.safeExtend(filed),
    policyFix.extend(filed),
    requestBuilder.extend(filed),
    operate.extend(filed),
    traceOrder.extend(filed),
    caseStudy.extend(filed),
  ])
  .refine(
    (q) => (q.kind === 'multiple') === ('choose' in q && q.choose !== undefined),
    'a question of several answers states how many in `choose`, a single one does not',
  )
  .refine(
    (q) => q.kind === 'operate' || (q.scenario === undefined) !== (q.world === undefined),
    'needs either `scenario` or `world`',
  );

/** Of a question that draws: what from, how many draws are taken, which combinations never. */
export const drawSchema = z.object({
  draw: z.strictObject({
    from: z.record(name, z.array(z.unknown()).min(1)),
    take: z.int().min(2),
    except: z.array(z.record(name, z.unknown())).default([]),
  }),
});

export type QuestionSpec = z.infer<typeof questionSchema>;
