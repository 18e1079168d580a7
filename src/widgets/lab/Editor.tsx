// A policy's text: a text area over its own coloured copy, with line numbers, marks and findings. Tab indents for whoever
// writes, and passes for whoever only comes by: it is theirs after a key or a click inside, until Esc.
import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { messageOf, placeOf, type Issue, type PolicyKind } from '#evaluator';
import { lab as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import type { Mark } from './marks.ts';
import { linesOf, type Line } from './highlight.ts';
import { indent } from './indent.ts';
import { insert } from './insert.ts';
import { useFindings } from './use-findings.ts';

/** Longer texts are shown without colours. */
const COLOURED = 60_000;

/** These alone do not make somebody a writer. */
const PASSING = ['Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta'];

/** Characters of a text. */
export interface Spot {
  readonly start: number;
  readonly end: number;
}

interface Props {
  readonly name: string;
  readonly kind: PolicyKind;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** What was found in the text, by whoever knows more; without it the editor looks for itself. */
  readonly issues?: readonly Issue[];
  readonly readOnly: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Where somebody was led: its lines are shown. */
  readonly shown: Spot | undefined;
  readonly onChange: (text: string) => void;
  /** The caret was put somewhere by a click or a key. */
  readonly onTouch: (offset: number) => void;
}

const MOVING = /^(?:Arrow|Page|Home$|End$)/;

function classOf({ mark, shown }: Line): string {
  return ['line', mark, shown ? 'shown' : undefined].filter((name) => name !== undefined).join(' ');
}

export function Editor(props: Props): ReactNode {
  const { name, kind, text, marks, readOnly, field, shown, onChange, onTouch } = props;
  const id = useId();
  const writing = useRef(false);
  const sheet = useRef<HTMLDivElement>(null);
  const { issues, look } = useFindings(text, kind, props.issues);
  const lines = useMemo(
    () =>
      text.length > COLOURED
        ? []
        : linesOf(
            text,
            marks,
            issues.map(({ range }) => range),
            shown,
          ),
    [text, marks, issues, shown],
  );
  useEffect(() => {
    if (shown) sheet.current?.querySelector('.shown')?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, shiftKey, currentTarget } = event;
    if (!PASSING.includes(key)) writing.current = true;
    if (key === 'Escape') writing.current = false;
    if (key !== 'Tab' || shiftKey || readOnly || !writing.current) return;
    event.preventDefault();
    const typed = indent(currentTarget.value, currentTarget.selectionStart, currentTarget.selectionEnd);
    currentTarget.setSelectionRange(typed.start, typed.end);
    insert(currentTarget, typed.text);
    currentTarget.setSelectionRange(...typed.selection);
  };
  const goTo = (offset: number): void => {
    field.current?.focus();
    field.current?.setSelectionRange(offset, offset);
  };

  return (
    <>
      <div className="editor" data-plain={lines.length === 0 ? '' : undefined}>
        <div className="sheet" ref={sheet}>
          <pre aria-hidden="true">
            {lines.map((line, i) => (
              <span key={i} className={classOf(line)}>
                {line.pieces.map((piece, j) => (
                  <span key={j} className={piece.className === '' ? undefined : piece.className}>
                    {piece.text}
                  </span>
                ))}
                {'\n'}
              </span>
            ))}
          </pre>
          <textarea
            ref={field}
            aria-label={words.edit(name)}
            aria-describedby={`${id}-hint ${id}-findings`}
            aria-invalid={issues.some((issue) => issue.severity === 'ERROR')}
            value={text}
            readOnly={readOnly}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            wrap="off"
            onFocus={() => {
              writing.current = false;
              look();
            }}
            onClick={(event) => {
              writing.current = true;
              onTouch(event.currentTarget.selectionStart);
            }}
            onKeyDown={onKeyDown}
            onKeyUp={(event) => {
              if (MOVING.test(event.key)) onTouch(event.currentTarget.selectionStart);
            }}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
        </div>
      </div>
      <p className="hint" id={`${id}-hint`}>
        {readOnly ? words.readOnly : words.leaveHint}
      </p>
      <ul className="findings" id={`${id}-findings`} aria-label={words.findings} aria-live="polite">
        {issues.map((issue, i) => {
          const { line, column } = placeOf(text, issue.range.start);
          return (
            <li key={i} className={issue.severity === 'ERROR' ? 'error' : 'warning'}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  goTo(issue.range.start);
                }}
              >
                {words.place(line, column)}
              </button>{' '}
              <Inline text={messageOf(issue)} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
