// A trust policy to begin with, in two choices.
import { useId, useState, type ReactNode } from 'react';
import type { Cloud } from '#cloud';
import { trust as words } from '#strings';
import { DEMANDS, NAMED, trustText, type Demand, type NamedBy } from './trust.ts';

interface Props {
  readonly cloud: Cloud;
  readonly who: string;
  readonly onWrite: (text: string) => void;
}

export function Beginning({ cloud, who, onWrite }: Props): ReactNode {
  const id = useId();
  const [named, setNamed] = useState<NamedBy>('caller');
  const [demand, setDemand] = useState<Demand>('nothing');
  return (
    <div className="trust-beginning">
      <p>
        <label htmlFor={`${id}named`}>{words.begin}</label>
        <select
          id={`${id}named`}
          value={named}
          onChange={(event) => {
            setNamed(NAMED.find((one) => one === event.target.value) ?? 'caller');
          }}
        >
          {NAMED.map((one) => (
            <option key={one} value={one}>
              {words.named[one]}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor={`${id}demand`}>{words.demand}</label>
        <select
          id={`${id}demand`}
          value={demand}
          onChange={(event) => {
            setDemand(DEMANDS.find((one) => one === event.target.value) ?? 'nothing');
          }}
        >
          {DEMANDS.map((one) => (
            <option key={one} value={one}>
              {words.demands[one]}
            </option>
          ))}
        </select>
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
