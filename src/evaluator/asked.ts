// A request, prepared once for all statements.
import { AskedValue } from './asked-value.ts';
import type { Request } from './request.ts';
import type { Lookup } from './template.ts';

export interface Asked extends Request {
  readonly actionLower: string;
  /** Values by key in lower case; a key without a value is not there. */
  readonly keys: ReadonlyMap<string, readonly AskedValue[]>;
  /** The value of a key that has exactly one. */
  readonly lookup: Lookup;
  readonly hasBoundary: boolean;
}

export function prepare(request: Request, hasBoundary: boolean): Asked {
  const keys = new Map<string, readonly AskedValue[]>();
  for (const key of Object.keys(request.context)) {
    const value = request.context[key] ?? [];
    const values =
      typeof value === 'string' ? [new AskedValue(value)] : value.map((text) => new AskedValue(text));
    if (values.length > 0) keys.set(key.toLowerCase(), values);
  }
  return {
    ...request,
    hasBoundary,
    actionLower: request.action.toLowerCase(),
    keys,
    lookup: (key) => {
      const values = keys.get(key);
      return values?.length === 1 ? values[0]?.text : undefined;
    },
  };
}
