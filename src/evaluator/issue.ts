// What is wrong with a document: a code, a place and details. The sentences are in `messages.ts`.
import type { JsonFault, Range } from './json.ts';

export type Severity = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION';

/** Codes of IAM Access Analyzer where it has one. */
export type IssueCode =
  | 'JSON_SYNTAX_ERROR'
  | 'POLICY_TOO_LARGE'
  | 'DATA_TYPE_MISMATCH'
  | 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE'
  | 'INVALID_POLICY_ELEMENT'
  | 'INVALID_VERSION'
  | 'MISSING_VERSION'
  | 'MISSING_STATEMENT'
  | 'MISSING_EFFECT'
  | 'INVALID_EFFECT'
  | 'MISSING_ACTION'
  | 'INVALID_ACTION'
  | 'VARIABLE_UNSUPPORTED_IN_ELEMENT'
  | 'MISSING_RESOURCE'
  | 'INVALID_ARN_PREFIX'
  | 'MISSING_PRINCIPAL'
  | 'UNSUPPORTED_PRINCIPAL'
  | 'SCP_SYNTAX_ERROR_PRINCIPAL'
  | 'INVALID_PRINCIPAL_KEY'
  | 'INVALID_PRINCIPAL_FORMAT'
  | 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL'
  | 'ALLOW_WITH_NOT_PRINCIPAL'
  | 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE'
  | 'MISMATCHED_ACTION_FOR_PRINCIPAL'
  | 'UNSUPPORTED_ELEMENT_COMBINATION'
  | 'UNSUPPORTED_SID'
  | 'UNIQUE_SIDS_REQUIRED'
  | 'INVALID_CONDITION_OPERATOR'
  | 'NULL_WITH_IF_EXISTS';

export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** Where in the document's tree, such as `Statement[1].Condition`. */
  readonly path: string;
  readonly range: Range;
  /** What the sentence needs: the text found, the names that are known. */
  readonly detail: Readonly<Record<string, string>>;
  readonly fault?: JsonFault;
}

/**
 * Findings after which a document means nothing: it is not JSON, it repeats a key, it has an element, effect, operator
 * or kind of principal that does not exist, or it lacks what it must have.
 * Every other finding leaves the decision alone.
 */
const BREAKING: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'JSON_SYNTAX_ERROR',
  'POLICY_TOO_LARGE',
  'DATA_TYPE_MISMATCH',
  'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  'INVALID_POLICY_ELEMENT',
  'MISSING_STATEMENT',
  'MISSING_EFFECT',
  'INVALID_EFFECT',
  'MISSING_ACTION',
  'MISSING_RESOURCE',
  'MISSING_PRINCIPAL',
  'UNSUPPORTED_PRINCIPAL',
  'INVALID_PRINCIPAL_KEY',
  'ALLOW_WITH_NOT_PRINCIPAL',
  'UNSUPPORTED_ELEMENT_COMBINATION',
  'INVALID_CONDITION_OPERATOR',
  'NULL_WITH_IF_EXISTS',
]);

export function isBreaking(issue: Issue): boolean {
  return BREAKING.has(issue.code) && issue.path !== 'Id';
}
