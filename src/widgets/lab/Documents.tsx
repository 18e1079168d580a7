// The policies as tabs, in groups when they are many: arrow keys move between them, a dot says that one was changed.
import { useId, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { StoredDocument } from '#cloud';
import { lab as words } from '#strings';
import { Editor, type Spot } from './Editor.tsx';
import { groupsOf } from './groups.ts';
import type { Mark } from './marks.ts';
import { nameOf } from './names.ts';

interface Props {
  readonly documents: readonly StoredDocument[];
  readonly editable: readonly string[];
  /** The levels of an organization at which a document is attached. */
  readonly levelsOf: (id: string) => readonly string[];
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
  documents: given,
  editable,
  levelsOf,
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
  const groups = groupsOf(given);
  const documents = groups.flatMap((group) => group.documents);
  const shown = documents.find((document) => document.id === open) ?? documents[0];
  if (!shown) return null;
  const levels = levelsOf(shown.id);
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
        {groups.map((group) => (
          <span className="group" role="presentation" key={group.name ?? ''}>
            {group.name !== undefined && (
              <span className="group-name" aria-hidden="true">
                {group.name}
              </span>
            )}
            <span className="group-tabs" role="presentation">
              {group.documents.map((document) => (
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
                  {levelsOf(document.id).length > 0 && <small> {levelsOf(document.id).join(', ')}</small>}
                  {changed.has(document.id) && (
                    <span className="dot">
                      <span aria-hidden="true">●</span>
                      <span className="visually-hidden">{words.changed}</span>
                    </span>
                  )}
                </button>
              ))}
            </span>
          </span>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.id}`}>
        <p className="kind">
          {levels.length === 0 ? words.kinds[shown.kind] : words.attachedAt(words.kinds[shown.kind], levels)}
        </p>
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
