// Which messages a subscription wants, by its filter policy. What cannot be read lets nothing through.
import type { Named } from '../cloud.ts';
import { isStructure, textOf, type Input } from '../operation.ts';

type Values = ReadonlyMap<string, readonly string[]>;

/** Whether a message fits the filter policy of a subscription. */
export function isWanted(attributes: Named<string>, message: string, given: Named<Input>): boolean {
  const text = attributes['FilterPolicy'] ?? '';
  if (text === '') return true;
  const filter = parsed(text);
  if (!isStructure(filter)) return false;
  const values = attributes['FilterPolicyScope'] === 'MessageBody' ? inBody(message) : inAttributes(given);
  return Object.entries(filter).every(
    ([name, wanted]) => Array.isArray(wanted) && wanted.some((one) => fits(one, values.get(name))),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function inAttributes(given: Named<Input>): Values {
  return new Map(
    Object.entries(given).map(([name, value]) => {
      const text = textOf(value, 'StringValue');
      const list = textOf(value, 'DataType') === 'String.Array' ? parsed(text) : undefined;
      return [name, Array.isArray(list) ? list.map(String) : [text]] as const;
    }),
  );
}

function inBody(message: string): Values {
  const body = parsed(message);
  if (!isStructure(body)) return new Map();
  return new Map(
    Object.entries(body).map(
      ([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)] as const,
    ),
  );
}

function fits(wanted: unknown, values: readonly string[] | undefined): boolean {
  if (!isStructure(wanted)) return values?.includes(String(wanted)) ?? false;
  if ('exists' in wanted) return (values !== undefined) === wanted['exists'];
  if (!values) return false;
  if ('prefix' in wanted) return values.some((value) => value.startsWith(textOf(wanted, 'prefix')));
  if ('suffix' in wanted) return values.some((value) => value.endsWith(textOf(wanted, 'suffix')));
  const other = wanted['anything-but'];
  if (other === undefined) return false;
  const not = (Array.isArray(other) ? other : [other]).map(String);
  return values.some((value) => !not.includes(value));
}
