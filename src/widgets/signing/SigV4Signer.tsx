// A request in two hands: signed by one, checked by the other, and changed between them.
import { useId, type ReactNode } from 'react';
import { sigv4 as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import {
  differing,
  letterFault,
  METHODS,
  REGIONS,
  send,
  SERVICES,
  WAYS,
  type Letter,
  type Sent,
} from './on-the-way.ts';

interface Props {
  readonly place: ToolPlace;
}

const FIRST: Letter & { readonly way: string } = {
  ...{ method: 'GET', path: '/winter.csv', query: 'versionId=7&partNumber=1', body: '' },
  ...{ region: 'eu-west-1', service: 's3', way: 'nothing' },
};
const STEPS = ['canonicalRequest', 'stringToSign', 'signingKey', 'signature'] as const;
const TEXTS = ['path', 'query', 'body'] as const;
const CHOICES = [
  ['method', METHODS],
  ['service', SERVICES],
  ['region', REGIONS],
] as const;

export default guarded(SigV4Signer);

function SigV4Signer({ place }: Props): ReactNode {
  const state = useTool(place, { ...FIRST });
  const id = useId();
  const { values, set } = state;
  const letter = {
    ...values,
    ...Object.fromEntries(
      CHOICES.map(([name, options]) => [name, options.find((one) => one === values[name]) ?? options[0]]),
    ),
  };
  const way = WAYS.find((one) => one === values.way) ?? 'nothing';
  const fault = letterFault(letter);
  const sent = fault ? undefined : send(letter, way);
  return (
    <Frame place={place} state={state}>
      <p>
        <Inline text={words.about} />
      </p>
      <div className="sigv4-fields">
        {CHOICES.map(([name, options]) => (
          <label key={name}>
            {words.fields[name]}
            <select
              value={letter[name]}
              onChange={(event) => {
                set({ [name]: event.target.value });
              }}
            >
              {options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          </label>
        ))}
        {TEXTS.map((name) => (
          <label key={name}>
            {words.fields[name]}
            <input
              type="text"
              spellCheck={false}
              autoComplete="off"
              value={values[name]}
              aria-describedby={`${id}-fault`}
              onChange={(event) => {
                set({ [name]: event.target.value });
              }}
            />
          </label>
        ))}
        <label className="sigv4-way">
          {words.fields.way}
          <select
            value={way}
            onChange={(event) => {
              set({ way: event.target.value });
            }}
          >
            {WAYS.map((one) => (
              <option key={one} value={one}>
                {words.ways[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div role="status" id={`${id}-fault`}>
        <ul className="findings">
          {fault && (
            <li className="fault">
              <Inline text={words.faults[fault]} />
            </li>
          )}
          {sent && (
            <li className={sent.found === 'same' ? 'good' : 'fault'}>
              <Inline text={words.found[sent.found]} />
            </li>
          )}
        </ul>
      </div>
      {sent && STEPS.map((step) => <Compared key={step} step={step} sent={sent} />)}
    </Frame>
  );
}

function Compared({ step, sent }: { readonly step: (typeof STEPS)[number]; readonly sent: Sent }): ReactNode {
  const [left, right] = [sent.signed[step], sent.checked[step]];
  const marked = differing(left, right);
  return (
    <section className="sigv4-step" aria-label={words.steps[step]}>
      <h3>{words.steps[step]}</h3>
      <div className="sigv4-pair">
        <figure>
          <figcaption>{words.signer}</figcaption>
          <pre>{left}</pre>
        </figure>
        <figure>
          <figcaption>
            {words.checker}
            {marked.size > 0 && <strong>, {words.changed}</strong>}
          </figcaption>
          <pre>
            {right.split('\n').map((line, i) => (
              <span key={i}>
                {marked.has(i) ? <mark>{line}</mark> : line}
                {'\n'}
              </span>
            ))}
          </pre>
        </figure>
      </div>
    </section>
  );
}
