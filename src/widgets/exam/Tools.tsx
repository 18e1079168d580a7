// What helps with one question: marking its stem, a note, how sure one is, and in practice the answer.
import { useState, type ReactNode, type RefObject } from 'react';
import { KINDS, type Asked, type Range } from '#exam';
import { exam as words } from '#strings';
import { canMark } from './can-mark.ts';
import { late } from './late.tsx';
import { asksConfidence } from './showing.ts';
import type { Desk } from './use-desk.ts';
import type { Room } from './use-sitting.ts';

const ConfidenceChoice = late(async () => (await import('./aside.ts')).ConfidenceChoice);
const Highlighting = late(async () => (await import('./aside.ts')).Highlighting);
const Note = late(async () => (await import('./aside.ts')).Note);

const NONE: readonly Range[] = [];

interface Props {
  readonly room: Room;
  readonly desk: Desk;
  readonly question: Asked;
  readonly main: RefObject<HTMLElement | null>;
  /** The answer can be shown, or it is shown. */
  readonly reveals: boolean;
  readonly isRevealed: boolean;
}

export function Tools({ room, desk, question, main, reveals, isRevealed }: Props): ReactNode {
  const { id } = question;
  const { sitting } = desk;
  const note = sitting.notes[id] ?? '';
  const [noting, setNoting] = useState(note !== '');
  const ranges = sitting.highlights[id] ?? NONE;
  const [marking, setMarking] = useState(false);
  const marks = marking || ranges.length > 0;
  const answer = sitting.answers[id];
  const complete = KINDS[question.kind].complete(question, answer);
  return (
    <div className="tools">
      {asksConfidence(sitting.form) && answer !== undefined && !isRevealed && desk.isOpen && (
        <ConfidenceChoice
          chosen={sitting.confidence[id]}
          onChoose={(confidence) => {
            room.send({ type: 'confident', question: id, confidence });
          }}
        />
      )}
      {reveals && !isRevealed && (
        <p className="actions">
          <button
            type="button"
            className="button"
            onClick={() => {
              room.send({ type: 'revealed', question: id });
            }}
          >
            {complete ? words.checkAnswer : words.showAnswer}
          </button>
        </p>
      )}
      <div className="tool-row">
        {canMark() && question.stem !== '' && !marks && (
          <button
            type="button"
            className="tool"
            onPointerDown={(event) => {
              // A press must not take away what is selected.
              event.preventDefault();
            }}
            onClick={() => {
              setMarking(true);
            }}
          >
            {words.highlight}
          </button>
        )}
        {canMark() && marks && (
          <Highlighting
            begins={marking}
            room={main}
            question={id}
            ranges={ranges}
            onChange={(ranges) => {
              room.send({ type: 'highlighted', question: id, ranges });
            }}
            onSaid={desk.say}
          />
        )}
        <button
          type="button"
          className="tool"
          aria-expanded={noting}
          onClick={() => {
            setNoting(!noting);
          }}
        >
          {words.note}
        </button>
      </div>
      {noting && (
        <Note
          text={note}
          onWrite={(text) => {
            room.write({ type: 'noted', question: id, text });
          }}
        />
      )}
    </div>
  );
}
