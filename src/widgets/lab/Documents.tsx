// The policies as tabs: arrow keys move between them, a dot says that one was changed.
import { useId, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { StoredDocument } from '#cloud';
import { lab as words } from '#strings';
import { Editor, type Spot } from './Editor.tsx';
import type { Mark } from './gates.ts';
import { nameOf } from './judge.ts';

interface Props {
  readonly documents: readonly StoredDocument[];
  readonly editable: readonly string[];
  readonly changed: ReadonlySet<string>;
  readonly open: string;
  readonly marks: readonly Mark[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onOpen: (id: string) => void;
  /** Where somebody was led in the open document. */
  readonly shown: Spot | undefined;
  readonly onChange: (id: string, text: string) => void;
  readonly onTouch: (id: string, offset: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

export function Documents({
  documents,
  editable,
  changed,
  open,
  marks,
  field,
  shown: spot,
  onOpen,
  onChange,
  onTouch,
}: Props): ReactNode {
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const shown = documents.find((document) => document.id === open) ?? documents[0];
  if (!shown) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = documents.indexOf(shown);
    const step = STEPS[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? documents.length - 1
          : step === undefined
            ? -1
            : (at + step + documents.length) % documents.length;
    const next = documents[to];
    if (!next) return;
    event.preventDefault();
    onOpen(next.id);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  return (
    <div className="documents">
      <div className="tabs" role="tablist" aria-label={words.documents} ref={tabs} onKeyDown={onKeyDown}>
        {documents.map((document) => (
          <button
            key={document.id}
            type="button"
            role="tab"
            id={`${id}-${document.id}`}
            aria-selected={document === shown}
            aria-controls={`${id}-panel`}
            tabIndex={document === shown ? 0 : -1}
            onClick={() => {
              onOpen(document.id);
            }}
          >
            {nameOf(document.id)}
            {changed.has(document.id) && (
              <span className="dot">
                <span aria-hidden="true">●</span>
                <span className="visually-hidden">{words.changed}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.id}`}>
        <p className="kind">{words.kinds[shown.kind]}</p>
        <Editor
          key={shown.id}
          name={nameOf(shown.id)}
          kind={shown.kind}
          text={shown.text}
          marks={marks}
          readOnly={!editable.includes(shown.id)}
          shown={spot}
          field={field}
          onTouch={(offset) => {
            onTouch(shown.id, offset);
          }}
          onChange={(text) => {
            onChange(shown.id, text);
          }}
        />
      </div>
    </div>
  );
}
