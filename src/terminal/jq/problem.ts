// Ways out of a jq program other than its outputs.
import type { Value } from '../value.ts';

/** What a program raises, by itself or by `error`; `try` catches its value. */
export class Problem extends Error {
  readonly value: Value;

  constructor(value: Value) {
    super(typeof value === 'string' ? value : '');
    this.value = value;
  }
}

/** `break $label`: everything up to the label is over. */
export class Break extends Error {
  readonly label: object;

  constructor(label: object) {
    super();
    this.label = label;
  }
}

/** `halt` and `halt_error`. */
export class Halt extends Error {
  readonly exit: number;
  readonly said: Value | undefined;

  constructor(exit: number, said?: Value) {
    super();
    this.exit = exit;
    this.said = said;
  }
}

/** The program ran too long for this place. */
export class Stopped extends Error {}

/** A program that is none: what was not expected. */
export class Unreadable extends Error {}
