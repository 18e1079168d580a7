// The trust policy that reads what the provider signed, and policies to begin with.
import { useRef, useState, type ReactNode } from 'react';
import { oidc as words } from '#strings';
import { Editor, type Spot } from '#widgets/lab/Editor.tsx';
import { marksOf } from '#widgets/lab/marks.ts';
import { OneOf } from '#widgets/tools/OneOf.tsx';
import type { Brought } from './brought.ts';

interface Props {
  readonly name: string;
  /** Its name in the cloud. */
  readonly document: string;
  readonly text: string;
  readonly answer: Brought | undefined;
  /** Each with the policy. */
  readonly beginnings: readonly (readonly [label: string, policy: string])[];
  readonly onChange: (text: string) => void;
}

export function TrustSide({ name, document, text, answer, beginnings, onChange }: Props): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState<Spot>();
  const write = (next: string): void => {
    setShown(undefined);
    onChange(next);
  };
  return (
    <div>
      <p className="oidc-name">{name}</p>
      <Editor
        name={name}
        kind="trust"
        text={text}
        marks={answer ? marksOf(answer.parts, document) : []}
        readOnly={false}
        field={field}
        shown={shown}
        onChange={write}
        onTouch={() => {
          setShown(undefined);
        }}
      />
      <div className="oidc-begin" role="group" aria-label={words.begin}>
        <OneOf value={text} options={beginnings.map(([label, policy]) => [policy, label])} onChoose={write} />
      </div>
    </div>
  );
}
