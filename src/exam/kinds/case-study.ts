// Several questions over one situation. Its parts stay together and in their order; each is scored for itself.
import type { Answer, AskedCase, Points } from '../question.ts';
import type { Kind } from './kind.ts';
import { isRecord } from './kind.ts';

/** @param kind the kind of a part, whatever it is */
export function caseStudy(kind: (name: AskedCase['parts'][number]['kind']) => Kind): Kind<AskedCase> {
  const read = (asked: AskedCase, value: unknown): Readonly<Record<string, Answer>> | undefined => {
    if (!isRecord(value)) return undefined;
    const answers: Record<string, Answer> = {};
    for (const [id, given] of Object.entries(value)) {
      const part = asked.parts.find((one) => one.id === id);
      const answer = part && kind(part.kind).read(part, given);
      if (answer === undefined) return undefined;
      answers[id] = answer;
    }
    return answers;
  };
  return {
    asked: (asked, shuffle) => ({
      ...asked,
      parts: asked.parts.map((part) => kind(part.kind).asked(part, shuffle) as typeof part),
    }),
    read,
    complete: (asked, answer) => {
      const answers = read(asked, answer);
      return asked.parts.every((part) => kind(part.kind).complete(part, answers?.[part.id]));
    },
    score: async ({ parts = [] }, answer, world) => {
      const scored: Record<string, Points> = {};
      for (const part of parts) {
        const { id } = part.asked;
        const given = isRecord(answer) ? answer[id] : undefined;
        scored[id] = await kind(part.asked.kind as never).score(part, given, world.part(id));
      }
      const each = Object.values(scored);
      const sum = (of: (points: Points) => number): number => each.reduce((all, one) => all + of(one), 0);
      return {
        points: sum(({ points }) => points),
        max: sum(({ max }) => max),
        claims: each.flatMap(({ claims }) => claims),
        parts: scored,
      };
    },
  };
}
