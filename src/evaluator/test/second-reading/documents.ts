// A policy document to its statements, or the word that it is invalid. It never asks what a statement means.
import { parseText } from './json.ts';
import { operatorNamed, type Operator } from './operators.ts';

export type Kind = 'identity' | 'boundary' | 'session' | 'scp' | 'rcp' | 'resource' | 'trust' | 'endpoint';

/** One name of a Principal element: `{"AWS": "111122223333"}` gives kind `AWS`. */
export interface Name {
  readonly kind: string;
  readonly text: string;
}

export interface Condition {
  readonly operator: Operator;
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** From version 2012-10-17 on `${…}` is a variable; before it is text. */
  readonly hasVariables: boolean;
  readonly principal: readonly Name[] | undefined;
  readonly notPrincipal: readonly Name[] | undefined;
  readonly action: readonly string[] | undefined;
  readonly notAction: readonly string[] | undefined;
  readonly resource: readonly string[] | undefined;
  readonly notResource: readonly string[] | undefined;
  readonly conditions: readonly Condition[];
}

export interface Reading {
  readonly valid: boolean;
  /** Empty when invalid: such a document says nothing. */
  readonly statements: readonly Statement[];
  /** Was this document in a place, or of a content, where it could have denied? */
  readonly couldDeny: boolean;
}

type Fields = ReadonlyMap<string, unknown>;

const TOP = ['Version', 'Id', 'Statement'];
const INNER = [
  ...['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource'],
  'Condition',
];
const PRINCIPAL_KINDS = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const WITHOUT_PRINCIPAL: readonly Kind[] = ['identity', 'boundary', 'session'];
const WITH_PRINCIPAL: readonly Kind[] = ['resource', 'trust'];

export function readDocument(given: unknown, kind: Kind): Reading {
  const fields = fieldsOf(typeof given === 'string' ? parseText(given) : given);
  const read = fields && only(fields, TOP) ? statementsOf(fields, kind) : undefined;
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const couldDeny = kind !== 'identity' || /"Effect"\s*:\s*"Deny"/.test(text);
  return { valid: read !== undefined, statements: read ?? [], couldDeny };
}

function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

const only = (fields: Fields, names: readonly string[]): boolean =>
  [...fields.keys()].every((name) => names.includes(name));

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** All or nothing: one item that cannot be read makes the list unreadable. */
function all<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const read = items.filter((item) => item !== undefined);
  return read.length === items.length ? read : undefined;
}

function statementsOf(fields: Fields, kind: Kind): readonly Statement[] | undefined {
  if (!fields.has('Statement')) return undefined;
  const hasVariables = fields.get('Version') === '2012-10-17';
  return all(listOf(fields.get('Statement')).map((one) => statementOf(one, kind, hasVariables)));
}

function statementOf(value: unknown, kind: Kind, hasVariables: boolean): Statement | undefined {
  const fields = fieldsOf(value);
  if (!fields || !only(fields, INNER)) return undefined;
  const effect = fields.get('Effect');
  if (effect !== 'Allow' && effect !== 'Deny') return undefined;

  const count = (element: string): number =>
    Number(fields.has(element)) + Number(fields.has(`Not${element}`));
  if (count('Action') !== 1) return undefined;
  if (count('Resource') > 1 || (count('Resource') === 0 && kind !== 'trust')) return undefined;
  if (count('Principal') > 1) return undefined;
  if (count('Principal') === 0 && WITH_PRINCIPAL.includes(kind)) return undefined;
  if (count('Principal') === 1 && WITHOUT_PRINCIPAL.includes(kind)) return undefined;

  const conditions = fields.has('Condition') ? conditionsOf(fields.get('Condition')) : [];
  const texts = (element: string) => textsOf(fields.get(element));
  const names = (element: string) => namesOf(fields.get(element));
  const unread = (element: string, read: unknown): boolean => fields.has(element) && read === undefined;
  const lists = ['Action', 'NotAction', 'Resource', 'NotResource'];
  if (!conditions || lists.some((element) => unread(element, texts(element)))) return undefined;
  if (['Principal', 'NotPrincipal'].some((element) => unread(element, names(element)))) return undefined;
  return {
    effect,
    hasVariables,
    principal: names('Principal'),
    notPrincipal: names('NotPrincipal'),
    action: texts('Action'),
    notAction: texts('NotAction'),
    resource: texts('Resource'),
    notResource: texts('NotResource'),
    conditions,
  };
}

const textsOf = (value: unknown): readonly string[] | undefined =>
  all(listOf(value).map((item) => (typeof item === 'string' ? item : undefined)));

function namesOf(value: unknown): readonly Name[] | undefined {
  if (value === '*') return [{ kind: 'AWS', text: '*' }];
  const fields = fieldsOf(value);
  if (!fields || !only(fields, PRINCIPAL_KINDS)) return undefined;
  const read = [...fields].map(([kind, names]) => textsOf(names)?.map((text) => ({ kind, text })));
  return all(read)?.flat();
}

/** Numbers and booleans may stand without quotes. */
const valuesOf = (value: unknown): readonly string[] | undefined =>
  all(
    listOf(value).map((item) =>
      typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean'
        ? String(item)
        : undefined,
    ),
  );

function conditionsOf(value: unknown): readonly Condition[] | undefined {
  const blocks = fieldsOf(value);
  if (!blocks) return undefined;
  const read = [...blocks].map(([name, block]) => {
    const operator = operatorNamed(name);
    const keys = fieldsOf(block);
    if (!operator || !keys) return undefined;
    return all(
      [...keys].map(([key, given]) => {
        const values = valuesOf(given);
        return values && { operator, key, values };
      }),
    );
  });
  return all(read)?.flat();
}
