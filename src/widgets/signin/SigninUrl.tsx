// Credentials become an address of the console, step by step, and the endpoint reads each address.
import { useId, useMemo, type ReactNode } from 'react';
import { signin as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Choice } from '#widgets/tools/Choice.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import {
  ENCODINGS,
  isFaithful,
  openConsole,
  ORIGINS,
  sessionOf,
  type Address,
  type Opened,
} from './console-address.ts';

interface Props {
  readonly place: ToolPlace;
}

const FIRST = {
  ...{ origin: 'assumed', session: sessionOf('assumed'), duration: '28800', encoding: 'once' },
  destination: 'https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1&bucketType=general',
  issuer: 'https://broker.tern.example/',
};
const TEXTS = ['duration', 'destination', 'issuer'] as const;

export default guarded(SigninUrl);

function SigninUrl({ place }: Props): ReactNode {
  const state = useTool<keyof typeof FIRST>(place, FIRST);
  const { values, set } = state;
  const id = useId();
  const origin = ORIGINS.find((name) => name === values.origin) ?? 'assumed';
  const encoding = ENCODINGS.find((name) => name === values.encoding) ?? 'once';
  const { session, duration, destination, issuer } = values;
  const opened = useMemo(
    () => openConsole({ origin, encoding, session, duration, destination, issuer }),
    [origin, encoding, session, duration, destination, issuer],
  );
  return (
    <Frame place={place} state={state}>
      <div className="oidc-choices">
        <div className="oidc-choice">
          <Choice
            label={words.origin}
            value={origin}
            options={ORIGINS.map((name) => [name, words.origins[name]])}
            onChoose={(name) => {
              const chosen = ORIGINS.find((one) => one === name) ?? 'assumed';
              set({ origin: chosen, session: sessionOf(chosen) });
            }}
          />
        </div>
        <div className="oidc-choice">
          <Choice
            label={words.encoding}
            value={encoding}
            options={ENCODINGS.map((name) => [name, words.encodings[name]])}
            onChoose={(name) => {
              set({ encoding: name });
            }}
          />
        </div>
      </div>
      <label className="oidc-name" htmlFor={id}>
        {words.session}
      </label>
      <textarea
        id={id}
        className="code-field signin-session"
        rows={6}
        value={session}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          set({ session: event.target.value });
        }}
      />
      <div className="signin-fields">
        {TEXTS.map((name) => (
          <label key={name}>
            {words.fields[name]}
            <input
              type="text"
              value={values[name]}
              spellCheck={false}
              autoComplete="off"
              aria-describedby={`${id}-said`}
              onChange={(event) => {
                set({ [name]: event.target.value });
              }}
            />
          </label>
        ))}
      </div>
      <div role="status" id={`${id}-said`} aria-label={words.answer}>
        <ul className="findings">
          {said(opened).map(([kind, text]) => (
            <li key={text} className={kind}>
              <Inline text={text} />
            </li>
          ))}
        </ul>
      </div>
      {'request' in opened && <Step name={words.steps.request} address={opened.request} />}
      {'login' in opened && (
        <>
          <section className="signin-step" aria-label={words.steps.token}>
            <h3>{words.steps.token}</h3>
            <pre>{JSON.stringify({ SigninToken: opened.token })}</pre>
          </section>
          <Step name={words.steps.login} address={opened.login} />
        </>
      )}
    </Frame>
  );
}

function said(opened: Opened): readonly (readonly ['good' | 'fault', string])[] {
  if ('faults' in opened)
    return opened.faults.map((fault) => [
      'fault',
      'name' in fault ? words.named[fault.code](fault.name) : words.faults[fault.code],
    ]);
  if ('refusal' in opened) return [['fault', words.refusals[opened.refusal]]];
  const { lasts, login } = opened;
  return [
    ['good', 'seconds' in lasts ? words.counted[lasts.code](lasts.seconds) : words.lasts[lasts.code]],
    ...(isFaithful(login) ? [] : [['fault', words.lost] as const]),
  ];
}

function Step({ name, address }: { readonly name: string; readonly address: Address }): ReactNode {
  return (
    <section className="signin-step" aria-label={name}>
      <h3>{name}</h3>
      <dl>
        {address.parameters.map(({ name: parameter, meant, written, read }) => (
          <div key={parameter}>
            <dt>
              <code>{parameter}</code>
            </dt>
            <dd>
              {words.meant} <code>{meant}</code>
            </dd>
            {written !== meant && (
              <dd>
                {words.written} <code>{written}</code>
              </dd>
            )}
            {read !== meant && (
              <dd>
                {words.read} {read === undefined ? words.nothing : <mark>{read}</mark>}
              </dd>
            )}
          </div>
        ))}
      </dl>
      <pre>{address.text}</pre>
    </section>
  );
}
