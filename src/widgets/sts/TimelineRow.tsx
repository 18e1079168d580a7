// One line of the timeline: from when to when credentials are good, and how they stand at the clock.
import type { ReactNode } from 'react';
import { stsTimeline as words } from '#strings';
import type { Line } from './timeline.ts';

interface Props {
  readonly title: string;
  /** Without one it is a key that does not end. */
  readonly line?: Line;
  readonly day: number;
  readonly clock: number;
  /** When older sessions were revoked. */
  readonly marks: readonly number[];
}

const HEIGHT = 28;

export function TimelineRow({ title, line, day, clock, marks }: Props): ReactNode {
  const begins = line?.issued ?? 0;
  const ends = Math.min(line?.expires ?? day, day);
  const tone = line === undefined ? 'lasting' : toneOf(line);
  return (
    <li className={`sts-line ${tone}`}>
      <p className="sts-name">
        <strong>{title}</strong>{' '}
        <span>
          {line === undefined
            ? words.lasting
            : words.span(words.moment(line.issued), words.moment(line.expires))}
        </span>
      </p>
      <svg viewBox={`0 0 ${day} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="sts-ground" x={0} y={10} width={day} height={8} />
        <rect className="sts-bar" x={begins} y={6} width={Math.max(ends - begins, 2)} height={16} />
        {marks.map((at) => (
          <rect key={at} className="sts-mark" x={at - day / 600} y={0} width={day / 300} height={HEIGHT} />
        ))}
        <rect className="sts-now" x={clock - day / 800} y={0} width={day / 400} height={HEIGHT} />
      </svg>
      <p className="sts-standing">{standingOf(line)}</p>
    </li>
  );
}

function toneOf({ valid, reads }: Line): string {
  if (!valid) return 'ended';
  return reads === 'allowed' ? 'good' : 'cut';
}

function standingOf(line: Line | undefined): ReactNode {
  if (line === undefined) return words.valid;
  if (!line.valid) return words.ended(line.refusal ?? '');
  return line.reads === 'allowed' ? words.reads : words.cut(line.because ?? '');
}
