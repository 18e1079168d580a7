// A policy that has been read: typed, every part with its place in the text. It never decides anything.
import type { Glob } from './glob.ts';
import type { GlobList } from './glob-list.ts';
import type { Issue } from './issue.ts';
import type { Range } from './json.ts';
import type { Operator, Search, SetOperator } from './operators.ts';
import type { Template } from './template.ts';

export const POLICY_KINDS = [
  'identity',
  'resource',
  'trust',
  'boundary',
  'session',
  'scp',
  'rcp',
  'vpce',
] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

/** A string of the document and where it stands, quotes included. */
export interface Text {
  readonly value: string;
  readonly range: Range;
}

/** A pattern is ready to be compared, or has variables that the request fills in. All have the same members: many are read. */
export type Pattern = Text &
  (
    | { readonly glob: Glob; readonly template: undefined }
    | { readonly glob: undefined; readonly template: Template }
  );

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface Patterns {
  readonly not: boolean;
  readonly patterns: readonly Pattern[];
  /** The same, ready to be searched; absent where one has variables. */
  readonly globs: GlobList | undefined;
  readonly range: Range;
  /** All patterns in one line. */
  readonly shown: string;
}

/** Whom a resource or trust policy names. An `arn` names whoever has exactly this ARN. */
export type Named =
  | { readonly kind: 'everybody'; readonly text: Text }
  | { readonly kind: 'account'; readonly account: string; readonly text: Text }
  | { readonly kind: 'arn'; readonly arn: string; readonly text: Text }
  | { readonly kind: 'id'; readonly id: string; readonly text: Text }
  | { readonly kind: 'service'; readonly service: string; readonly text: Text }
  | { readonly kind: 'provider'; readonly provider: string; readonly text: Text }
  | { readonly kind: 'canonicalUser'; readonly text: Text };

/** `Principal` or `NotPrincipal`. */
export interface PrincipalElement {
  readonly not: boolean;
  readonly named: readonly Named[];
  readonly range: Range;
  readonly shown: string;
}

/** What a condition compares with: ready, or with variables that the request fills in, of the values that have some. */
export type Wanted =
  | { readonly search: Search; readonly templates: undefined }
  | { readonly search: undefined; readonly templates: readonly (Template | undefined)[] };

export interface Condition {
  readonly operatorText: Text;
  readonly key: Text;
  readonly keyLower: string;
  readonly range: Range;
  readonly shown: string;
  readonly test:
    | { readonly kind: 'null'; readonly values: readonly Text[] }
    | {
        readonly kind: 'value';
        readonly operator: Operator;
        readonly ifExists: boolean;
        readonly set: SetOperator | undefined;
        readonly values: readonly Text[];
        readonly wanted: Wanted;
      };
}

export interface Statement {
  readonly index: number;
  readonly range: Range;
  readonly sid: Text | undefined;
  readonly effect: 'Allow' | 'Deny';
  readonly principal: PrincipalElement | undefined;
  readonly action: Patterns;
  /** Absent in trust policies: the role itself is meant. */
  readonly resource: Patterns | undefined;
  readonly conditions: readonly Condition[];
}

export interface Policy {
  readonly kind: PolicyKind;
  readonly text: string;
  readonly statements: readonly Statement[];
  /** What was found and leaves its meaning alone. */
  readonly issues: readonly Issue[];
}

/** A document that could not be read. It allows nothing, and a decision that it might have denied is not allowed. */
export interface InvalidDocument {
  readonly kind: PolicyKind;
  readonly text: string;
  readonly issues: readonly Issue[];
  /** May it contain a Deny? */
  readonly mayDeny: boolean;
}

export type Document = Policy | InvalidDocument;

export function isInvalid(document: Document): document is InvalidDocument {
  return 'mayDeny' in document;
}
