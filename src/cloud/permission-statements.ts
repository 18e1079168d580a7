// Statements that a call adds to a resource's policy under a label, for whole accounts. Which policies are right is not known here.
import { isStructure } from './operation.ts';

export interface Permission {
  readonly label: string;
  /** Account ids. */
  readonly accounts: readonly string[];
  /** Such as `SQS:SendMessage`. */
  readonly actions: readonly string[];
  readonly resource: string;
}

type Document = Readonly<Record<string, unknown>>;

function read(text: string | undefined): Document {
  const value: unknown = text === undefined ? undefined : JSON.parse(text);
  return isStructure(value) ? value : {};
}

function statementsIn(document: Document): readonly unknown[] {
  const own = document['Statement'];
  return Array.isArray(own) ? own : own === undefined ? [] : [own];
}

const hasSid = (statement: unknown, sid: string): boolean =>
  isStructure(statement) && statement['Sid'] === sid;

/** Has the policy a statement of this label? */
export function hasLabel(text: string | undefined, label: string): boolean {
  return statementsIn(read(text)).some((statement) => hasSid(statement, label));
}

/** The policy with one more statement. @param id of a policy that begins with it */
export function withPermission(text: string | undefined, permission: Permission, id: string): string {
  const document = text === undefined ? { Version: '2012-10-17', Id: id } : read(text);
  const { label, accounts, actions, resource } = permission;
  const statement = {
    Sid: label,
    Effect: 'Allow',
    Principal: { AWS: oneOrMany(accounts.map((account) => `arn:aws:iam::${account}:root`)) },
    Action: oneOrMany(actions),
    Resource: resource,
  };
  return JSON.stringify({ ...document, Statement: [...statementsIn(document), statement] });
}

/** The policy without the statement of a label; `undefined` when nothing is left. */
export function withoutPermission(text: string, label: string): string | undefined {
  const document = read(text);
  const left = statementsIn(document).filter((statement) => !hasSid(statement, label));
  return left.length === 0 ? undefined : JSON.stringify({ ...document, Statement: left });
}

function oneOrMany(values: readonly string[]): string | readonly string[] {
  const [only] = values;
  return only !== undefined && values.length === 1 ? only : values;
}
