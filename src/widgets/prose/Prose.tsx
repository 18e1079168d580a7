// Plain text as paragraphs, with code between backticks.
import { Fragment, type ReactNode } from 'react';

export function Inline({ text }: { readonly text: string }): ReactNode {
  return text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : <Fragment key={i}>{part}</Fragment>));
}

export function Prose({ text }: { readonly text: string }): ReactNode {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return paragraphs.map((paragraph, i) => (
    <p key={i}>
      <Inline text={paragraph} />
    </p>
  ));
}
