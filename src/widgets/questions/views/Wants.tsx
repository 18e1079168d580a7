// What has to be so after the answer.
import type { ReactNode } from 'react';
import type { Choice } from '#exam';
import { Inline } from '#widgets/prose/Prose.tsx';

interface Props {
  readonly title: string;
  readonly wants: readonly Choice[];
}

export function Wants({ title, wants }: Props): ReactNode {
  return (
    <div className="wants">
      <p>{title}</p>
      <ul>
        {wants.map(({ id, text }) => (
          <li key={id}>
            <Inline text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
