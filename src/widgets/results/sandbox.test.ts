import { describe, expect, it } from 'vitest';
import { fullOf } from '#course';
import { loadExam } from '#course/load';
import { decidingPart } from '#widgets/lab/judge.ts';
import { judge } from '#widgets/simulator/judge.ts';
import { makeFragment, parseFragment } from '#widgets/simulator/link.ts';
import { sandboxOf } from './sandbox.ts';
import { situationOf } from './situation.ts';

const { content } = loadExam('.', 'passing-a-role');
const fulls = [...content.questions.values()].map((question) => fullOf(content, question));

describe('the sandbox that a result opens', () => {
  it.each(fulls.map((full) => [full.id, full] as const))(
    '[the-very-request] decides as the question does: %s',
    (_id, full) => {
      const { spec } = full;
      const ids = 'options' in spec ? spec.options.map(({ id }) => id) : [undefined];
      for (const id of ids) {
        const situation = situationOf({ full, spec, answer: full.key, id });
        const part = situation && decidingPart(situation.parts);
        if (!part) continue;
        const carried = sandboxOf(situation.lab.cloud, part);
        const opened = carried && parseFragment(makeFragment(carried));
        const judged = opened && 'situation' in opened && judge(opened.situation);
        expect(judged && 'part' in judged && judged.part.verdict.decision).toBe(part.verdict.decision);
      }
    },
  );
});
