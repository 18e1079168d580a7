// How an answer came out, in a word and a sign.
import type { ReactNode } from 'react';
import type { Points } from '#exam';
import { questions as words } from '#strings';

export function Outcome({ points: { points, max } }: { readonly points: Points }): ReactNode {
  const right = points === max;
  return (
    <span className={right ? 'tag allow' : 'tag deny'}>
      <span aria-hidden="true">{right ? '✓' : '✕'}</span> {outcomeText({ points, max })}
    </span>
  );
}

export function outcomeText({ points, max }: Pick<Points, 'points' | 'max'>): string {
  if (points === max) return words.right;
  return points > 0 ? words.review.partly(points, max) : words.wrong;
}
