// An event of the trail: who signed it by its own words, and step by step back to whoever made those credentials.
import { useId, useMemo, type ReactNode } from 'react';
import { trail as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { OneOf } from '#widgets/tools/OneOf.tsx';
import { useTool, type ToolPlace, type ToolState } from '#widgets/tools/use-tool.ts';
import { Steps, Taken } from './Identity.tsx';
import { readTrail, type TrailEvent } from './read-trail.ts';
import { suspects, wayBack, type Way } from './way-back.ts';

interface Props {
  readonly place: ToolPlace;
  readonly examples: readonly string[];
}

export default guarded(TrailReader);

function TrailReader({ place, examples }: Props): ReactNode {
  const first = examples.find((text) => text.includes('"DeleteUser"')) ?? '';
  const state = useTool(place, { text: first, back: '0', guess: '' });
  const { values, set } = state;
  const [field, choice] = [useId(), useId()];
  const kept = useMemo(() => examples.flatMap(eventsIn), [examples]);
  const read = useMemo(() => readTrail(values.text), [values.text]);
  const known = 'events' in read ? [...read.events, ...kept] : kept;
  return (
    <Frame place={place} state={state}>
      <p className="trail-choice">
        <label htmlFor={choice}>{words.events}</label>{' '}
        <select
          id={choice}
          value={String(examples.indexOf(values.text))}
          onChange={(event) => {
            set({ text: examples[Number(event.target.value)] ?? values.text, back: '0', guess: '' });
          }}
        >
          <option value="-1">{words.choose}</option>
          {kept.map(({ id, time, name, region, error }, i) => (
            <option key={id} value={String(i)}>
              {words.option(time.slice(11, 16), name, region, error !== undefined)}
            </option>
          ))}
        </select>
      </p>
      <div>
        <label htmlFor={field}>{words.field}</label>
        <textarea
          id={field}
          className="code-field"
          rows={9}
          spellCheck={false}
          autoComplete="off"
          value={values.text}
          aria-invalid={'fault' in read}
          onChange={(event) => {
            set({ text: event.target.value, back: '0', guess: '' });
          }}
        />
      </div>
      {'fault' in read ? (
        <p role="status">
          <Inline text={words.faults[read.fault]} />
        </p>
      ) : (
        <Read event={read.events[0]} known={known} values={values} set={set} />
      )}
    </Frame>
  );
}

interface ReadProps {
  readonly event: TrailEvent;
  readonly known: readonly TrailEvent[];
  readonly values: Readonly<Record<'back' | 'guess', string>>;
  readonly set: ToolState<'back' | 'guess'>['set'];
}

function Read({ event, known, values, set }: ReadProps): ReactNode {
  const way = wayBack(event, known);
  return (
    <>
      <Taken event={event} />
      <Guess
        names={suspects(known)}
        guess={values.guess}
        way={way}
        onGuess={(guess) => {
          set({ guess });
        }}
      />
      <Steps
        way={way}
        back={Number(values.back) || 0}
        onBack={() => {
          set((now) => ({ back: String((Number(now.back) || 0) + 1) }));
        }}
      />
    </>
  );
}

function eventsIn(text: string): readonly TrailEvent[] {
  const read = readTrail(text);
  return 'events' in read ? read.events : [];
}

interface GuessProps {
  readonly names: readonly string[];
  readonly guess: string;
  readonly way: Way;
  readonly onGuess: (name: string) => void;
}

function Guess({ names, guess, way, onGuess }: GuessProps): ReactNode {
  return (
    <div>
      <div className="trail-choice" role="group" aria-label={words.guess}>
        <b>{words.guess}</b>
        <OneOf value={guess} options={names.map((name) => [name, name])} onChoose={onGuess} />
      </div>
      <p role="status" className="trail-told">
        {guess !== '' && guessText(guess, way)}
      </p>
    </div>
  );
}

function guessText(guess: string, { hand, steps }: Way): string {
  if (hand === undefined) return words.guesses.unknown;
  if (guess === hand) return words.guesses.right(guess);
  const isChosen = steps.some(({ by }) => by.sessionName === guess);
  return isChosen ? words.guesses.chosen(guess) : words.guesses.other(guess);
}
