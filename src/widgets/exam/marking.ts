// Stretches of text in an element of the page, counted in characters: found, shown, and read off a selection.
import type { Range } from '#exam';
import { canMark } from './can-mark.ts';

const NAME = 'stem';

function textsIn(root: Node): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function domRange(root: Node, [from, to]: Range): globalThis.Range {
  const range = document.createRange();
  range.selectNodeContents(root);
  let before = 0;
  for (const text of textsIn(root)) {
    const after = before + text.length;
    if (before <= from && from < after) range.setStart(text, from - before);
    if (before < to && to <= after) range.setEnd(text, to - before);
    before = after;
  }
  return range;
}

/** Shows ranges of an element as marked, and nothing else. */
export function showMarked(root: Node | undefined, ranges: readonly Range[]): void {
  if (!canMark()) return;
  CSS.highlights.delete(NAME);
  if (root && ranges.length > 0)
    CSS.highlights.set(NAME, new Highlight(...ranges.map((range) => domRange(root, range))));
}

/** What is selected of an element; `undefined` when that is nothing. */
export function selectedIn(root: Node): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const selected = selection.getRangeAt(0);
  if (!selected.intersectsNode(root)) return undefined;
  const whole = document.createRange();
  whole.selectNodeContents(root);
  const offsetOf = (node: Node, offset: number): number => {
    const place = whole.comparePoint(node, offset);
    if (place !== 0) return place < 0 ? 0 : whole.toString().length;
    const before = whole.cloneRange();
    before.setEnd(node, offset);
    return before.toString().length;
  };
  const from = offsetOf(selected.startContainer, selected.startOffset);
  const to = offsetOf(selected.endContainer, selected.endOffset);
  return from < to ? [from, to] : undefined;
}

export interface Sentence {
  readonly range: Range;
  readonly text: string;
}

/** The sentences of an element, paragraph by paragraph. */
export function sentencesOf(root: Element): readonly Sentence[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  let start = 0;
  return [...root.children].flatMap((paragraph) => {
    const at = start;
    const text = paragraph.textContent;
    start += text.length;
    return [...segmenter.segment(text)].map(({ segment, index }): Sentence => {
      const whole = segment.trimEnd();
      return { text: whole, range: [at + index, at + index + whole.length] };
    });
  });
}
