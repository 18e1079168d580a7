// Steps to be put in order: a numbered list in which each step has its own buttons and its own menu of places.
import { useId, useState, type ReactNode } from 'react';
import { KINDS, type AskedOrder, type Choice } from '#exam';
import { questions } from '#strings';
import { plain } from '#widgets/prose/plain.ts';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Foot } from './Foot.tsx';
import { OnPaper } from './OnPaper.tsx';
import { movedTo, orderOf } from './order.ts';
import type { ViewProps } from './view.ts';

const words = questions.ordering;

export function Order({ question, answer, onAnswer }: ViewProps<AskedOrder>): ReactNode {
  const state = useId();
  const [said, setSaid] = useState('');
  const order = orderOf(question, answer);
  const answered = KINDS[question.kind].complete(question, answer);

  const move = (from: number, to: number): void => {
    const text = plain(order[from]?.text ?? '');
    if (to < 0) setSaid(words.atTop(text));
    else if (to >= order.length) setSaid(words.atEnd(text));
    else if (to !== from) {
      setSaid(words.moved(text, to + 1, order.length));
      onAnswer?.(movedTo(order, from, to));
    }
  };
  return (
    <fieldset className="ordering" aria-describedby={onAnswer && state}>
      <legend>
        <Inline text={question.ask} />
      </legend>
      <ol className="order" role="list">
        {order.map((step, i) => (
          <li key={step.id}>
            <span className="rank">{i + 1}</span>
            <OnPaper as="blank">{answered && i + 1}</OnPaper>
            <span className="option-text">
              <Inline text={step.text} />
            </span>
            {onAnswer && <Moving step={step} at={i} of={order.length} onMove={move} />}
          </li>
        ))}
      </ol>
      {onAnswer && (
        <Foot
          id={state}
          given={answered}
          stands={answered ? words.given : words.open}
          acts={[
            {
              text: words.asItStands,
              possible: !answered,
              act: () => {
                setSaid(words.taken);
                onAnswer(order.map(({ id }) => id));
              },
            },
            {
              text: words.reset,
              possible: answered,
              act: () => {
                setSaid(words.wasReset);
                onAnswer([]);
              },
            },
          ]}
          said={said}
        />
      )}
    </fieldset>
  );
}

interface MovingProps {
  readonly step: Choice;
  readonly at: number;
  readonly of: number;
  readonly onMove: (from: number, to: number) => void;
}

/** A row keeps its key, so that React gives the focus back to what moved it. Buttons at either end stay in reach for that. */
function Moving({ step, at, of, onMove }: MovingProps): ReactNode {
  const text = plain(step.text);
  return (
    <span className="moving">
      <button
        type="button"
        aria-label={words.up(text)}
        aria-disabled={at === 0}
        onClick={() => {
          onMove(at, at - 1);
        }}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        aria-label={words.down(text)}
        aria-disabled={at === of - 1}
        onClick={() => {
          onMove(at, at + 1);
        }}
      >
        <span aria-hidden="true">↓</span>
      </button>
      <select
        aria-label={words.position(text)}
        value={at}
        onChange={(event) => {
          onMove(at, Number(event.currentTarget.value));
        }}
      >
        {Array.from({ length: of }, (_, place) => (
          <option key={place} value={place}>
            {words.place(place + 1)}
          </option>
        ))}
      </select>
    </span>
  );
}
