// A refusal taken apart: paste one, or take one of the simulated account's.
import { useId, type ReactNode } from 'react';
import { refusal as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import type { Bare } from './bare.ts';
import { ownerOf, readRefusal, type Refusal } from './read-refusal.ts';

export interface Example {
  readonly title: string;
  readonly text: string;
}

interface Props {
  readonly place: ToolPlace;
  readonly examples: readonly Example[];
}

export default guarded(ErrorReader);

function ErrorReader({ place, examples }: Props): ReactNode {
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
        ) : 'bare' in read ? (
          <ToldBare bare={read.bare} />
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
  const { caller, action, resource, reason, operation, encoded, ofCiphertext, isOneOfThree } = refusal;
  const three = reason === undefined && isOneOfThree ? words.oneOfThree : undefined;
  const account = (id: string | undefined): string => (id === undefined ? '' : `, ${words.inAccount(id)}`);
  const todo = reason ? words[reason.effect][reason.kind] : (three?.todo ?? words.untoldTodo);
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
          ) : ofCiphertext ? (
            words.byCiphertext
          ) : (
            words.nowhere
          )}
        </dd>
        <dt>{words.kindOfNo}</dt>
        <dd>{reason ? words.effects[reason.effect] : (three?.effect ?? words.untold)}</dd>
        {three && <Whose policy={three.policy} whose={words.owners.resource} />}
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

/** A refusal that leaves its caller out: what it says, and what it does not. */
function ToldBare({ bare }: { readonly bare: Bare }): ReactNode {
  const { kind, action, operation, encoded } = bare;
  const { who, policy, whose, todo } = words.bare[kind];
  const called = operation === undefined ? words.unsaid : words.call(operation);
  return (
    <>
      <dl className="facts-list">
        <dt>{words.who}</dt>
        <dd>
          <Inline text={who} />
        </dd>
        <dt>{words.what}</dt>
        <dd>{action === undefined ? <Inline text={called} /> : <code>{action}</code>}</dd>
        <dt>{words.onWhat}</dt>
        <dd>{words.unsaid}</dd>
        <Whose policy={policy} whose={whose} />
      </dl>
      <p className="refusal-todo untold">
        <strong>{words.todo}</strong> <Inline text={todo} />
      </p>
      {(encoded !== undefined || kind === 'ec2') && (
        <p className="refusal-note">
          <Inline text={encoded === undefined ? words.encodedCut : words.encoded} />
        </p>
      )}
    </>
  );
}

function Whose({ policy, whose }: { readonly policy: string; readonly whose: string }): ReactNode {
  return (
    <>
      <dt>{words.policy}</dt>
      <dd>{policy}</dd>
      <dt>{words.whose}</dt>
      <dd>{whose}</dd>
    </>
  );
}
