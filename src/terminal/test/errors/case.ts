// What a case of an error text is: a situation in the blank world, and the line with which a command fails in it.

export interface ErrorCase {
  /** Typed before the command. */
  readonly before?: string;
  readonly command: string;
  /** The operation whose name the line says; none where nothing was called. */
  readonly calling?: string;
  /** The message, with the names of this situation. */
  readonly says: string;
  /** The status, where it is not that of a service's error. */
  readonly exit?: number;
  /** Typed after it, and goes through: what the message asks for helps. */
  readonly then?: string;
}

/** By the text: its code, a colon, the message with `X` for whatever is named. */
export type ErrorCases = Readonly<Record<string, ErrorCase>>;

/** Texts that cannot come up in this world, each with the reason. */
export type NeverShown = Readonly<Record<string, string>>;
