// A day of temporary credentials: ask for some, move the clock, see which are still good and what they still may.
import { useId, useMemo, type ReactNode } from 'react';
import { stsTimeline as words } from '#strings';
import { Choice } from '#widgets/tools/Choice.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { CALLS, DURATIONS, MOST_ASKED, parseLog, timelineOf, type Asked } from './timeline.ts';
import { TimelineRow } from './TimelineRow.tsx';

interface Props {
  readonly place: ToolPlace;
}

const SHORT_DAY = 13 * 60;
const LONG_DAY = 37 * 60;
const STEPS = [-60, -15, 15, 60] as const;

export default guarded(StsTimeline);

function StsTimeline({ place }: Props): ReactNode {
  const state = useTool(place, { log: '[]', clock: '0', from: 'mei', call: 'quay', seconds: '3600' });
  const { values, set } = state;
  const id = useId();
  const log = useMemo(() => parseLog(values.log), [values.log]);
  const clock = within(Number(values.clock), LONG_DAY);
  const whole = useMemo(() => timelineOf(log, LONG_DAY), [log]);
  const { lines, refused, revoked } = useMemo(() => timelineOf(log, clock), [log, clock]);
  const day = whole.lines.some(({ expires }) => expires > SHORT_DAY) ? LONG_DAY : SHORT_DAY;
  const sources = ['mei', 'root', ...lines.map((line) => line.id)];
  const from = sources.includes(values.from) ? values.from : 'mei';
  const call = CALLS.find((one) => one === values.call) ?? 'quay';
  const seconds = DURATIONS[call].find((one) => String(one) === values.seconds) ?? DURATIONS[call][0] ?? 0;
  const last = refused.findLast(({ asked }) => asked.at === clock);
  const full = log.length >= MOST_ASKED;

  const move = (minutes: number): void => {
    set({ clock: String(within(clock + minutes, day)) });
  };
  const add = (wanted: Omit<Asked, 'id' | 'at'>): void => {
    const next = String(Math.max(0, ...log.map((one) => Number(one.id))) + 1);
    set({ log: JSON.stringify([...log, { id: next, at: clock, ...wanted }]) });
  };
  return (
    <Frame place={place} state={state}>
      <div className="sts-ask">
        <span className="sts-choice">
          <Choice
            label={words.from}
            value={from}
            options={sources.map((one) => [one, words.source(one)])}
            onChoose={(value) => {
              set({ from: value });
            }}
          />
        </span>
        <span className="sts-choice">
          <Choice
            label={words.call}
            value={call}
            options={CALLS.filter((one) => one !== 'revoke').map((one) => [one, words.calls[one]])}
            onChoose={(value) => {
              set({ call: value });
            }}
          />
        </span>
        <span className="sts-choice">
          <Choice
            label={words.seconds}
            value={String(seconds)}
            options={DURATIONS[call].map((one) => [String(one), words.duration(one / 60)])}
            onChoose={(value) => {
              set({ seconds: value });
            }}
          />
        </span>
        <button
          type="button"
          className="button first"
          disabled={full}
          onClick={() => {
            add({ from, call, seconds });
          }}
        >
          {words.ask}
        </button>
        <button
          type="button"
          className="button"
          disabled={full}
          onClick={() => {
            add({ from: 'mei', call: 'revoke', seconds: 0 });
          }}
        >
          {words.revoke}
        </button>
      </div>
      <div className="sts-clock">
        <label htmlFor={id}>{words.clock}</label>
        <b>{words.moment(clock)}</b>
        <input
          id={id}
          type="range"
          min={0}
          max={day}
          step={5}
          value={clock}
          aria-valuetext={words.moment(clock)}
          onChange={(event) => {
            set({ clock: event.target.value });
          }}
        />
        <span className="sts-steps">
          {STEPS.map((minutes) => (
            <button
              key={minutes}
              type="button"
              className="button"
              onClick={() => {
                move(minutes);
              }}
            >
              {words.step(minutes)}
            </button>
          ))}
        </span>
      </div>
      <div role="status">
        {full && <p className="sts-refusal">{words.full}</p>}
        {last && (
          <p className="sts-refusal">
            {words.refused(words.source(last.asked.from), words.calls[last.asked.call])} <q>{last.message}</q>
          </p>
        )}
        {revoked.map((at) => (
          <p key={at} className="sts-revoked">
            {words.revoked(words.moment(at))}
          </p>
        ))}
      </div>
      <ul className="sts-lines" aria-label={words.lines}>
        <TimelineRow title={words.source('mei')} day={day} clock={clock} marks={revoked} />
        {lines.map((line) => (
          <TimelineRow
            key={line.id}
            title={`${words.source(line.id)}: ${words.calls[line.call]}`}
            line={line}
            day={day}
            clock={clock}
            marks={revoked}
          />
        ))}
      </ul>
    </Frame>
  );
}

const within = (minutes: number, day: number): number =>
  Number.isFinite(minutes) ? Math.min(Math.max(Math.round(minutes), 0), day) : 0;
