// The access keys of one user, and a job that signs with one of them after every step.
import type { ReactNode } from 'react';
import { keyRotation as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { makeSteps, parseSteps, walk, type Key, type Step, type Walk, type Walked } from './rotation.ts';

interface Props {
  readonly place: ToolPlace;
}

export default guarded(KeyRotation);

function KeyRotation({ place }: Props): ReactNode {
  const state = useTool(place, { steps: '' });
  const steps = parseSteps(state.values.steps);
  const walked = walk(steps);
  const go = (next: (steps: readonly Step[]) => readonly Step[]): void => {
    state.set((now) => ({ steps: makeSteps(next(parseSteps(now.steps))) }));
  };
  return (
    <Frame place={place} state={state}>
      <p>
        <Inline text={words.about} />
      </p>
      <div className="scrolls key-lines">
        <table aria-label={words.keysLabel}>
          <thead>
            <tr>
              {[words.key, words.status, words.lastUsed, words.job].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {walked.keys.map((key) => (
              <tr key={key.id} className={key.status === 'Deleted' ? 'key-gone' : undefined}>
                <th scope="row">
                  {key.number} <code>{key.id}</code>
                </th>
                <td>{words.statuses[key.status]}</td>
                <td>{key.used ? words.used : words.neverUsed}</td>
                <td>{key.ofJob && words.hasIt}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="tool-acts" role="group" aria-label={words.actsLabel}>
        {[{ act: 'create', key: 0 } as const, ...walked.keys.flatMap(actsOn)].map((step) => (
          <button
            key={`${step.act} ${step.key}`}
            type="button"
            className="button"
            onClick={() => {
              go((before) => [...before, step]);
            }}
          >
            {step.act === 'create' ? words.acts.create : words.acts[step.act](step.key)}
          </button>
        ))}
        <button
          type="button"
          className="button"
          disabled={steps.length === 0}
          onClick={() => {
            go((before) => before.slice(0, -1));
          }}
        >
          {words.undo}
        </button>
      </div>
      {walked.steps.length > 0 && (
        <ol className="key-steps" aria-label={words.stepsLabel}>
          {walked.steps.map((step, i) => (
            <li key={i}>
              <Inline text={sentenceOf(step)} />
            </li>
          ))}
        </ol>
      )}
      <div role="status">
        <ul className="findings">
          <li className={walked.stopped ? 'fault' : 'good'}>{nowText(walked)}</li>
        </ul>
      </div>
    </Frame>
  );
}

function actsOn({ number: key, status, ofJob }: Key): readonly Step[] {
  if (status === 'Deleted') return [];
  return [
    ...(ofJob ? [] : [{ act: 'give', key } as const]),
    { act: status === 'Active' ? 'off' : 'on', key },
    { act: 'delete', key },
  ];
}

function sentenceOf({ act, key, fault, stopped }: Walked): string {
  return [
    act === 'create' ? words.done.create : words.done[act](key),
    ...(fault ? [words.refused(fault.code, fault.message)] : []),
    stopped ? words.stopped(stopped.code) : words.ran,
  ].join(' ');
}

function nowText({ isRotated, stopped, steps, keys }: Walk): string {
  if (isRotated) return words.now.rotated;
  if (stopped) return words.now.stands;
  const missed = steps.some((step) => step.stopped);
  return missed && keys.some(({ ofJob, number }) => ofJob && number > 1) ? words.now.late : words.now.runs;
}
