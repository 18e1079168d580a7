// The policies of a situation as tabs to write in, below what is computed from them.
import { createRef, useState, type ReactNode } from 'react';
import { documentIdAt, type Cloud, type DocumentId, type Part } from '#cloud';
import type { Lab } from '#course';
import { Documents } from '#widgets/lab/Documents.tsx';
import type { Spot } from '#widgets/lab/Editor.tsx';
import { levelsRead } from '#widgets/lab/groups.ts';
import { shownDocuments } from '#widgets/lab/judge.ts';
import { marksOf } from '#widgets/lab/marks.ts';
import type { Go } from '#widgets/lab/Path.tsx';
import { changedTexts, type Texts } from './texts.ts';

interface Props {
  readonly lab: Lab;
  /** The cloud with the texts in it. */
  readonly cloud: Cloud;
  readonly texts: Texts;
  readonly onChange: (texts: Texts) => void;
  /** What is decided and marked in the texts. */
  readonly parts: readonly Part[];
  /** What stands beside them; it may lead to a place in a text. */
  readonly beside?: ((go: Go) => ReactNode) | undefined;
}

export function Policies({ lab, cloud, texts, onChange, parts, beside }: Props): ReactNode {
  const { edits } = lab.spec;
  const [open, setOpen] = useState(edits[0] ?? '');
  const [spot, setSpot] = useState<Spot & { readonly parts: readonly Part[] }>();
  const [field] = useState(() => createRef<HTMLTextAreaElement>());
  const documents = shownDocuments(cloud, edits, parts).map((one) => ({
    ...one,
    text: texts[one.id] ?? one.text,
  }));
  const show = (id: DocumentId, shown?: Spot): void => {
    setOpen(id);
    setSpot(shown && { ...shown, parts });
  };
  const go: Go = (part, at) => {
    const id = documentIdAt(part.names, at);
    if (id === undefined) return;
    show(id, at.range);
    requestAnimationFrame(() => {
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(at.range.start, at.range.start);
    });
  };
  return (
    <div className={beside ? 'policies-beside' : 'policies-alone'}>
      <Documents
        documents={documents}
        editable={edits}
        levelsOf={(id) => levelsRead(parts, id)}
        changed={changedTexts(lab.cloud, texts)}
        open={open}
        marks={marksOf(parts, open)}
        shown={spot?.parts === parts ? spot : undefined}
        field={field}
        onOpen={show}
        onChange={(id, text) => {
          onChange({ ...texts, [id]: text });
        }}
        onTouch={() => undefined}
      />
      {beside?.(go)}
    </div>
  );
}
