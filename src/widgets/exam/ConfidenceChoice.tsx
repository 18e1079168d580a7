// How sure somebody is of an answer.
import { useId, type ReactNode } from 'react';
import type { Confidence } from '#exam';
import { exam as words } from '#strings';

const LEVELS: readonly Confidence[] = [1, 2, 3];

interface Props {
  readonly chosen: Confidence | undefined;
  readonly onChoose: (confidence: Confidence) => void;
}

export function ConfidenceChoice({ chosen, onChoose }: Props): ReactNode {
  const name = useId();
  return (
    <fieldset className="confidence">
      <legend>{words.confidence}</legend>
      {LEVELS.map((level) => (
        <label key={level}>
          <input
            type="radio"
            name={name}
            checked={chosen === level}
            onChange={() => {
              onChoose(level);
            }}
          />{' '}
          {words.confidences[level]}
        </label>
      ))}
    </fieldset>
  );
}
