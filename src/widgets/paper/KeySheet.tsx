// The key: for every question what is right and why, with its sources. Only what the exam shows at the end.
import { useEffect, useState, type ReactNode } from 'react';
import { scoreFull, type FullQuestion } from '#course';
import { shownAt, type Asked, type Form, type Points } from '#exam';
import { paper as words, results } from '#strings';
import { questionsToday } from '#widgets/exam/paper.ts';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Reasons } from '#widgets/questions/Reasons.tsx';
import { AnswerLines } from '#widgets/results/AnswerLines.tsx';

interface Keyed {
  readonly full: FullQuestion;
  readonly asked: Asked;
  readonly points: Points;
}

interface Key {
  readonly items: readonly Keyed[];
  readonly visible: ReturnType<typeof shownAt>;
}

async function keyOf({ exam, questions, mode }: Form): Promise<Key> {
  const data = await questionsToday(exam);
  const byId = new Map(data.questions.map((full) => [full.id, full]));
  const items = questions.flatMap((asked) => {
    const full = byId.get(asked.id);
    return full ? [{ full, asked }] : [];
  });
  return {
    items: await Promise.all(
      items.map(async (item) => ({ ...item, points: await scoreFull(item.full, item.full.key) })),
    ),
    visible: shownAt(data.shows, mode, 'end'),
  };
}

export function KeySheet({ form }: { readonly form: Form }): ReactNode {
  const [key, setKey] = useState<Key | 'failed'>();
  useEffect(() => {
    let gone = false;
    const tell = (found: Key | 'failed'): void => {
      if (!gone) setKey(found);
    };
    keyOf(form).then(tell, () => {
      tell('failed');
    });
    return () => {
      gone = true;
    };
  }, [form]);
  if (key === undefined) return <p role="status">{words.loading}</p>;
  if (key === 'failed') return <p role="alert">{words.failed}</p>;
  if (!key.visible.key) return <p>{words.noKey}</p>;
  return (
    <>
      <p className="room-note">{words.keyNote}</p>
      {key.items.map(({ full, asked, points }, i) => (
        <article key={full.id} aria-label={words.question(i + 1)}>
          <h3>
            {words.question(i + 1)}{' '}
            {form.places[full.id]?.scored === false && <span className="tag silent">{words.unscored}</span>}
          </h3>
          <p>
            <Inline text={asked.ask} />
          </p>
          {key.visible.reasons ? (
            <Reasons full={full} asked={asked} answer={undefined} points={points} />
          ) : (
            <AnswerLines title={results.theKey} asked={asked} answer={full.key} />
          )}
          <p className="cited">
            <small>
              {words.sources}:{' '}
              {full.sources.map(({ title, read }) => `${title}, ${results.readOn(read)}`).join(' · ')}
            </small>
          </p>
        </article>
      ))}
    </>
  );
}
