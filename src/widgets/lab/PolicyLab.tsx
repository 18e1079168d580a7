// The policy lab: a sentence asks, documents speak, a path answers. It binds; everything shown is computed elsewhere.
import { useRef, useState, type ReactNode } from 'react';
import type { Pointer } from '#evaluator';
import { documentIdAt, documentsOf, type DocumentId, type Part } from '#cloud';
import type { Lab } from '#course';
import { lab as words } from '#strings';
import { useAwake } from '#widgets/site/use-awake.ts';
import { Answer } from './Answer.tsx';
import { Ask } from './Ask.tsx';
import { Documents } from './Documents.tsx';
import type { Spot } from './Editor.tsx';
import { Foot } from './Foot.tsx';
import { decidingGate, gatesOf, reads } from './gates.ts';
import { levelsRead } from './groups.ts';
import { decidingPart, shownDocuments, type Judged, type Picks } from './judge.ts';
import { marksOf } from './marks.ts';
import { Task } from './Task.tsx';
import { useLab } from './use-lab.ts';

interface Props {
  readonly lab: Lab;
  /** Without documents and tasks: the question and its answer alone. */
  readonly small?: boolean;
  /** Is what is done here kept? */
  readonly keeps?: boolean;
}

/** A place in a document, by a gate that led there or by the caret. */
interface Place extends Spot {
  readonly document: DocumentId;
  readonly led: boolean;
}

export default function PolicyLab({ lab, small = false, keeps = true }: Props): ReactNode {
  const state = useLab(lab, keeps && !small);
  const { memory, cloud, judged, tasks, change } = state;
  const asking = memory.guess === undefined && lab.spec.guess && !small;
  const first = lab.spec.edits[0] ?? '';
  const [open, setOpen] = useState(lab.spec.guess ? first : (decidingDocument(judged) ?? first));
  const [place, setPlace] = useState<Place>();
  const field = useRef<HTMLTextAreaElement>(null);
  const whole = useRef<HTMLElement>(null);
  useAwake(whole, state.ready);
  const documents = shownDocuments(cloud, lab.spec.edits, judged.parts).map((document) => ({
    ...document,
    text: memory.edits[document.id] ?? document.text,
  }));
  const before = new Map(documentsOf(lab.cloud).map(({ id, text }) => [id, text]));
  const changed = documentsOf(cloud)
    .map(({ id, text }) => ({ id, before: before.get(id) ?? '', now: text }))
    .filter(({ before: was, now }) => was !== now);
  const untouched = !small && changed.length === 0 && samePicks(memory.picks, lab.spec.start);

  const go = (part: Part, at: Pointer): void => {
    const document = documentIdAt(part.names, at);
    const { range } = at;
    if (document === undefined) return;
    setOpen(document);
    setPlace({ document, ...range, led: true });
    requestAnimationFrame(() => {
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(range.start, range.start);
    });
  };
  const set = (next: Parameters<typeof change>[0]): void => {
    setPlace(undefined);
    change(next);
  };

  return (
    <section
      ref={whole}
      id={`lab-${lab.id}`}
      className={small ? 'lab small' : 'lab wide'}
      aria-label={words.label(lab.title)}
      data-keeps={small ? undefined : lab.id}
    >
      <Ask
        spec={lab.spec}
        picks={memory.picks}
        onChange={(picks) => {
          set({ picks });
        }}
      />
      <div className="split">
        {!small && (
          <Documents
            documents={documents}
            editable={lab.spec.edits}
            levelsOf={(id) => levelsRead(judged.parts, id)}
            changed={new Set(changed.map(({ id }) => id))}
            open={open}
            marks={asking ? [] : marksOf(judged.parts, open)}
            shown={place?.document === open && place.led ? place : undefined}
            field={field}
            onOpen={(id) => {
              setPlace(undefined);
              setOpen(id);
            }}
            onChange={(id, text) => {
              set({ edits: { ...memory.edits, [id]: text } });
            }}
            onTouch={(document, offset) => {
              const led = place?.document === document && place.led && place.start === offset;
              if (!led) setPlace({ document, start: offset, end: offset, led: false });
            }}
          />
        )}
        <Answer
          judged={judged}
          asking={asking}
          guess={untouched ? memory.guess : undefined}
          late={state.late}
          go={small ? undefined : go}
          isTouched={place && ((gate, part) => reads(gate, part, place.document, place))}
          onGuess={(guess) => {
            change({ guess });
            setOpen(decidingDocument(judged) ?? open);
          }}
        />
      </div>
      {!small && !asking && tasks.map((task) => <Task key={task.id} task={task} />)}
      {!small && (
        <Foot
          changed={changed}
          undo={state.undo}
          reset={state.reset}
          fragment={async () => {
            const { makeFragment } = await import('./link.ts');
            return makeFragment({ ...lab, cloud, spec: { ...lab.spec, start: memory.picks } });
          }}
        />
      )}
    </section>
  );
}

/** The document that decides: the one behind the shut gate, else behind the last open one. */
function decidingDocument({ parts }: Judged): DocumentId | undefined {
  const part = decidingPart(parts);
  const at = part && decidingGate(gatesOf(part))?.details.find((detail) => detail.at)?.at;
  return at && documentIdAt(part.names, at);
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
