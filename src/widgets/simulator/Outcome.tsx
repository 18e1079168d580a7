// What was decided and why: the verdict with its derivation, AWS's own line, and the same in sentences.
import { lazy, type ReactNode } from 'react';
import { errorText } from '#evaluator';
import type { Part } from '#cloud';
import { sandbox as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Answer } from '#widgets/lab/Answer.tsx';
import type { Gate } from '#widgets/lab/gates.ts';
import type { Go } from '#widgets/lab/Path.tsx';
import { Drawer } from './Drawer.tsx';
import type { Judgement, Trouble } from './judge.ts';

const Sentences = lazy(() => import('./Sentences.tsx'));

interface Props {
  readonly judgement: Judgement;
  readonly late: boolean;
  readonly go?: Go | undefined;
  readonly isTouched?: ((gate: Gate, part: Part) => boolean) | undefined;
}

export function Outcome({ judgement, late, go, isTouched }: Props): ReactNode {
  if ('trouble' in judgement) {
    return (
      <div className="outcome-column">
        <p className="answer trouble" role="status">
          <Inline text={troubleText(judgement.trouble)} />
        </p>
      </div>
    );
  }
  const { part } = judgement;
  const message = errorText(part.verdict);
  return (
    <div className="outcome-column">
      <Answer
        judged={{ parts: [part], verdict: part.verdict, noCredentials: false }}
        asking={false}
        guess={undefined}
        late={late}
        go={go}
        isTouched={isTouched}
        onGuess={() => undefined}
      />
      <div className="told">
        {message !== null && (
          <>
            <h2>{words.errorLine}</h2>
            <p className="aws-line">{message}</p>
          </>
        )}
        <Drawer title={words.inSentences} className="sentences">
          <Sentences verdict={part.verdict} />
        </Drawer>
      </div>
    </div>
  );
}

function troubleText(trouble: Trouble): string {
  return trouble.code === 'missing' ? words.troubles[trouble.word] : words.troubles.keyTwice(trouble.key);
}
