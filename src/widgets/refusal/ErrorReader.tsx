// A refusal taken apart: paste one, or take one of the simulated account's.
import { useId, type ReactNode } from 'react';
import { refusal as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { ownerOf, readRefusal, type Refusal } from './read-refusal.ts';

export interface Example {
  readonly title: string;
  readonly text: string;
}

interface Props {
  readonly place: ToolPlace;
  readonly examples: readonly Example[];
}

export default function ErrorReader({ place, examples }: Props): ReactNode {
  const state = useTool(place, { text: examples[0]?.text ?? '' });
  const { values, set } = state;
  const field = useId();
  const choice = useId();
  const read = readRefusal(values.text);
  return (
    <Frame place={place} state={state}>
      <label htmlFor={field}>{words.label}</label>
      <textarea
        id={field}
        className="code-field refusal-field"
        rows={3}
        spellCheck={false}
        autoComplete="off"
        value={values.text}
        aria-invalid={'fault' in read}
        onChange={(event) => {
          set({ text: event.target.value });
        }}
      />
      <p className="refusal-examples">
        <label htmlFor={choice}>{words.examples}</label>{' '}
        <select
          id={choice}
          value={String(examples.findIndex(({ text }) => text === values.text))}
          onChange={(event) => {
            set({ text: examples[Number(event.target.value)]?.text ?? values.text });
          }}
        >
          <option value="-1">{words.choose}</option>
          {examples.map(({ title }, i) => (
            <option key={title} value={String(i)}>
              {title}
            </option>
          ))}
        </select>
      </p>
      <div role="status">
        {'refusal' in read ? (
          <Told refusal={read.refusal} />
        ) : (
          <p className="refusal-note">
            <Inline text={'before' in read ? words.before[read.before] : words.faults[read.fault]} />
          </p>
        )}
      </div>
    </Frame>
  );
}

function Told({ refusal }: { readonly refusal: Refusal }): ReactNode {
  const { caller, action, resource, reason, operation, encoded } = refusal;
  const account = (id: string | undefined): string => (id === undefined ? '' : `, ${words.inAccount(id)}`);
  const todo = reason ? words[reason.effect][reason.kind] : words.untoldTodo;
  return (
    <>
      <dl className="facts-list">
        <dt>{words.who}</dt>
        <dd>
          {words.callers[caller.kind](caller.name)}
          {account(caller.account)}
        </dd>
        <dt>{words.what}</dt>
        <dd>
          <code>{action}</code>
        </dd>
        <dt>{words.onWhat}</dt>
        <dd>
          {resource ? (
            <>
              <code>{resource.arn}</code>
              {account(resource.account)}
            </>
          ) : (
            words.nowhere
          )}
        </dd>
        <dt>{words.kindOfNo}</dt>
        <dd>{reason ? words.effects[reason.effect] : words.untold}</dd>
        {reason && (
          <>
            <dt>{words.policy}</dt>
            <dd>
              {words.kinds[reason.kind]}{' '}
              {reason.policy !== undefined && <Inline text={words.named(reason.policy)} />}
            </dd>
            <dt>{words.whose}</dt>
            <dd>{words.owners[ownerOf(reason.kind)]}</dd>
          </>
        )}
      </dl>
      <p className={`refusal-todo ${reason?.effect ?? 'untold'}`}>
        <strong>{words.todo}</strong> <Inline text={todo} />
      </p>
      {action === 'iam:PassRole' && (
        <p className="refusal-note">
          <Inline text={words.passRole(operation ?? '')} />
        </p>
      )}
      {encoded !== undefined && (
        <p className="refusal-note">
          <Inline text={words.encoded} />
        </p>
      )}
    </>
  );
}
