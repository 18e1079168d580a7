// A class of requests on which the peer may decide otherwise, and why it is not followed there.
import type { Line } from '../peer/simulation.ts';

export interface Class {
  readonly name: string;
  /** The document that decides: an id of `content/sources.yaml`. */
  readonly source: string;
  /** What that document says. */
  readonly says: string;
  /** Narrow: what it covers is rare, and looks at the request alone. */
  readonly covers: (line: Line) => boolean;
}
