// What a proof found wanting, at the field of the item that says otherwise.

export interface Failure {
  /** The path of a field in the item's file, such as `['options', 2]`. */
  readonly field: readonly PropertyKey[];
  readonly reason: string;
}

export function failuresAt(field: readonly PropertyKey[], reasons: readonly string[]): readonly Failure[] {
  return reasons.map((reason) => ({ field, reason }));
}
