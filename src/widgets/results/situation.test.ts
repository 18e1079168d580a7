import { describe, expect, it } from 'vitest';
import { fullOf, type FullQuestion } from '#course';
import { loadContent } from '#course/load';
import { KINDS, type KindName } from '#exam';
import { makeFragment, parseFragment } from '#widgets/lab/link.ts';
import { restOf } from './rests-on.ts';
import { situationOf } from './situation.ts';

const { content } = loadContent(process.cwd());
const all = [...content.questions.values()];
const kindNames = Object.keys(KINDS) as readonly KindName[];

/** One question of every file of a kind. */
const fullsOf = (kind: KindName): readonly FullQuestion[] =>
  all
    .filter((one, i) => one.kind === kind && all.findIndex(({ item }) => item === one.item) === i)
    .map((one) => fullOf(content, one));

/** Everything in a question behind which a decision may stand. */
function thingsIn({ spec }: FullQuestion): readonly (string | undefined)[] {
  if ('options' in spec) return spec.options.filter(({ states }) => !states).map(({ id }) => id);
  if (spec.kind === 'matching') return spec.prompts.filter(({ asks }) => asks).map(({ id }) => id);
  if (spec.kind === 'policy-fix') return spec.claims.map(({ id }) => id);
  return [undefined];
}

const NONE: readonly KindName[] = ['ordering', 'operate', 'case-study'];

describe('a decision stands behind', () => {
  it.each(kindNames.filter((kind) => !NONE.includes(kind)))(
    'everything that is no fact in a question of the kind %s, and opens in the lab',
    (kind) => {
      const fulls = fullsOf(kind);
      expect(fulls).not.toEqual([]);
      for (const full of fulls)
        for (const id of thingsIn(full)) {
          const situation = situationOf({ full, spec: full.spec, answer: full.key, id });
          expect(situation?.parts.length, `${full.id} ${id ?? ''}`).toBeGreaterThan(0);
          const opened = situation && parseFragment(makeFragment(situation.lab));
          expect(opened && 'lab' in opened && opened.lab.spec.start.action).toBeTruthy();
        }
    },
  );

  it.each(NONE)('nothing in a question of the kind %s', (kind) => {
    for (const full of fullsOf(kind))
      expect(restOf({ full, spec: full.spec, answer: full.key, id: undefined })).toBeUndefined();
  });

  it('no fact', () => {
    const facts = fullsOf('single').flatMap((full) =>
      'options' in full.spec
        ? full.spec.options
            .filter(({ states }) => states)
            .map(({ id }) => ({ full, spec: full.spec, answer: id, id }))
        : [],
    );
    expect(facts).not.toEqual([]);
    expect(facts.flatMap((fact) => restOf(fact) ?? [])).toEqual([]);
  });
});

describe('the decision shown is', () => {
  it('the one that a prediction is about', () => {
    for (const full of fullsOf('predict')) {
      const situation = situationOf({ full, spec: full.spec, answer: undefined, id: undefined });
      const decisions = situation?.parts.map(({ verdict }) => verdict.decision);
      expect(decisions).toContain(
        typeof full.key === 'object' && 'decision' in full.key && full.key.decision,
      );
    }
  });

  it('the one after the text that somebody wrote', () => {
    for (const full of fullsOf('policy-fix')) {
      const { asked } = full.question;
      if (full.spec.kind !== 'policy-fix' || asked.kind !== 'policy-fix') throw new Error('no policy');
      const decisionsAfter = (answer: string): readonly unknown[] =>
        thingsIn(full).map((id) =>
          situationOf({ full, spec: full.spec, answer, id })?.parts.map(({ verdict }) => verdict.decision),
        );
      expect(decisionsAfter(full.spec.key)).not.toEqual(decisionsAfter(asked.document.text));
    }
  });
});
