// How grave a finding is, by the table in which its sentence stands.
import type { IssueCode, Severity } from '../issue.ts';
import { STRUCTURE } from '../messages-structure.ts';
import { ERRORS } from './messages-errors.ts';
import { SECURITY_WARNINGS } from './messages-security-warnings.ts';
import { SUGGESTIONS } from './messages-suggestions.ts';
import { WARNINGS } from './messages-warnings.ts';

const TABLES: readonly (readonly [Severity, Readonly<Record<string, string>>])[] = [
  ['ERROR', ERRORS],
  ['SECURITY_WARNING', SECURITY_WARNINGS],
  ['WARNING', WARNINGS],
  ['SUGGESTION', SUGGESTIONS],
  ['ERROR', STRUCTURE],
];

export function weigh(code: IssueCode): { readonly severity: Severity; readonly says: string } {
  for (const [severity, sentences] of TABLES) {
    const says = sentences[code];
    if (says !== undefined) return { severity, says };
  }
  throw new Error(`no sentence for ${code}`);
}
