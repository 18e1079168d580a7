// What a service's operations take and give, as data. It knows neither the command line nor what an operation does.

/**
 * A shape by its kind. Where a type is asked for stands the name of another shape or of a primitive: `string`, `number`,
 * `boolean`, `timestamp`, `blob`, `document`.
 */
export type Shape =
  | { readonly members: Readonly<Record<string, string>>; readonly required?: readonly string[] }
  | { readonly list: string }
  | { readonly map: string }
  | { readonly enum: readonly string[] };

export interface OperationModel {
  /** Names of shapes; absent when the operation takes or gives nothing. */
  readonly input?: string;
  readonly output?: string;
  /** Names of the exceptions that the service documents for it. */
  readonly errors: readonly string[];
}

/** Of a text or a list its length, of a number its value. */
export interface Limit {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

export interface ServiceModel {
  /** What the command line calls it. */
  readonly command: string;
  /** The prefix of its actions. */
  readonly prefix: string;
  /** The operations that are simulated. */
  readonly operations: Readonly<Record<string, OperationModel>>;
  /** The names of its other operations. */
  readonly others: readonly string[];
  readonly shapes: Readonly<Record<string, Shape>>;
  /** By structure and member, `CreateUserRequest.UserName`; of what a list of simple values holds, with `[]` behind it. */
  readonly limits: ReadonlyMap<string, Limit>;
}
