// The number at the top, on its scale, with what it means and how it comes about.
import type { ReactNode } from 'react';
import { SCALE, type Report } from '#exam';
import { results as words } from '#strings';

interface Props {
  readonly report: Report;
  readonly passMark: number;
}

export function Score({ report, passMark }: Props): ReactNode {
  const { scaled, passed, raw, max, cut } = report;
  return (
    <section className="score-box">
      <p className={passed ? 'score allow' : 'score deny'}>
        <span aria-hidden="true">{passed ? '✓' : '✕'}</span> {words.scaled(scaled)}{' '}
        <span className="tag">{words.estimate}</span>
      </p>
      <Scale scaled={scaled} passMark={passMark} passed={passed} />
      <p>
        <strong>{passed ? words.passed(passMark) : words.failed(passMark)}</strong> {words.raw(raw, max, cut)}
      </p>
      <details className="method">
        <summary>{words.methodTitle}</summary>
        {words.method(cut, max, passMark).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
    </section>
  );
}

const at = (score: number): number => ((score - SCALE.least) / (SCALE.most - SCALE.least)) * 100;

function Scale({
  scaled,
  passMark,
  passed,
}: {
  readonly scaled: number;
  readonly passMark: number;
  readonly passed: boolean;
}): ReactNode {
  return (
    <svg
      className={passed ? 'scale allow' : 'scale deny'}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={words.scaleLabel(scaled, passMark)}
    >
      <rect className="track" x="0" y="3" width="100" height="4" />
      <rect className="fill" x="0" y="3" width={at(scaled)} height="4" />
      <rect className="mark" x={at(passMark) - 0.15} y="0" width="0.3" height="10" />
    </svg>
  );
}
