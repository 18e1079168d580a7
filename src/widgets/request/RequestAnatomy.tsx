// A request whose four parts can be touched and changed, with what is decided about it and for whom it comes out otherwise.
import type { ReactNode } from 'react';
import type { Lab } from '#course';
import { lab as labWords, request as words } from '#strings';
import { actionsOf, circumstancesOf, objectsOf, type Choice as Offered } from '#widgets/lab/choices.ts';
import { Paths, TONES, VerdictLine } from '#widgets/lab/Path.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Choice } from '#widgets/tools/Choice.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { Situations } from '#widgets/tools/Situations.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import {
  byEach,
  firstWords,
  judged,
  PARTS,
  requestOf,
  withActionIn,
  type Told,
  type Words,
} from './anatomy.ts';

interface Props {
  readonly place: ToolPlace;
  readonly labs: readonly [Lab, ...Lab[]];
}

export default guarded(RequestAnatomy);

function RequestAnatomy({ place, labs }: Props): ReactNode {
  const [first] = labs;
  const state = useTool(place, wordsFor(labs, first));
  const { values, set } = state;
  const lab = labs.find(({ id }) => id === values['situation']) ?? first;
  const { cloud, spec } = lab;
  const begin = (id: string): void => {
    set(wordsFor(labs, labs.find((one) => one.id === id) ?? first));
  };
  const shown = PARTS.find((part) => part === values['part']) ?? 'principal';
  const found = judged(cloud, spec, values);
  const request = requestOf(found);
  const { as = '', action = '', on = '' } = values;
  return (
    <Frame
      place={place}
      state={{
        ...state,
        reset: () => {
          begin(lab.id);
        },
      }}
    >
      <Situations shown={lab.id} all={labs} onChoose={begin} />
      <div className="request-words">
        <div>
          <Choice
            label={words.parts.principal}
            value={as}
            options={spec.who.map(({ name, label }) => [name, label])}
            onChoose={(value) => {
              set({ as: value, part: 'principal' });
            }}
          />
        </div>
        <div>
          <Choice
            label={words.parts.action}
            value={action}
            options={optionsOf(actionsOf(spec))}
            onChoose={(value) => {
              set({ ...withActionIn(spec, values, value), part: 'action' });
            }}
          />
        </div>
        <div>
          <Choice
            label={words.parts.resource}
            value={on}
            options={optionsOf(objectsOf(spec, action))}
            onChoose={(value) => {
              set({ on: value, part: 'resource' });
            }}
          />
        </div>
        {circumstancesOf(spec, action).map(({ key, label, values: offered }) => (
          <div key={key}>
            <Choice
              label={label}
              value={values[key] ?? ''}
              options={offered.map(({ label: name, value = '' }) => [value, name])}
              onChoose={(value) => {
                set({ [key]: value, part: 'context' });
              }}
            />
          </div>
        ))}
      </div>
      {request && (
        <>
          <div className="request-parts" role="group" aria-label={words.partsLabel}>
            {PARTS.map((part) => (
              <button
                key={part}
                type="button"
                className="request-part"
                aria-pressed={part === shown}
                onClick={() => {
                  set({ part });
                }}
              >
                <span className="request-part-name">{words.parts[part]}</span>
                {part === 'context' ? (
                  <span>{words.keys(request.context.length)}</span>
                ) : (
                  <code>{request[part] === '' ? <i>{words.nobody}</i> : request[part]}</code>
                )}
              </button>
            ))}
          </div>
          <p className="request-about">
            <Inline text={words.about[shown]} />
          </p>
          {shown === 'context' && <ContextTable told={request.context} />}
        </>
      )}
      <div className={`answer ${found.verdict ? TONES[found.verdict.decision] : 'unsaid'}`}>
        <div role="status" className="said">
          {found.verdict ? (
            <VerdictLine decision={found.verdict.decision} />
          ) : (
            <p>{labWords.failed(found.failure ?? '')}</p>
          )}
        </div>
        {found.verdict && <Paths parts={found.parts} />}
      </div>
      <ul className="request-each" aria-label={words.eachLabel}>
        {byEach(cloud, spec, values).map(({ name, label, decision }) => (
          <li
            key={name}
            className={decision && TONES[decision]}
            aria-current={name === as ? 'true' : undefined}
          >
            {label}: {decision ? `${labWords.signs[decision]} ${labWords.terms[decision]}` : words.undecided}
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** The first words of a situation. Those of the others are empty and have their names: only what has one is kept. */
function wordsFor(labs: readonly Lab[], { id, spec }: Lab): Words {
  const names = labs.flatMap((lab) => Object.keys(firstWords(lab.spec)));
  return { ...Object.fromEntries(names.map((name) => [name, ''])), ...firstWords(spec), situation: id };
}

const optionsOf = (offered: readonly Offered[]) => offered.map(({ value, label }) => [value, label] as const);

function ContextTable({ told }: { readonly told: readonly Told[] }): ReactNode {
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label={words.contextLabel}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.keyColumn}</th>
            <th scope="col">{words.valueColumn}</th>
            <th scope="col">{words.tellerColumn}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ key, value, teller }) => (
            <tr key={key}>
              <td>
                <code>{key}</code>
              </td>
              <td>
                <code>{value}</code>
              </td>
              <td>{words.tellers[teller]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
