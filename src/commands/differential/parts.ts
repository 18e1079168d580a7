// The statements and conditions of a line, as they stand there. It knows no meaning.
import type { PolicyKind } from '#evaluator';
import type { Line } from '../peer/simulation.ts';

export interface StatementPart {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly version: unknown;
}

export interface ConditionPart {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** The values of the key in the request; none when it is missing. */
  readonly asked: readonly string[];
}

export interface DocumentPart {
  readonly kind: PolicyKind;
  readonly document: unknown;
}

export function documentsIn(line: Line): readonly DocumentPart[] {
  const parts = (kind: PolicyKind, documents: readonly unknown[] = []): readonly DocumentPart[] =>
    documents.filter((document) => document !== undefined).map((document) => ({ kind, document }));
  const isTrust = line.request.action.toLowerCase().startsWith('sts:assumerole');
  return [
    ...parts('identity', line.identityPolicies),
    ...parts('boundary', [line.permissionsBoundary]),
    ...parts('session', line.sessionPolicies),
    ...parts('scp', line.serviceControlPolicies?.flat()),
    ...parts('rcp', line.resourceControlPolicies?.flat()),
    ...parts(isTrust ? 'trust' : 'resource', [line.resourcePolicy]),
    ...parts('vpce', [line.vpcEndpointPolicy]),
  ];
}

export function statementsIn(line: Line): readonly StatementPart[] {
  return documentsIn(line).flatMap(({ document }) => {
    const { Version: version, Statement: given } = fieldsOf(document);
    return listOf(given).map((statement) => ({ fields: fieldsOf(statement), version }));
  });
}

export function conditionsIn(line: Line): readonly ConditionPart[] {
  return statementsIn(line).flatMap(({ fields }) =>
    Object.entries(fieldsOf(fields['Condition'])).flatMap(([operator, keys]) =>
      Object.entries(fieldsOf(keys)).map(([key, values]) => ({
        operator,
        key,
        values: listOf(values).map(String),
        asked: askedFor(line, key),
      })),
    ),
  );
}

/** The texts of an element that takes one or several. */
export const textsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((one) => typeof one === 'string');

/** The names of the variables in a text that have neither a value nor a default. */
export function missingIn(line: Line, text: string): readonly string[] {
  const names = [...text.matchAll(/\$\{([^{},']+)\}/g)].map((found) => found[1] ?? '');
  return names.filter((name) => !['*', '?', '$'].includes(name) && askedFor(line, name).length !== 1);
}

function askedFor({ request: { context } }: Line, key: string): readonly string[] {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase());
  return found ? textsOf(found[1]) : [];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
