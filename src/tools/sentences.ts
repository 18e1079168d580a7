// Sentences of prose that are too long to be read once.

/** @returns the sentences of more than so many words; tables and headings are no sentences */
export function longSentences(prose: string, most: number): readonly string[] {
  return prose
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)/)
    .filter((block) => !/^\s*[|#]/.test(block))
    .flatMap((block) => block.replace(/\s+/g, ' ').split(/(?<=[.!?:][”"’)]?)\s/))
    .filter((sentence) => sentence.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length > most);
}
