// What every review is given, and the pieces that reviews are made of.
import type { ReactNode } from 'react';
import type { FullQuestion } from '#course';
import type { Answer, Asked, Points } from '#exam';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { PolicyText } from '../PolicyText.tsx';

/** Something in a question behind which a decision may stand. */
export interface About {
  readonly full: FullQuestion;
  readonly answer: Answer | undefined;
  /** An option, a prompt, a claim. Absent where the question is about one request. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

export interface ReviewProps<S = FullQuestion['spec']> {
  readonly full: FullQuestion;
  readonly spec: S;
  /** As it was laid out for whoever answered. */
  readonly asked: Asked;
  readonly answer: Answer | undefined;
  readonly points: Points;
  /** What stands below a thing, such as a link that opens it in the lab. */
  readonly below: (about: About) => ReactNode;
}

/** One thing of a question with what is to be said of it. */
export function Item({
  right,
  wrong,
  children,
}: {
  readonly right: boolean;
  readonly wrong: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return <li className={right ? 'right' : wrong ? 'wrong' : undefined}>{children}</li>;
}

export function RightTag({ text = words.key }: { readonly text?: string }): ReactNode {
  return (
    <span className="tag allow">
      <span aria-hidden="true">✓</span> {text}
    </span>
  );
}

export function YourTag(): ReactNode {
  return <span className="tag">{words.yours}</span>;
}

export function Said({
  title,
  text,
  stated,
}: {
  readonly title: string;
  readonly text: string;
  /** What an option states: words of it are quoted as words, not as code. */
  readonly stated?: string | undefined;
}): ReactNode {
  return (
    <p>
      <strong>{title}.</strong> <Inline text={text} words={stated} />
    </p>
  );
}

/** A policy or a script of somebody, under its title. */
export function Text({
  title,
  text,
  policy,
}: {
  readonly title: string;
  readonly text: string;
  readonly policy: boolean;
}): ReactNode {
  return (
    <figure className="exhibit">
      <figcaption>{title}</figcaption>
      {policy ? <PolicyText text={text} /> : <pre className="output">{text.trimEnd()}</pre>}
    </figure>
  );
}

export function NoAnswer(): ReactNode {
  return <p className="no-answer">{words.review.noAnswer}</p>;
}
