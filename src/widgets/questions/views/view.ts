// What every view of a question is given. A view shows and asks; what an answer means is the kind's to know.
import type { Answer, Asked } from '#exam';

export interface ViewProps<A extends Asked = Asked> {
  readonly question: A;
  readonly answer: Answer | undefined;
  /** Absent where the question is only read, as on paper. */
  readonly onAnswer?: ((answer: Answer) => void) | undefined;
  /** Options that are struck out, and what strikes one out or brings it back. */
  readonly struck?: readonly string[] | undefined;
  readonly onStrike?: ((option: string) => void) | undefined;
  /** The level at which parts are headed. */
  readonly partHeading?: 'h2' | 'h3' | undefined;
}
