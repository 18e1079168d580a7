// Marks stretches of the stem: what is selected, or by the sentence for those who do not select.
import { useEffect, useEffectEvent, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Range } from '#exam';
import { exam as words } from '#strings';
import { Dialog } from './Dialog.tsx';
import { selectedIn, sentencesOf, showMarked, type Sentence } from './marking.ts';
import { isMarked, turned } from './ranges.ts';

interface Props {
  readonly room: RefObject<HTMLElement | null>;
  readonly question: string;
  readonly ranges: readonly Range[];
  /** Its button was pressed before this was there. */
  readonly begins: boolean;
  readonly onChange: (ranges: readonly Range[]) => void;
  readonly onSaid: (text: string) => void;
}

export function Highlighting({ room, question, ranges, begins, onChange, onSaid }: Props): ReactNode {
  const [sentences, setSentences] = useState<readonly Sentence[]>();
  const button = useRef<HTMLButtonElement>(null);
  const stem = (): Element | undefined => room.current?.querySelector('.stem') ?? undefined;
  useEffect(() => {
    showMarked(room.current?.querySelector('.stem') ?? undefined, ranges);
    return () => {
      showMarked(undefined, []);
    };
  }, [room, question, ranges]);
  const mark = (): void => {
    const root = stem();
    if (!root) return;
    const range = selectedIn(root);
    if (!range) {
      setSentences(sentencesOf(root));
      return;
    }
    onSaid(isMarked(ranges, range) ? words.unmarked : words.marked);
    onChange(turned(ranges, range));
    getSelection()?.removeAllRanges();
  };
  const press = useEffectEvent((): void => {
    mark();
    button.current?.focus();
  });
  useEffect(() => {
    if (!begins) return;
    const frame = requestAnimationFrame(() => {
      press();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [begins]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="tool"
        onPointerDown={(event) => {
          // A press must not take away what is selected.
          event.preventDefault();
        }}
        onClick={(event) => {
          mark();
          event.currentTarget.focus();
        }}
      >
        {words.highlight}
      </button>
      {ranges.length > 0 && (
        <button
          type="button"
          className="tool"
          onClick={() => {
            onChange([]);
            onSaid(words.unmarked);
          }}
        >
          {words.clearHighlights}
        </button>
      )}
      {sentences && (
        <Dialog
          title={words.highlight}
          onClose={() => {
            setSentences(undefined);
          }}
        >
          <p>{words.highlightHow}</p>
          {sentences.map(({ text, range }) => (
            <label className="choosing" key={range[0]}>
              <input
                type="checkbox"
                checked={isMarked(ranges, range)}
                onChange={() => {
                  onChange(turned(ranges, range));
                }}
              />
              <span>{text}</span>
            </label>
          ))}
        </Dialog>
      )}
    </>
  );
}
