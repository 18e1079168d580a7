// A trust policy to begin with, in two choices.
import { useState, type ReactNode } from 'react';
import type { Cloud } from '#cloud';
import { trust as words } from '#strings';
import { Choice } from '#widgets/tools/Choice.tsx';
import { DEMANDS, NAMED, trustText, type Demand, type NamedBy } from './trust.ts';

interface Props {
  readonly cloud: Cloud;
  readonly who: string;
  readonly onWrite: (text: string) => void;
}

export function Beginning({ cloud, who, onWrite }: Props): ReactNode {
  const [named, setNamed] = useState<NamedBy>('caller');
  const [demand, setDemand] = useState<Demand>('nothing');
  return (
    <div className="trust-beginning">
      <p>
        <Choice
          label={words.begin}
          value={named}
          options={NAMED.map((one) => [one, words.named[one]])}
          onChoose={setNamed}
        />
      </p>
      <p>
        <Choice
          label={words.demand}
          value={demand}
          options={DEMANDS.map((one) => [one, words.demands[one]])}
          onChoose={setDemand}
        />
      </p>
      <button
        type="button"
        className="button"
        onClick={() => {
          onWrite(trustText(cloud, who, named, demand));
        }}
      >
        {words.write}
      </button>
    </div>
  );
}
