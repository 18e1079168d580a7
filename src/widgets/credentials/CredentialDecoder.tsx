// Pasted keys and ids, each by its kind, and what all of them together are good for. What is pasted is kept nowhere.
import { useId, useState, type ReactNode } from 'react';
import { credentials as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Choice } from '#widgets/tools/Choice.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import {
  decode,
  EXAMPLES,
  exampleNamed,
  isSecret,
  LONGEST,
  setOf,
  shortened,
  type Fault,
  type Found,
} from './decoder.ts';

interface Props {
  readonly place: ToolPlace;
  readonly example?: string | undefined;
}

export default guarded(CredentialDecoder);

function CredentialDecoder({ place, example = 'file' }: Props): ReactNode {
  const state = useTool(place, { example });
  const [typed, setTyped] = useState<string>();
  const field = useId();
  const chosen = exampleNamed(state.values.example);
  const text = typed ?? EXAMPLES[chosen];
  const found = decode(text);
  const set = setOf(found);
  const reset = (): void => {
    setTyped(undefined);
    state.reset();
  };
  return (
    <Frame place={place} state={{ ...state, reset }}>
      <div className="credentials-choice">
        <Choice
          label={words.example}
          value={chosen}
          options={Object.keys(EXAMPLES).map((name) => [name, words.examples[exampleNamed(name)]])}
          onChoose={(example) => {
            setTyped(undefined);
            state.set({ example });
          }}
        />
      </div>
      <label htmlFor={field}>{words.label}</label>
      <textarea
        id={field}
        className="code-field"
        rows={6}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <p className="credentials-note">{words.note}</p>
      {found.length > 0 && (
        <div className="scrolls" tabIndex={0} role="region" aria-label={words.foundLabel}>
          <table className="credentials-found">
            <thead>
              <tr>
                <th scope="col">{words.textColumn}</th>
                <th scope="col">{words.kindColumn}</th>
                <th scope="col">{words.secretColumn}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((one, i) => (
                <Row key={i} found={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div role="status">
        <ul className="findings">
          {text.length > LONGEST && <li className="fault">{words.tooLong}</li>}
          <li className={words.opens[set] ? 'good' : undefined}>
            <Inline text={words.sets[set]} />
          </li>
        </ul>
      </div>
    </Frame>
  );
}

function Row({ found: { text, kind, fault } }: { readonly found: Found }): ReactNode {
  return (
    <tr className={fault && 'wrong'}>
      <td>
        <code>{shortened(text)}</code>
      </td>
      <td>
        {kind && <Inline text={words.kinds[kind]} />}
        {fault && (
          <strong className="credentials-fault">
            <Inline text={faultText(fault)} />
          </strong>
        )}
      </td>
      <td>{kind && (isSecret(kind) ? words.secret : words.open)}</td>
    </tr>
  );
}

function faultText(fault: Fault): string {
  if (fault.code === 'length') return words.faults.length(fault.found, fault.wanted);
  if (fault.code === 'case') return words.faults.case;
  return words.faults[fault.code](fault.text);
}
