// A message as it is pasted, out of its XML and with the line breaks that a terminal put into it, even within a word.

export interface Pasted {
  /** With a single space or a single line break wherever there was white space. */
  readonly text: string;
  readonly code?: string;
}

const ENTITIES: readonly (readonly [string, string])[] = [
  ['&quot;', '"'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&amp;', '&'],
];

export function unwrapped(pasted: string): Pasted {
  const code = /<Code>\s*([\w.]+)\s*<\/Code>/.exec(pasted)?.[1];
  const message = /<Message>(.*?)(?:<\/Message>|$)/s.exec(pasted)?.[1];
  const said = message === undefined ? pasted : decoded(message);
  const text = said
    .replace(/\r\n?/g, '\n')
    // A prompt below the message is none of its words.
    .replace(/\n[$#%>](?=\s|$)/g, '\n\n')
    .replace(/\s+/g, (blank) => (blank === '\n' ? '\n' : ' '))
    .trim();
  return { text, ...(code === undefined ? {} : { code }) };
}

const decoded = (xml: string): string =>
  ENTITIES.reduce((text, [entity, sign]) => text.replaceAll(entity, sign), xml);

/** The source of a pattern for these words: a line may end between any two letters of them. */
export const loose = (words: string): string =>
  words.replace(/(?<=.)(?=.)/g, '\\n?').replaceAll(' ', '[ \\n]');

export const joined = (text: string): string => text.replaceAll('\n', '');
