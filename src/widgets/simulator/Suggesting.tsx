// Suggestions for a policy's text, around its editor. Ctrl+Space or a button opens them; the text area keeps the focus.
import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { sandbox as words } from '#strings';
import { insert } from '#widgets/lab/insert.ts';
import type { Candidate } from './candidates.ts';
import { moved, optionId, Suggestions } from './Suggestions.tsx';
import type { Known } from './use-names.ts';

interface Props {
  readonly text: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly known: Known;
  /** A button that opens the suggestions is put into what this gives. */
  readonly children: (open: () => void) => ReactNode;
}

export function Suggesting({ text, field, known, children }: Props): ReactNode {
  const id = useId();
  const [caret, setCaret] = useState<number>();
  const [active, setActive] = useState(0);
  const around = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { ready, load } = known;
  const place = useMemo(
    () => (caret === undefined ? undefined : ready?.suggest.placeIn(text, caret)),
    [text, caret, ready],
  );
  const candidates = useMemo(
    () => (place && ready ? ready.suggest.candidatesAt(place, ready.names, ready.nearby) : []),
    [place, ready],
  );
  const isOpen = caret !== undefined;
  const shown = candidates.length > 0;
  const close = (): void => {
    setCaret(undefined);
  };
  const openAt = (offset: number): void => {
    load();
    setActive(0);
    setCaret(offset);
  };

  const choose = (candidate: Candidate): void => {
    const area = field.current;
    if (!area || !place || !ready) return;
    const { start, end, text: put, back } = ready.suggest.completionOf(text, place, candidate);
    area.focus();
    area.setSelectionRange(start, end);
    insert(area, put);
    const offset = start + put.length - back;
    area.setSelectionRange(offset, offset);
    if (candidate.goesOn) openAt(offset);
    else close();
  };

  const onKeyDownCapture = (event: KeyboardEvent): void => {
    const area = field.current;
    if (!area || event.target !== area) return;
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      openAt(area.selectionStart);
      return;
    }
    if (!isOpen) return;
    const next = moved(event.key, active, candidates.length);
    const chosen = candidates[active];
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter' && chosen) choose(chosen);
    else if (event.key === 'Escape') close();
    else {
      if (/^(?:Arrow|Home|End|Tab|Enter)/.test(event.key)) close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  useEffect(() => {
    const area = field.current;
    if (!area || !shown) return;
    area.setAttribute('aria-autocomplete', 'list');
    area.setAttribute('aria-controls', id);
    area.setAttribute('aria-activedescendant', optionId(id, active));
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant'])
        area.removeAttribute(name);
    };
  }, [field, shown, id, active]);

  useLayoutEffect(() => {
    const [area, box, popup] = [field.current, around.current, list.current];
    if (!area || !box || !popup || !place) return;
    const before = text.slice(0, place.start);
    const [from, to] = [area.getBoundingClientRect(), box.getBoundingClientRect()];
    const set = (name: string, value: string): void => {
      popup.style.setProperty(name, value);
    };
    set('--line', String(before.split('\n').length));
    set('--column', String(before.length - before.lastIndexOf('\n') - 1));
    set('--left', `${from.left - to.left}px`);
    set('--top', `${from.top - to.top}px`);
  }, [field, place, text, candidates]);

  return (
    <div
      className="suggesting"
      ref={around}
      onKeyDownCapture={onKeyDownCapture}
      onInput={(event) => {
        if (isOpen && event.target === field.current) {
          setActive(0);
          setCaret(field.current.selectionStart);
        }
      }}
      onMouseDown={(event) => {
        if (event.target === field.current) close();
      }}
      onFocus={(event) => {
        if (event.target instanceof HTMLTextAreaElement) load();
      }}
      onBlur={close}
    >
      {children(() => {
        const area = field.current;
        if (!area) return;
        area.focus();
        openAt(area.selectionStart);
      })}
      {shown && <Suggestions id={id} list={list} candidates={candidates} active={active} onChoose={choose} />}
      <p className="visually-hidden" role="status">
        {isOpen && ready ? words.suggested(candidates.length) : ''}
      </p>
    </div>
  );
}
