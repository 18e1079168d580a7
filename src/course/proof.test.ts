// The laws of the proof: liars are rejected for what they lie about, and nothing in the content can be turned unnoticed.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AuthoredQuestion, Content } from './content.ts';
import { loadContent } from './load.ts';
import { prove, type Item } from './proof.ts';

const LIARS = 'src/course/test/liars';

const { content: lies, errors: liesErrors } = loadContent(LIARS);
const items = await prove(lies);

const reasonsOf = (item: Item): readonly string[] => item.failures.map(({ reason }) => reason);

describe('the liars: what a file says in its first line becomes of it', () => {
  const verdicts = ['questions', 'scenarios'].flatMap((folder) =>
    readdirSync(`${LIARS}/content/${folder}`).map((name) => {
      const file = `content/${folder}/${name}`;
      const [, verdict = '', reason = ''] =
        /^# (accepted|rejected)(?:: (.*))?\n/.exec(readFileSync(`${LIARS}/${file}`, 'utf8')) ?? [];
      return { file, verdict, reason };
    }),
  );
  const judged = verdicts.filter(({ verdict }) => verdict !== '');

  it('can all be read', () => {
    expect(liesErrors).toEqual([]);
    expect(judged.length).toBeGreaterThan(25);
  });

  it.each(judged)('$file is $verdict $reason', ({ file, verdict, reason }) => {
    const failures = items.filter((item) => item.file === file).flatMap(reasonsOf);
    if (verdict === 'accepted') expect(failures).toEqual([]);
    else expect(failures).toEqual(expect.arrayContaining([expect.stringContaining(reason)]));
  });
});

describe('the content', () => {
  const { content } = loadContent('.');
  const questions = [...content.questions.values()].filter((question) => 'options' in question);

  /** What the proof says of a question that was changed. */
  async function failures(question: AuthoredQuestion): Promise<readonly string[]> {
    const changed: Content = {
      ...content,
      labs: new Map(),
      scenarios: new Map([...content.scenarios].filter(([id]) => id === question.scenario)),
      questions: new Map([[question.id, question]]),
    };
    return (await prove(changed)).flatMap((item: Item) => (item.kind === 'question' ? reasonsOf(item) : []));
  }

  it('is proved', async () => {
    // Labs in the terminal take a while: the proofs of `npm test` and of the build run them.
    const quick = { ...content, labs: new Map() };
    expect((await prove(quick)).filter((item) => !item.holds)).toEqual([]);
    expect(questions.length).toBeGreaterThan(15);
  });

  it.each(questions)('$id fails with any other key', async (question) => {
    for (const option of question.options.filter(({ id }) => !question.key.includes(id))) {
      const key = [option.id, ...question.key.slice(1)];
      expect(await failures({ ...question, key })).toEqual(
        expect.arrayContaining([expect.stringContaining('the key says')]),
      );
    }
  });

  const pairs = questions.flatMap((question) => {
    const wrong = question.options.filter((option) => option.wrong);
    return wrong.flatMap((a, i) => wrong.slice(i + 1).map((b) => ({ id: question.id, question, a, b })));
  });

  it.each(pairs)(
    '$id fails when the reasons of $a.id and $b.id change places',
    async ({ question, a, b }) => {
      const swap = (give: (from: typeof a, to: typeof a) => typeof a): AuthoredQuestion => ({
        ...question,
        options: question.options.map((option) =>
          option === a ? give(b, a) : option === b ? give(a, b) : option,
        ),
      });
      const whole = swap((from, to) => ({ ...to, wrong: from.wrong }));
      const sentence = swap((from, to) =>
        from.wrong && to.wrong
          ? { ...to, wrong: { ...to.wrong, fails: { ...to.wrong.fails, text: from.wrong.fails.text } } }
          : to,
      );
      expect(await failures(whole)).not.toEqual([]);
      expect(await failures(sentence)).not.toEqual([]);
    },
  );
});
