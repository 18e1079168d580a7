// One link that gives everybody the same paper under the same terms. All of it is behind the `#` of an address.
import { useId, useState, type ReactNode } from 'react';
import { EXTRAS, makeFormCode, NO_ACCOMMODATION, parseFormCode, type Accommodation } from '#exam';
import { workshop as words } from '#strings';
import { faultText } from '#widgets/exam/start/fault-text.ts';
import { makeFormLink } from '#widgets/exam/start/form-link.ts';
import { CLOCKS, newSeed, type PlannedClock } from '#widgets/exam/start/plan.ts';
import { Choice } from './Choice.tsx';

export interface OfferedExam {
  readonly id: string;
  readonly title: string;
  /** The four characters with which its form codes begin. */
  readonly code: string;
  readonly minutes: number;
}

interface Props {
  readonly exams: readonly OfferedExam[];
  readonly chosen: OfferedExam;
  readonly onChoose: (exam: string) => void;
}

const MODES = ['simulation', 'untimed', 'practice'] as const;

export function PaperForAll({ exams, chosen, onChoose }: Props): ReactNode {
  const [mode, setMode] = useState<(typeof MODES)[number]>('simulation');
  const [clock, setClock] = useState<PlannedClock>('strict');
  const [needs, setNeeds] = useState<Accommodation>(NO_ACCOMMODATION);
  const [code, setCode] = useState(() => makeFormCode(chosen.code, newSeed()));
  const parsed = parseFormCode(code, chosen.code);
  const choose = (id: string): void => {
    const exam = exams.find((one) => one.id === id);
    if (exam) setCode(makeFormCode(exam.code, newSeed()));
    onChoose(id);
  };
  return (
    <section>
      <h2>{words.linkTitle}</h2>
      <div className="choices">
        <Choice
          label={words.exam}
          value={chosen.id}
          options={exams.map(({ id, title }) => [id, title])}
          onChoose={choose}
        />
        <Choice
          label={words.mode}
          value={mode}
          options={MODES.map((one) => [one, words.modes[one]])}
          onChoose={setMode}
        />
        {mode === 'simulation' && <Terms clock={clock} onClock={setClock} needs={needs} onNeeds={setNeeds} />}
        <Code
          code={code}
          says={'fault' in parsed ? faultText(parsed, chosen.code) : undefined}
          onCode={setCode}
          onDraw={() => {
            setCode(makeFormCode(chosen.code, newSeed()));
          }}
        />
      </div>
      {'seed' in parsed && (
        <Link
          exam={chosen.id}
          code={makeFormCode(chosen.code, parsed.seed)}
          path={makeFormLink(chosen.id, {
            ...{ mode, clock, code: makeFormCode(chosen.code, parsed.seed) },
            needs: mode === 'simulation' ? needs : NO_ACCOMMODATION,
          })}
        />
      )}
    </section>
  );
}

interface TermsProps {
  readonly clock: PlannedClock;
  readonly onClock: (clock: PlannedClock) => void;
  readonly needs: Accommodation;
  readonly onNeeds: (needs: Accommodation) => void;
}

function Terms({ clock, onClock, needs, onNeeds }: TermsProps): ReactNode {
  return (
    <>
      <Choice
        label={words.clock}
        value={clock}
        options={CLOCKS.map((one) => [one, words.clocks[one]])}
        onChoose={onClock}
      />
      <Choice
        label={words.time}
        value={needs.extra}
        options={EXTRAS.map((one) => [one, words.times[one]])}
        onChoose={(extra) => {
          onNeeds({ ...needs, extra });
        }}
      />
      <label>
        {words.reading}
        <input
          type="number"
          min={0}
          max={60}
          value={needs.reading}
          onChange={(event) => {
            const reading = event.target.valueAsNumber;
            if (Number.isInteger(reading) && reading >= 0 && reading <= 60) onNeeds({ ...needs, reading });
          }}
        />
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={needs.hidden}
          onChange={(event) => {
            onNeeds({ ...needs, hidden: event.target.checked });
          }}
        />{' '}
        {words.hidden}
      </label>
    </>
  );
}

interface CodeProps {
  readonly code: string;
  /** What is wrong with it. */
  readonly says: string | undefined;
  readonly onCode: (code: string) => void;
  readonly onDraw: () => void;
}

function Code({ code, says, onCode, onDraw }: CodeProps): ReactNode {
  const hint = useId();
  return (
    <div className="code-field">
      <label>
        {words.code}
        <input
          type="text"
          className="mono"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          aria-describedby={hint}
          aria-invalid={says !== undefined}
          onChange={(event) => {
            onCode(event.target.value);
          }}
        />
      </label>
      <button type="button" className="button" onClick={onDraw}>
        {words.draw}
      </button>
      <p id={hint} role="status">
        {says === undefined ? <small>{words.codeHint}</small> : <span className="error">{says}</span>}
      </p>
    </div>
  );
}

interface LinkProps {
  readonly exam: string;
  readonly code: string;
  readonly path: string;
}

function Link({ exam, code, path }: LinkProps): ReactNode {
  const [said, setSaid] = useState('');
  const address = new URL(path, location.href).href;
  return (
    <div className="for-all">
      <dl>
        <dt>{words.codeLabel}</dt>
        <dd className="mono big">{code}</dd>
        <dt>{words.linkLabel}</dt>
        <dd className="mono address">{address}</dd>
      </dl>
      <p className="actions">
        <button
          type="button"
          className="button first"
          onClick={() => {
            // On a plain `http://` address a page may not copy.
            const clipboard = navigator.clipboard as Clipboard | undefined;
            (clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'))).then(
              () => {
                setSaid(words.copied);
              },
              () => {
                setSaid(words.notCopied);
              },
            );
          }}
        >
          {words.copy}
        </button>
        <a className="button" href={path}>
          {words.openIt}
        </a>
        <a className="button" href={`/exam/${exam}/print/#form=${code}`}>
          {words.print}
        </a>
      </p>
      <p role="status">{said}</p>
      <p>
        <small>{words.extraHint}</small>
      </p>
    </div>
  );
}
