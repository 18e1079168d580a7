// What was asked about, the newest first: a problem or none, and why.
import type { ReactNode } from 'react';
import { report as words } from '#strings';
import { judgeLine } from './judge-line.ts';
import type { Line } from './read-report.ts';

interface Props {
  readonly lines: readonly Line[];
  readonly asked: readonly string[];
  readonly wrong: readonly string[];
  readonly now: number;
}

export function Asked({ lines, asked, wrong, now }: Props): ReactNode {
  const found = wrong.filter((user) => asked.includes(user)).length;
  const about = asked.flatMap((user) => lines.find((line) => line.user === user) ?? []);
  return (
    <div role="status">
      <p className="report-sum">
        {wrong.length === 0 ? words.none : words.found(found, wrong.length)}{' '}
        <span>{words.moment(new Date(now).toISOString().slice(0, 10))}</span>
      </p>
      <ul className="findings">
        {about.map((line) => (
          <About key={line.user} line={line} now={now} />
        ))}
      </ul>
      {wrong.length > 0 && found === wrong.length && <p>{words.whole}</p>}
    </div>
  );
}

function About({ line, now }: { readonly line: Line; readonly now: number }): ReactNode {
  const { problems, seemings } = judgeLine(line, now);
  const bad = problems.map(({ what, key = 1, days = 0 }) => words.problems[what](key, days));
  const well = seemings.map(({ what, key = 1, days = 0 }) => words.seemings[what](key, days));
  const isBad = bad.length > 0;
  const reasons = isBad ? bad : well;
  return (
    <li className={isBad ? 'fault' : 'good'}>
      <b>{line.user}</b>: {isBad ? words.wrong : words.notWrong}{' '}
      {reasons.length > 0 ? reasons.join(' ') : words.fine}
    </li>
  );
}
