// A lab in the terminal: at the left what is typed and answered, at the right why, and what must hold.
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import type { CallEvent, Cloud } from '#cloud';
import type { TerminalLab as Lab } from '#course/terminal';
import { terminal as words } from '#strings';
import { makeFragment } from '#widgets/lab/link.ts';
import { Paths, VerdictLine } from '#widgets/lab/Path.tsx';
import { Prose } from '#widgets/prose/Prose.tsx';
import { useAwake } from '#widgets/site/use-awake.ts';
import { Claims } from './Claims.tsx';
import { decisionOf } from './decision.ts';
import { Events } from './Events.tsx';
import { refusedIn } from './entries.ts';
import { labOfEvent } from './open-event.ts';
import { Screen } from './Screen.tsx';
import { TerminalFoot } from './TerminalFoot.tsx';
import { useLine } from './use-line.ts';
import { useSession, type Room } from './use-session.ts';

const WorldPicture = lazy(() => import('./WorldPicture.tsx'));

interface Props {
  readonly lab: Lab;
  /** What stands above it while it is shut, where no heading of the page says it. */
  readonly heading?: string;
}

export default function TerminalLab({ lab, heading }: Props): ReactNode {
  const { opening, open } = useSession(lab);
  const whole = useRef<HTMLElement>(null);
  useAwake(whole, true);
  return (
    <section ref={whole} className="lab terminal" aria-label={words.label(lab.title)} data-keeps={lab.id}>
      {opening.state === 'open' && <Open lab={lab} room={opening.room} />}
      {opening.state === 'damaged' && <Damaged lab={lab} text={opening.text} fresh={opening.fresh} />}
      {opening.state !== 'open' && opening.state !== 'damaged' && (
        <div className="terminal-shut">
          {heading !== undefined && <strong>{heading}</strong>}
          <p>{words.startHint}</p>
          {opening.state === 'failed' && <p role="alert">{words.startFailed}</p>}
          <button
            type="button"
            className="button first"
            disabled={opening.state === 'opening'}
            onClick={open}
          >
            {opening.state === 'opening' ? words.starting : words.start}
          </button>
        </div>
      )}
    </section>
  );
}

/** What was kept cannot be replayed: it can be taken away as a file, and the account begins anew. */
function Damaged({
  lab,
  text,
  fresh,
}: {
  readonly lab: Lab;
  readonly text: string;
  readonly fresh: () => void;
}): ReactNode {
  return (
    <div className="terminal-shut" role="alert">
      <p>{words.damagedTitle}</p>
      <span className="terminal-actions">
        <a
          className="button first"
          download={`${lab.id}.json`}
          href={`data:application/json,${encodeURIComponent(text)}`}
        >
          {words.damagedExport}
        </a>
        <button type="button" className="button" onClick={fresh}>
          {words.damagedFresh}
        </button>
      </span>
    </div>
  );
}

type Shows = 'world' | 'events' | undefined;

function Open({ lab, room }: { readonly lab: Lab; readonly room: Room }): ReactNode {
  /** A call that somebody asked about; the next line lets go of it. */
  const [picked, setPicked] = useState<{ readonly event: CallEvent; readonly after: number }>();
  const [shows, setShows] = useState<Shows>();
  const [size, setSize] = useState(1);
  const [announces, setAnnounces] = useState(false);
  const line = useLine({ ...room, isOpen: room.session.isOpen });
  const latest = room.entries.at(-1);
  const refused = latest && refusedIn(latest.answered);
  const after = room.lines.length;
  const asked = picked?.after === after ? picked.event : refused;
  const ask = (event: CallEvent): void => {
    setPicked({ event, after });
  };
  return (
    <>
      <div className="split">
        <div className="terminal-side">
          <div className="terminal-head">
            <Profiles lab={lab} room={room} />
            <span className="terminal-tools">
              <label>
                <input
                  type="checkbox"
                  checked={announces}
                  onChange={(change) => {
                    setAnnounces(change.currentTarget.checked);
                  }}
                />{' '}
                {words.announce}
              </label>
              <button type="button" disabled={size === 0} onClick={() => setSize(size - 1)}>
                <span aria-hidden="true">A−</span>
                <span className="visually-hidden">{words.smaller}</span>
              </button>
              <button type="button" disabled={size === 3} onClick={() => setSize(size + 1)}>
                <span aria-hidden="true">A+</span>
                <span className="visually-hidden">{words.larger}</span>
              </button>
            </span>
          </div>
          <Screen
            entries={room.entries}
            prompt={room.prompt}
            line={line}
            running={room.running}
            announces={announces}
            size={size}
            onStop={room.stop}
            onWhy={ask}
          />
          <p className="hint" id="terminal-keys">
            {words.keys}
          </p>
        </div>
        <div className="answer">
          <details className="terminal-goal" key={asked ? 'asked' : 'goal'} open={!asked}>
            <summary>{words.goal}</summary>
            <Prose text={lab.goal} />
          </details>
          {asked && <Why event={asked} cloud={room.worldOf(asked)} />}
          <Claims claims={room.claims} all={lab.claims} />
        </div>
      </div>
      <TerminalFoot lab={lab} room={room} shows={shows} onShow={setShows} />
      {shows === 'events' && (
        <div className="below">
          <Events cloud={room.cloud} onWhy={ask} />
        </div>
      )}
      <Suspense fallback={null}>
        {shows === 'world' && (
          <div className="below">
            <WorldPicture cloud={room.cloud} />
          </div>
        )}
      </Suspense>
    </>
  );
}

function Why({ event, cloud }: { readonly event: CallEvent; readonly cloud: Cloud | undefined }): ReactNode {
  const carried = cloud && labOfEvent(event, cloud);
  const decision = decisionOf(event);
  const refused = event.parts.filter(({ verdict }) => verdict.decision !== 'allowed');
  const allowed = event.parts.filter(({ verdict }) => verdict.decision === 'allowed');
  return (
    <div role="status">
      <p className="pair">
        <code>{event.operation}</code>
      </p>
      {decision ? (
        <>
          <VerdictLine decision={decision} />
          <Paths parts={refused.length > 0 ? refused : event.parts} />
          {refused.length > 0 && allowed.length > 0 && (
            <details>
              <summary>{words.otherPairs(allowed.length)}</summary>
              <Paths parts={allowed} />
            </details>
          )}
          {carried && (
            <p>
              <a className="button" href={`/tools/policy-lab/${makeFragment(carried)}`}>
                {words.openInLab}
              </a>
            </p>
          )}
        </>
      ) : (
        <p>{event.fault?.message ?? words.nothingDecided}</p>
      )}
    </div>
  );
}

function Profiles({ lab, room }: { readonly lab: Lab; readonly room: Room }): ReactNode {
  const now = room.session.profile();
  return (
    <div className="tabs" role="group" aria-label={words.as}>
      {lab.profiles.map((profile) => (
        <button
          key={profile}
          type="button"
          aria-pressed={profile === now}
          disabled={room.running}
          onClick={() => {
            if (profile !== now) room.run(`export AWS_PROFILE=${profile}`);
          }}
        >
          {profile}
        </button>
      ))}
    </div>
  );
}
