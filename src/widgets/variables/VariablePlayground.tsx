// A policy with variables, somebody who asks, and what the variables come to for them. The lab's judge decides.
import { useId, useMemo, useRef, type ReactNode } from 'react';
import type { Lab } from '#course';
import { documentsOf } from '#cloud';
import { lab as labWords, variables as words } from '#strings';
import { Editor } from '#widgets/lab/Editor.tsx';
import { edited, judge } from '#widgets/lab/judge.ts';
import { nameOf } from '#widgets/lab/names.ts';
import { VerdictLine } from '#widgets/lab/Path.tsx';
import { Tree } from '#widgets/lab/Steps.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Choice } from '#widgets/tools/Choice.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { contextIn, expansionsOf, type Expansion } from './expansion.ts';

interface Props {
  readonly place: ToolPlace;
  readonly lab: Lab;
}

/** Longer than any ARN. */
const LONGEST = 2048;

export default guarded(VariablePlayground);

function VariablePlayground({ place, lab: { cloud, spec } }: Props): ReactNode {
  const [id = ''] = spec.edits;
  const document = documentsOf(cloud).find((one) => one.id === id);
  const { as, action, on } = spec.start;
  const state = useTool(place, { text: document?.text ?? '', as, action, on, context: '' });
  const { values, set } = state;
  const field = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const judged = useMemo(
    () =>
      judge(edited(cloud, { [id]: values.text }), values.as, {
        action: values.action,
        on: values.on,
        context: contextIn(values.context),
      }),
    [cloud, id, values],
  );
  const [part] = judged.parts;
  const actions = spec.does.map((doing) => (typeof doing === 'string' ? doing : doing.action));
  return (
    <Frame place={place} state={state}>
      <div className="variable-ask">
        <Choice
          label={labWords.who}
          value={values.as}
          options={spec.who.map(({ name, label }) => [name, label])}
          onChoose={(chosen) => {
            set({ as: chosen });
          }}
        />
        <Choice
          label={labWords.action}
          value={values.action}
          options={actions.map((one) => [one, one])}
          onChoose={(chosen) => {
            set({ action: chosen });
          }}
        />
        <label htmlFor={`${field}-on`}>{labWords.resource}</label>
        <input
          id={`${field}-on`}
          className="code-field"
          value={values.on}
          maxLength={LONGEST}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => {
            set({ on: target.value });
          }}
        />
        <label htmlFor={`${field}-context`}>{words.context}</label>
        <textarea
          id={`${field}-context`}
          className="code-field"
          rows={2}
          value={values.context}
          maxLength={LONGEST}
          spellCheck={false}
          placeholder={words.contextExample}
          onChange={({ target }) => {
            set({ context: target.value });
          }}
        />
      </div>
      <div className="variable-text">
        <Editor
          name={nameOf(id)}
          kind={document?.kind ?? 'identity'}
          text={values.text}
          marks={[]}
          readOnly={false}
          field={area}
          shown={undefined}
          onChange={(text) => {
            set({ text });
          }}
          onTouch={() => undefined}
        />
      </div>
      <div className="variable-answer" role="status">
        {judged.verdict && <VerdictLine decision={judged.verdict.decision} />}
        {judged.failure !== undefined && <p>{labWords.failed(judged.failure)}</p>}
        {part && <Expansions found={expansionsOf(part, id, values.text)} />}
      </div>
      {part && (
        <>
          <details>
            <summary>{words.carries}</summary>
            <dl className="facts-list">
              {Object.entries(part.request.context).map(([key, value]) => (
                <div key={key} className="variable-key">
                  <dt>
                    <code>{key}</code>
                  </dt>
                  <dd>
                    <code>{typeof value === 'string' ? value : value.join(', ')}</code>
                  </dd>
                </div>
              ))}
            </dl>
          </details>
          <details>
            <summary>{labWords.path}</summary>
            <Tree judged={judged} />
          </details>
        </>
      )}
    </Frame>
  );
}

function Expansions({ found }: { readonly found: readonly Expansion[] }): ReactNode {
  if (found.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <ul className="findings">
      {found.map(({ written, became, filled }, i) => (
        <li key={i} className={became === undefined ? 'fault' : 'good'}>
          <code>{written}</code>
          <br />
          {became === undefined ? words.fitsNothing : <Inline text={words.becomes(became)} />}
          <ul>
            {filled.map(({ variable, value, rule, literal }, j) => (
              <li key={j}>
                <Inline text={words.filled(variable, value)} /> · <code>{rule}</code>
                {literal && <> {words.literal}</>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
