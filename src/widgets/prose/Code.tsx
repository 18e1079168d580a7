// A piece of code in a line of text. Its short words are never broken, for a hyphen in a name is no place to break it.
import type { ReactNode } from 'react';

const SHORT = 20;

export function Code({ text }: { readonly text: string }): ReactNode {
  if (!/[-/]/.test(text)) return <code>{text}</code>;
  const words = text.split(/(\s+)/);
  if (words.length === 1) return <code className={isKept(text) ? 'whole' : undefined}>{text}</code>;
  return (
    <code>
      {words.map((word, i) =>
        isKept(word) ? (
          <span key={i} className="whole">
            {word}
          </span>
        ) : (
          word
        ),
      )}
    </code>
  );
}

function isKept(word: string): boolean {
  return /[-/]/.test(word) && word.length <= SHORT;
}
