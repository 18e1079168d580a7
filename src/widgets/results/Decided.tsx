// The decision behind something in a question, and the ways into the sandbox and the lab with the very world.
import { useState, type ReactNode } from 'react';
import { exam as words, results } from '#strings';
import { decidingPart } from '#widgets/lab/judge.ts';
import { makeFragment } from '#widgets/lab/link.ts';
import { Paths, VerdictLine } from '#widgets/lab/Path.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import type { About } from '#widgets/questions/reasons/review.tsx';
import * as sandbox from '#widgets/simulator/link.ts';
import { restOf } from './rests-on.ts';
import { sandboxOf } from './sandbox.ts';
import { situationOf } from './situation.ts';

interface Props {
  readonly about: About;
  readonly from: { readonly title: string; readonly href: string };
}

export function Decided({ about: { full, answer, id, name }, from }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const asking = { full, spec: full.spec, answer, id };
  const situation = open ? situationOf(asking) : undefined;
  const part = situation && decidingPart(situation.parts);
  const carried = situation && part && sandboxOf(situation.lab.cloud, part);
  if (!restOf(asking)) return null;
  return (
    <details
      className="decision"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        {words.derivation}
        {name !== undefined && name.length > 1 && (
          <>
            : <Inline text={name} />
          </>
        )}
      </summary>
      {open && !part && <p>{words.nothingDecided}</p>}
      {situation && part && (
        <>
          <p>
            <code>{part.request.principal.arn}</code> · <code>{part.request.action}</code> ·{' '}
            <code>{part.request.resource}</code>
          </p>
          <VerdictLine decision={part.verdict.decision} />
          <Paths parts={situation.parts} />
          <p className="actions">
            {carried && (
              <a className="button" href={`/sandbox/${sandbox.makeFragment(carried)}`}>
                {results.openInSandbox}
              </a>
            )}
            <a className="button" href={`/tools/policy-lab/${makeFragment({ ...situation.lab, from })}`}>
              {words.openInLab}
            </a>
          </p>
        </>
      )}
    </details>
  );
}
