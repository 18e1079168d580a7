// What the page of an exam says of it before its bank is there.
import type { ClockPolicy, Scoring, Shows } from '#exam';

export interface About {
  readonly exam: string;
  readonly title: string;
  readonly standfirst: string;
  readonly items: number;
  readonly minutes: number;
  /** On the scale from 100 to 1,000. */
  readonly passMark: number;
  readonly clock: Exclude<ClockPolicy, 'untimed'>;
  readonly shows: Shows;
  /** AWS's, when it is absent. */
  readonly scoring?: Scoring;
  readonly domains: readonly {
    readonly id: string;
    readonly title: string;
    /** Percent of the scored items. */
    readonly share: number;
    readonly tasks: readonly string[];
  }[];
}
