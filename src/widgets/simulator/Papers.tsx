// The policies of a situation as a list of tabs, and one of them open. Only layers that have a policy are there.
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Issue } from '#evaluator';
import { sandbox as words } from '#strings';
import { lab } from '#strings';
import { AddPaper } from './AddPaper.tsx';
import {
  emptyLevels,
  hasLevels,
  kindOf,
  removeLevel,
  type Layer,
  type Paper,
  type Situation,
} from './situation.ts';

export interface Listed {
  readonly paper: Paper;
  readonly issues: readonly Issue[];
  /** A statement in it decides. */
  readonly decides: boolean;
}

interface Props {
  readonly situation: Situation;
  readonly listed: readonly Listed[];
  readonly open: Paper | undefined;
  readonly children: ReactNode;
  readonly onOpen: (id: string) => void;
  readonly onAdd: (layer: Layer) => void;
  readonly onChange: (next: Situation) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function Papers({ situation, listed, open, children, onOpen, onAdd, onChange }: Props): ReactNode {
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = listed.findIndex(({ paper }) => paper === open);
    const step = STEPS[event.key];
    const ends: Readonly<Record<string, number>> = { Home: 0, End: listed.length - 1 };
    const to = step === undefined ? ends[event.key] : (at + step + listed.length) % listed.length;
    const next = to === undefined ? undefined : listed[to];
    if (!next || to === undefined) return;
    event.preventDefault();
    onOpen(next.paper.id);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  return (
    <div className="papers">
      <div className="shelf">
        {listed.length > 0 && (
          <div
            className="paper-tabs"
            role="tablist"
            aria-orientation="vertical"
            aria-label={words.policies}
            ref={tabs}
            onKeyDown={onKeyDown}
          >
            {listed.map((one) => (
              <button
                key={one.paper.id}
                type="button"
                role="tab"
                id={`${id}-${one.paper.id}`}
                aria-selected={one.paper === open}
                aria-controls={`${id}-panel`}
                tabIndex={one.paper === open ? 0 : -1}
                onClick={() => {
                  onOpen(one.paper.id);
                }}
              >
                <Tab listed={one} action={situation.action} />
              </button>
            ))}
          </div>
        )}
        {(['scp', 'rcp'] as const).flatMap((layer) =>
          emptyLevels(situation, layer).map((level) => (
            <p className="empty-level" key={`${layer} ${level}`}>
              {words.emptyLevel(lab.kinds[layer], level)}{' '}
              <button
                type="button"
                className="link"
                onClick={() => {
                  onChange(removeLevel(situation, layer, level));
                }}
              >
                {words.removeLevel}
              </button>
            </p>
          )),
        )}
        <AddPaper situation={situation} onAdd={onAdd} />
      </div>
      {open ? (
        <div className="paper" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open.id}`}>
          {children}
        </div>
      ) : (
        <p className="no-paper">{words.noPolicies}</p>
      )}
    </div>
  );
}

function Tab({ listed, action }: { readonly listed: Listed; readonly action: string }): ReactNode {
  const { paper, issues, decides } = listed;
  const errors = issues.filter(({ severity }) => severity === 'ERROR').length;
  const notes = issues.length - errors;
  return (
    <>
      <span className="tab-name">{paper.name}</span>
      <small>
        {lab.kinds[kindOf(paper.layer, action)]}
        {hasLevels(paper.layer) && ` ${words.atLevel(paper.level)}`}
      </small>
      {(decides || errors > 0 || notes > 0) && (
        <small className="tab-state">
          {decides && <span className="decides">{words.decides}</span>}
          {errors > 0 && <span className="errors">{words.errors(errors)}</span>}
          {errors === 0 && notes > 0 && <span>{words.warnings(notes)}</span>}
        </small>
      )}
    </>
  );
}
