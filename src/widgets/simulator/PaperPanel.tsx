// One policy: its name, its level, its text with findings and suggestions.
import { useId, type ReactNode, type RefObject } from 'react';
import type { Issue } from '#evaluator';
import { sandbox as words } from '#strings';
import { Editor, type Spot } from '#widgets/lab/Editor.tsx';
import type { Mark } from '#widgets/lab/marks.ts';
import { laidOut } from './print.ts';
import { hasLevels, kindOf, type Paper, type Situation } from './situation.ts';
import { Suggesting } from './Suggesting.tsx';
import type { Known } from './use-names.ts';

interface Props {
  readonly situation: Situation;
  readonly paper: Paper;
  readonly issues: readonly Issue[];
  readonly marks: readonly Mark[];
  readonly shown: Spot | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly known: Known;
  /** Its text is the one that was kept to compare. */
  readonly isCompared: boolean;
  readonly onChange: (change: Partial<Pick<Paper, 'name' | 'text' | 'level'>>, place?: string) => void;
  readonly onTouch: (offset: number) => void;
  readonly onCompare: () => void;
  readonly onRemove: () => void;
}

export function PaperPanel(props: Props): ReactNode {
  const { situation, paper, field, onChange } = props;
  return (
    <Suggesting text={paper.text} field={field} known={props.known}>
      {(suggest) => (
        <>
          <div className="paper-head">
            <label className="paper-name">
              <span className="visually-hidden">{words.nameOf(paper.name)}</span>
              <input
                type="text"
                value={paper.name}
                maxLength={80}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => {
                  onChange({ name: event.target.value }, `name-${paper.id}`);
                }}
              />
            </label>
            {hasLevels(paper.layer) && (
              <Level
                level={paper.level}
                count={situation.levels[paper.layer]}
                onChange={(level) => {
                  onChange({ level });
                }}
              />
            )}
          </div>
          <Editor
            key={paper.id}
            name={paper.name}
            kind={kindOf(paper.layer, situation.action)}
            text={paper.text}
            issues={props.issues}
            marks={props.marks}
            readOnly={false}
            field={field}
            shown={props.shown}
            onChange={(text) => {
              onChange({ text }, `text-${paper.id}`);
            }}
            onTouch={props.onTouch}
          />
          <div className="paper-foot">
            <span>
              <button type="button" className="link" onClick={suggest}>
                {words.suggest}
              </button>{' '}
              <small>{words.suggestKey}</small>
            </span>
            <button
              type="button"
              className="link"
              onClick={() => {
                onChange({ text: laidOut(paper.text) });
              }}
            >
              {words.layOut}
            </button>
            {!props.isCompared && (
              <button type="button" className="link" onClick={props.onCompare}>
                {words.compareFrom}
              </button>
            )}
            <button
              type="button"
              className="link"
              aria-label={words.remove(paper.name)}
              onClick={props.onRemove}
            >
              {words.removeShort}
            </button>
          </div>
        </>
      )}
    </Suggesting>
  );
}

function Level(props: { level: number; count: number; onChange: (level: number) => void }): ReactNode {
  const id = useId();
  return (
    <span className="paper-level">
      <label htmlFor={id}>{words.level}</label>
      <select
        id={id}
        value={props.level}
        onChange={(event) => {
          props.onChange(Number(event.target.value));
        }}
      >
        {Array.from({ length: Math.min(props.count + 1, 20) }, (_, level) => (
          <option key={level} value={level}>
            {level === props.count ? words.newLevel : words.levelName(level)}
          </option>
        ))}
      </select>
    </span>
  );
}
