// The policy lab: a sentence asks, documents speak, a path answers. It binds; everything shown is computed elsewhere.
import { useRef, useState, type ReactNode } from 'react';
import type { Pointer } from '#evaluator';
import { documentsOf, type Part } from '#cloud';
import type { Lab } from '#course';
import { lab as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { useAwake } from '#widgets/site/use-awake.ts';
import { Answer, Guess } from './Answer.tsx';
import { Ask } from './Ask.tsx';
import { changesOf } from './changes.ts';
import { Documents } from './Documents.tsx';
import { gatesOf, marksOf } from './gates.ts';
import { documentAt, nameOf, shownDocuments, type Picks } from './judge.ts';
import { makeFragment } from './link.ts';
import { type TaskState, useLab } from './use-lab.ts';

interface Props {
  readonly lab: Lab;
  /** Without documents and tasks: the question and its answer alone. */
  readonly small?: boolean;
  /** Is what is done here kept? */
  readonly keeps?: boolean;
}

export default function PolicyLab({ lab, small = false, keeps = true }: Props): ReactNode {
  const state = useLab(lab, keeps && !small);
  const { memory, cloud, judged, tasks, change } = state;
  const [open, setOpen] = useState(lab.spec.edits[0] ?? '');
  const [copied, setCopied] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const whole = useRef<HTMLElement>(null);
  useAwake(whole, state.ready);
  const documents = shownDocuments(cloud, lab.spec.edits, judged.part);
  const before = new Map(documentsOf(lab.cloud).map(({ id, text }) => [id, text]));
  const changed = new Set(
    documentsOf(cloud)
      .filter(({ id, text }) => before.get(id) !== text)
      .map(({ id }) => id),
  );
  const guessed = memory.guess !== undefined || !lab.spec.guess || small;
  const marks = guessed && judged.part && judged.verdict ? marksOf(judged.part, judged.verdict, open) : [];

  const untouched = !small && changed.size === 0 && samePicks(memory.picks, lab.spec.start);

  const go = (part: Part, at: Pointer): void => {
    const id = documentAt(part, at.layer, at.policy);
    if (id === undefined) return;
    setOpen(id);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at.range.start, at.range.end);
    });
  };
  /** Shows the document that decides: the one behind the shut gate, else behind the last open one. */
  const openDeciding = (): void => {
    if (!judged.part || !judged.verdict) return;
    const path = gatesOf(judged.part, judged.verdict);
    const gate = path.find(({ state: stands }) => stands === 'shut') ?? path.at(-1);
    const at = gate?.details.find((detail) => detail.at)?.at;
    const id = at && documentAt(judged.part, at.layer, at.policy);
    if (id !== undefined) setOpen(id);
  };
  const copy = (): void => {
    const fragment = makeFragment({ ...lab, cloud, spec: { ...lab.spec, start: memory.picks } });
    const address = new URL(`/tools/policy-lab/${fragment}`, location.href).href;
    const said = navigator.clipboard as Clipboard | undefined;
    if (!said) {
      location.hash = fragment;
      setCopied(words.linkFailed);
      return;
    }
    said.writeText(address).then(
      () => {
        setCopied(words.linkCopied(fragment.length));
      },
      () => {
        setCopied(words.linkFailed);
      },
    );
  };

  return (
    <section
      ref={whole}
      className={small ? 'lab small' : 'lab wide'}
      aria-label={words.label(lab.title)}
      data-keeps={small ? undefined : lab.id}
    >
      <Ask
        spec={lab.spec}
        picks={memory.picks}
        onChange={(picks) => {
          change({ picks });
        }}
      />
      <div className="split">
        {!small && (
          <Documents
            documents={documents}
            editable={lab.spec.edits}
            changed={changed}
            open={open}
            marks={marks}
            field={field}
            onOpen={setOpen}
            onChange={(id, text) => {
              change({ edits: { ...memory.edits, [id]: text } });
            }}
          />
        )}
        {guessed ? (
          <Answer
            judged={judged}
            guess={untouched ? memory.guess : undefined}
            late={state.late}
            go={small ? undefined : go}
          />
        ) : (
          <div className="answer">
            <Guess
              onGuess={(guess) => {
                change({ guess });
                openDeciding();
              }}
            />
          </div>
        )}
      </div>
      {!small && guessed && tasks.map((task) => <Task key={task.id} task={task} />)}
      {!small && (
        <div className="foot">
          <details className="changes">
            <summary>{words.changes}</summary>
            {changed.size === 0 && <p>{words.noChanges}</p>}
            {[...changed].map((id) => (
              <figure key={id}>
                <figcaption>{nameOf(id)}</figcaption>
                <pre>
                  {changesOf(
                    before.get(id) ?? '',
                    documents.find((document) => document.id === id)?.text ?? memory.edits[id] ?? '',
                  ).map((line, i) => (
                    <span key={i} className={line.sign === '+' ? 'added' : 'taken'}>
                      {line.sign} {line.text}
                      {'\n'}
                    </span>
                  ))}
                </pre>
              </figure>
            ))}
          </details>
          <span className="foot-actions">
            {state.undo && (
              <button type="button" className="button" onClick={state.undo}>
                {words.undo}
              </button>
            )}
            <button type="button" className="button" onClick={copy}>
              {words.link}
            </button>
            <button type="button" className="button" onClick={state.reset}>
              {words.reset}
            </button>
          </span>
          <span className="copied" role="status">
            {copied}
          </span>
        </div>
      )}
    </section>
  );
}

function samePicks(a: Picks, b: Picks): boolean {
  const keys = new Set([...Object.keys(a.context), ...Object.keys(b.context)]);
  return (
    a.as === b.as &&
    a.action === b.action &&
    a.on === b.on &&
    [...keys].every((key) => a.context[key] === b.context[key])
  );
}

function Task({ task }: { task: TaskState }): ReactNode {
  return (
    <div className="task">
      <p>
        <strong>{words.tasks}.</strong> <Inline text={task.text} />
      </p>
      <ul className="goals">
        {task.goals.map((goal) => (
          <li key={goal.id} className={goal.met ? 'met' : undefined}>
            <span aria-hidden="true">{goal.met ? '✓' : '○'}</span>
            <span className="visually-hidden">{goal.met ? words.goalMet : words.goalOpen}: </span>
            {goal.text}
          </li>
        ))}
      </ul>
      <p className="task-state" role="status">
        {task.solved ? words.solved : task.nearMiss === undefined ? '' : <Inline text={task.nearMiss} />}
      </p>
    </div>
  );
}
