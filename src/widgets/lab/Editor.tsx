// A policy's text: a text area over its own coloured copy, with line numbers, marks and findings. Tab indents; Esc, then Tab, leaves.
import { useId, useMemo, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { messageOf, parsePolicy, placeOf, type Issue, type PolicyKind } from '#evaluator';
import { lab as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import type { Mark } from './gates.ts';
import { linesOf } from './highlight.ts';

/** Longer texts are shown without colours. */
const COLOURED = 60_000;

interface Props {
  readonly name: string;
  readonly kind: PolicyKind;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly readOnly: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (text: string) => void;
}

export function issuesOf(text: string, kind: PolicyKind): readonly Issue[] {
  const result = parsePolicy(text, kind);
  return 'policy' in result ? result.policy.issues : result.issues;
}

export function Editor({ name, kind, text, marks, readOnly, field, onChange }: Props): ReactNode {
  const id = useId();
  const leaving = useRef(false);
  const issues = useMemo(() => issuesOf(text, kind), [text, kind]);
  const lines = useMemo(
    () =>
      text.length > COLOURED
        ? []
        : linesOf(
            text,
            marks,
            issues.map(({ range }) => range),
          ),
    [text, marks, issues],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const left = leaving.current;
    leaving.current = event.key === 'Escape' || (left && event.key === 'Shift');
    if (event.key !== 'Tab' || left || event.shiftKey || readOnly) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    event.currentTarget.setRangeText('  ', selectionStart, selectionEnd, 'end');
    onChange(event.currentTarget.value);
  };
  const goTo = (offset: number): void => {
    field.current?.focus();
    field.current?.setSelectionRange(offset, offset);
  };

  return (
    <>
      <div className="editor" data-plain={lines.length === 0 ? '' : undefined}>
        <div className="sheet">
          <pre aria-hidden="true">
            {lines.map((line, i) => (
              <span key={i} className={line.mark === undefined ? 'line' : `line ${line.mark}`}>
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
            onKeyDown={onKeyDown}
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
