// Plain text as paragraphs, with code between backticks.
import { Fragment, type ReactNode } from 'react';
import { Code } from './Code.tsx';

/** @param words what is no code although it stands between backticks, if it reads as words */
export function Inline({
  text,
  words,
}: {
  readonly text: string;
  readonly words?: string | undefined;
}): ReactNode {
  return text.split('`').map((part, i) => {
    if (i % 2 === 0) return <Fragment key={i}>{part}</Fragment>;
    return part === words && readsAsWords(part) ? <em key={i}>{part}</em> : <Code key={i} text={part} />;
  });
}

/** Several words, or one as a dictionary has it: neither `AssumeRole` nor `eu-west-1`. */
function readsAsWords(text: string): boolean {
  return text.includes(' ') || /^[A-Z]?[a-z]+$/.test(text);
}

export function Prose({ text }: { readonly text: string }): ReactNode {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return paragraphs.map((paragraph, i) => (
    <p key={i}>
      <Inline text={paragraph} />
    </p>
  ));
}
