// A derivation in full: as a tree whose steps lead to their places, and as a table.
import type { ReactNode } from 'react';
import { lab as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import type { Judged } from './judge.ts';
import type { Go } from './Path.tsx';
import { rowsOf, toldOf, type Told } from './steps.ts';

export function Tree({ judged, go }: { readonly judged: Judged; readonly go?: Go | undefined }): ReactNode {
  return <Branches steps={toldOf(judged)} go={go} />;
}

function Branches({
  steps,
  go,
}: {
  readonly steps: readonly Told[];
  readonly go: Go | undefined;
}): ReactNode {
  return (
    <ul className="tree">
      {steps.map((step, i) => (
        <li key={i}>
          <span className={step.holds ? 'holds' : 'holds-not'}>
            <span aria-hidden="true">{step.holds ? '✓' : '–'}</span>
            <span className="visually-hidden">{step.holds ? words.holds : words.holdsNot}: </span>
          </span>{' '}
          <Says step={step} go={go} />
          {step.steps.length > 0 && <Branches steps={step.steps} go={go} />}
        </li>
      ))}
    </ul>
  );
}

function Says({ step, go }: { readonly step: Told; readonly go: Go | undefined }): ReactNode {
  const { at, part, says, sides, rule } = step;
  return (
    <>
      {at && part && go ? (
        <button
          type="button"
          className="link"
          onClick={() => {
            go(part, at);
          }}
        >
          {says}
        </button>
      ) : (
        says
      )}
      <small>
        {sides !== '' && (
          <>
            <Inline text={sides} />
            <br />
          </>
        )}
        <code>{rule}</code>
      </small>
    </>
  );
}

export function Table({ judged }: { readonly judged: Judged }): ReactNode {
  return (
    <table className="steps">
      <thead>
        <tr>
          <th scope="col">{words.ruleColumn}</th>
          <th scope="col">{words.holdsColumn}</th>
          <th scope="col">{words.whereColumn}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(toldOf(judged)).map(({ told, depth }, i) => (
          <tr key={i}>
            <th scope="row" className={`depth-${Math.min(depth, 4)}`}>
              <Says step={told} go={undefined} />
            </th>
            <td>
              <span className={told.holds ? 'holds' : 'holds-not'}>
                <span aria-hidden="true">{told.holds ? '✓' : '–'}</span>{' '}
                {told.holds ? words.holds : words.holdsNot}
              </span>
            </td>
            <td>{told.where}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
