// Several patterns, searched as one.
import { matchesGlob, type Glob } from './glob.ts';

/** Of a pattern that begins with a wildcard, or is so long that its mark does not fit: it has to be looked at. */
const ANY = -1;
/** Of a pattern that is not there. */
const NEVER = -2;
const LONGEST = 0x7fff;

/**
 * Beside the patterns stand marks: the last character of each head and its place, in one number. Nearly every pattern that
 * does not fit differs there, so that a long list is passed over without a look at its patterns.
 */
export class GlobList {
  private readonly globs: readonly (Glob | undefined)[];
  private readonly marks: readonly number[];

  constructor(globs: readonly (Glob | undefined)[]) {
    this.globs = globs;
    this.marks = globs.map((glob) => {
      if (!glob) return NEVER;
      const end = glob.head.length - 1;
      return end < 0 || end > LONGEST ? ANY : end * 0x10000 + glob.head.charCodeAt(end);
    });
  }

  /** The place of the first that the text fits, or -1. */
  find(text: string): number {
    for (let i = 0; i < this.marks.length; i += 1) {
      const glob = this.mayFit(i, text) ? this.globs[i] : undefined;
      if (glob && matchesGlob(glob, text)) return i;
    }
    return -1;
  }

  /** False where a text cannot fit a pattern. */
  mayFit(place: number, text: string): boolean {
    const mark = this.marks[place] ?? NEVER;
    if (mark < 0) return mark === ANY;
    return text.charCodeAt(mark >> 16) === (mark & 0xffff);
  }
}
