// What is wrong with a document: a code, a place and details. The sentences are in `messages.ts`.
import type { JsonFault, Range } from './json.ts';
import type { STRUCTURE } from './messages-structure.ts';
import type { ERRORS } from './validate/messages-errors.ts';
import type { SECURITY_WARNINGS } from './validate/messages-security-warnings.ts';
import type { SUGGESTIONS } from './validate/messages-suggestions.ts';
import type { WARNINGS } from './validate/messages-warnings.ts';

export type Severity = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION';

/**
 * Codes of IAM Access Analyzer where it has one, each in the table of its severity. Source: ug-policy-checks.
 */
export type IssueCode =
  | keyof typeof STRUCTURE
  | keyof typeof ERRORS
  | keyof typeof SECURITY_WARNINGS
  | keyof typeof WARNINGS
  | keyof typeof SUGGESTIONS;

export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** Where in the document's tree, such as `Statement[1].Condition`. */
  readonly path: string;
  readonly range: Range;
  /** What the sentence needs: the text found, the names that are known. */
  readonly detail: Readonly<Record<string, string>>;
  readonly fault?: JsonFault;
  /** The sentence of a finding that the parser does not know. */
  readonly says?: string;
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
  return BREAKING.has(issue.code) && !/(?:^Id|\.Sid)$/.test(issue.path);
}
