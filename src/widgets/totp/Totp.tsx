// A phone that runs, and the account that it proves somebody to.
import { useEffect, useId, useState, type ReactNode } from 'react';
import { totp as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import {
  ACTS,
  codeAt,
  makeSteps,
  parseSeconds,
  parseSteps,
  secretFault,
  START,
  STEP,
  tryCodes,
  type Act,
  type Tried,
} from './authenticator.ts';

interface Props {
  readonly place: ToolPlace;
}

const AHEADS = ['0', '-25', '600', '7200'] as const;
const FIRST = { secret: 'TERN FERR IES2 TERN FERR IES7', ahead: '0', seconds: '0', steps: '' };

export default guarded(Totp);

function Totp({ place }: Props): ReactNode {
  const state = useTool(place, FIRST);
  const { values, set } = state;
  const { ticked, running, run } = useTicking();
  const ids = { secret: useId(), ahead: useId(), said: useId() };
  const seconds = parseSeconds(values.seconds) + ticked;
  const ahead = AHEADS.find((one) => one === values.ahead) ?? '0';
  const steps = parseSteps(values.steps);
  const fault = secretFault(values.secret);
  const there = seconds + Number(ahead);
  const left = STEP - (((there % STEP) + STEP) % STEP);
  const act = (what: Act): void => {
    run(false);
    const at = what === 'resync' ? seconds + STEP : seconds;
    set((now) => ({
      seconds: String(at),
      steps: makeSteps([...parseSteps(now.steps), { act: what, at, ahead: Number(ahead) }]),
    }));
  };
  return (
    <Frame
      place={place}
      state={{
        ...state,
        reset: () => {
          run(false);
          state.reset();
        },
      }}
    >
      <label htmlFor={ids.secret}>{words.secret}</label>
      <input
        id={ids.secret}
        className="code-field"
        value={values.secret}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={ids.said}
        onChange={(event) => {
          set({ secret: event.target.value, steps: '' });
        }}
      />
      <label htmlFor={ids.ahead}>{words.ahead}</label>
      <select
        id={ids.ahead}
        value={ahead}
        onChange={(event) => {
          set({ ahead: event.target.value });
        }}
      >
        {AHEADS.map((one) => (
          <option key={one} value={one}>
            {words.aheads[one]}
          </option>
        ))}
      </select>
      {!fault && (
        <>
          <div className="totp-clocks">
            <dl className="totp-clock">
              <dt>{words.phone}</dt>
              <dd className="totp-code">{grouped(codeAt(values.secret, there))}</dd>
              <dd>
                <progress value={left} max={STEP} aria-label={words.leftLabel} /> {words.left(left)}
              </dd>
              <dd>
                {words.time} {clockOf(there)}
              </dd>
            </dl>
            <dl className="totp-clock">
              <dt>{words.account}</dt>
              <dd>
                {words.time} {clockOf(seconds)}
              </dd>
              <dd className="tool-acts">
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    run(!running);
                    set({ seconds: String(seconds) });
                  }}
                >
                  {running ? words.stop : words.run}
                </button>
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    run(false);
                    set({ seconds: String(seconds + STEP) });
                  }}
                >
                  {words.later}
                </button>
              </dd>
            </dl>
          </div>
          <div className="tool-acts" role="group" aria-label={words.actsLabel}>
            {ACTS.map((what) => (
              <button
                key={what}
                type="button"
                className="button"
                disabled={what === 'again' && steps.length === 0}
                onClick={() => {
                  act(what);
                }}
              >
                {words.acts[what]}
              </button>
            ))}
          </div>
        </>
      )}
      <div id={ids.said} role="status" aria-label={words.triedLabel}>
        <ul className="findings">
          {fault && <li className="fault">{words.secretFaults[fault]}</li>}
          {!fault &&
            tryCodes(values.secret, steps)
              .toReversed()
              .map((tried, i, all) => (
                <li key={all.length - i} className={tried.fault ? 'fault' : 'good'}>
                  <Inline text={triedText(tried)} />
                </li>
              ))}
        </ul>
      </div>
    </Frame>
  );
}

/** Seconds that have passed since the time was let run; none while it stands. */
function useTicking(): { ticked: number; running: boolean; run: (on: boolean) => void } {
  const [ticked, setTicked] = useState(0);
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (!running) return undefined;
    const from = Date.now();
    const timer = setInterval(() => {
      setTicked(Math.floor((Date.now() - from) / 1000));
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [running]);
  return {
    ticked,
    running,
    run: (on) => {
      setRunning(on);
      setTicked(0);
    },
  };
}

const grouped = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

const clockOf = (seconds: number): string => new Date(START + seconds * 1000).toISOString().slice(11, 19);

function triedText({ act, codes, fault }: Tried): string {
  const shown = codes.join(', ');
  return fault ? words.bad(shown, fault.code, fault.message) : words.good[act](shown);
}
