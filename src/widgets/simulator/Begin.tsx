// The empty sandbox: situations that are ready, a question of one's own, or something to open.
import { lazy, type ReactNode } from 'react';
import { sandbox as words } from '#strings';
import { Drawer } from './Drawer.tsx';
import { BLANK, STARTERS, type StarterId } from './starters.ts';
import type { Situation } from './situation.ts';

const OpenRequest = lazy(() => import('./OpenRequest.tsx'));

interface Props {
  readonly onBegin: (situation: Situation) => void;
}

const IDS = Object.keys(STARTERS).filter((id): id is StarterId => Object.hasOwn(STARTERS, id));

export function Begin({ onBegin }: Props): ReactNode {
  return (
    <div className="begin">
      <h2 tabIndex={-1} data-first="">
        {words.beginTitle}
      </h2>
      <p>{words.begin}</p>
      <p className="foot-actions">
        <button
          type="button"
          className="button first"
          onClick={() => {
            onBegin(BLANK);
          }}
        >
          {words.own}
        </button>
      </p>
      <h3>{words.ready}</h3>
      <ul className="starters">
        {IDS.map((id) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                onBegin(STARTERS[id]);
              }}
            >
              {words.starters[id].title}
            </button>
            <span>{words.starters[id].about}</span>
          </li>
        ))}
      </ul>
      <Drawer title={words.open}>
        <OpenRequest situation={undefined} onOpen={onBegin} />
      </Drawer>
    </div>
  );
}
