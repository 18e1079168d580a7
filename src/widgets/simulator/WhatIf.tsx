// Two versions of one policy, side by side over many requests. A cell opens the two derivations.
import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react';
import { lab, sandbox, sandboxDrawers as words } from '#strings';
import { TONES } from '#widgets/lab/Path.tsx';
import { Outcome } from './Outcome.tsx';
import { NO_NAMES, type Names } from './candidates.ts';
import { axesOf, compare, decisionOf, NOBODY, type Axes, type Cell } from './what-if.ts';
import type { Judgement } from './judge.ts';
import type { Paper, Situation } from './situation.ts';

interface Props {
  readonly situation: Situation;
  readonly paper: Paper;
  /** The version that was kept. */
  readonly before: string;
  readonly names: Names | undefined;
  readonly onPutBack: () => void;
  readonly onForget: () => void;
}

interface Opened {
  readonly caller: string;
  readonly action: string;
  readonly resource: string;
}

export default function WhatIf({
  situation,
  paper,
  before,
  names = NO_NAMES,
  onPutBack,
  onForget,
}: Props): ReactNode {
  const [given, setGiven] = useState<Axes>();
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const table = useRef<HTMLDivElement>(null);
  const calm = useDeferredValue(situation);
  const derived = useMemo(() => axesOf(calm, names), [calm, names]);
  const axes = given ?? derived;
  const compared = useMemo(() => compare(calm, paper.id, before, axes), [calm, paper.id, before, axes]);
  const rows = all
    ? compared.rows
    : compared.rows.filter(({ cells }) => cells.some(({ changes }) => changes));
  const cell = opened && cellOf(compared, opened);
  return (
    <>
      <p>{words.comparing(paper.name)}</p>
      <p className="changed" role="status">
        {paper.text === before ? words.same : words.changed(compared.changed, compared.asked)}{' '}
        {compared.left > 0 && words.left(compared.left)}
      </p>
      <label className="flag">
        <input
          type="checkbox"
          checked={!all}
          onChange={(event) => {
            setAll(!event.target.checked);
          }}
        />
        <span>{words.onlyChanges}</span>
      </label>
      {rows.length > 0 && (
        <div className="matrix" ref={table} role="region" tabIndex={0} aria-label={sandbox.whatIf}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.request}</th>
                {compared.callers.map((caller) => (
                  <th scope="col" key={caller}>
                    {shortOf(caller)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ action, resource, cells }) => (
                <tr key={`${action} ${resource}`}>
                  <th scope="row">
                    {action} <small>{resource}</small>
                  </th>
                  {cells.map((one, i) => {
                    const caller = compared.callers[i] ?? '';
                    return (
                      <td key={caller} className={one.changes ? 'changes' : undefined}>
                        <CellButton
                          cell={one}
                          pressed={opened !== undefined && cell === one}
                          onOpen={() => {
                            setOpened({ caller, action, resource });
                          }}
                        />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened && cell && (
        <section
          className="why"
          aria-label={words.whyOf(shortOf(opened.caller), opened.action, opened.resource)}
        >
          <div>
            <h2>{words.before}</h2>
            <Outcome judgement={cell.before} late={false} />
          </div>
          <div>
            <h2>{words.after}</h2>
            <Outcome judgement={cell.after} late={false} />
          </div>
          <button
            type="button"
            className="button"
            onClick={() => {
              table.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
              setOpened(undefined);
            }}
          >
            {words.close}
          </button>
        </section>
      )}
      <AxesFields axes={axes} isDerived={given === undefined} onChange={setGiven} />
      <p className="foot-actions">
        <button type="button" className="button" onClick={onPutBack}>
          {words.putBack}
        </button>
        <button type="button" className="button" onClick={onForget}>
          {words.stopComparing}
        </button>
      </p>
    </>
  );
}

function cellOf(
  { rows, callers }: ReturnType<typeof compare>,
  { caller, action, resource }: Opened,
): Cell | undefined {
  const row = rows.find((one) => one.action === action && one.resource === resource);
  return row?.cells[callers.indexOf(caller)];
}

/** The end of an ARN, which is what tells one caller from another. */
function shortOf(arn: string): string {
  return arn === NOBODY ? sandbox.callerTypes.anonymous : arn.split(':').slice(5).join(':') || arn;
}

const wordsOf = (judgement: Judgement): string => {
  const decision = decisionOf(judgement);
  return decision ? lab.verdicts[decision] : words.cellFailed;
};

function CellButton(props: { cell: Cell; pressed: boolean; onOpen: () => void }): ReactNode {
  const { before, after, changes } = props.cell;
  const text = changes ? words.cellChanged(wordsOf(before), wordsOf(after)) : words.cellSame(wordsOf(after));
  return (
    <button type="button" aria-pressed={props.pressed} title={text} onClick={props.onOpen}>
      {changes && (
        <>
          <Sign of={before} />
          <span aria-hidden="true"> → </span>
        </>
      )}
      <Sign of={after} />
      <span className="visually-hidden">{text}</span>
    </button>
  );
}

function Sign({ of }: { readonly of: Judgement }): ReactNode {
  const decision = decisionOf(of);
  return (
    <span aria-hidden="true" className={decision ? `sign ${TONES[decision]}` : 'sign'}>
      {decision ? lab.signs[decision] : '?'}
    </span>
  );
}

const AXES = ['callers', 'actions', 'resources'] as const;

function AxesFields(props: {
  axes: Axes;
  isDerived: boolean;
  onChange: (axes: Axes | undefined) => void;
}): ReactNode {
  const { axes, isDerived, onChange } = props;
  return (
    <details className="axes">
      <summary>{words.axes}</summary>
      <p>{words.axesHint}</p>
      <div className="axes-fields">
        {AXES.map((axis) => (
          <label key={axis}>
            <span>{words[axis]}</span>
            <textarea
              rows={6}
              wrap="off"
              spellCheck={false}
              value={axes[axis].join('\n')}
              onChange={(event) => {
                onChange({ ...axes, [axis]: event.target.value.split('\n') });
              }}
            />
          </label>
        ))}
      </div>
      <button
        type="button"
        className="button"
        disabled={isDerived}
        onClick={() => {
          onChange(undefined);
        }}
      >
        {words.derive}
      </button>
    </details>
  );
}
