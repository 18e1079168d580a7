// Several patterns, searched as one.
import { matchesGlob, type Glob } from './glob.ts';

/** No character: of a pattern that begins with a wildcard, and of one that is not there. */
const ANY = -1;
const NEVER = -2;

/**
 * Beside the patterns stands the last character of each head and its place. Nearly every pattern that does not fit
 * differs there, so that a long list is passed over without a look at its patterns.
 */
export class GlobList {
  private readonly globs: readonly (Glob | undefined)[];
  private readonly edges: readonly number[];
  private readonly ends: readonly number[];

  constructor(globs: readonly (Glob | undefined)[]) {
    this.globs = globs;
    this.edges = globs.map((glob) => {
      if (!glob) return NEVER;
      return glob.head === '' ? ANY : glob.head.charCodeAt(glob.head.length - 1);
    });
    this.ends = globs.map((glob) => (glob?.head.length ?? 1) - 1);
  }

  /** The place of the first that the text fits, or -1. */
  find(text: string): number {
    for (let i = 0; i < this.edges.length; i += 1) {
      if (!this.mayFit(i, text)) continue;
      const glob = this.globs[i];
      if (glob && matchesGlob(glob, text)) return i;
    }
    return -1;
  }

  /** False where a text cannot fit a pattern. */
  mayFit(place: number, text: string): boolean {
    const edge = this.edges[place];
    return edge === ANY || text.charCodeAt(this.ends[place] ?? 0) === edge;
  }
}
