// The sentences for issues, in English: plain, lower case, the reader's own text in backticks, then what to do.
import type { Issue, IssueCode } from './issue.ts';
import type { JsonFault } from './json.ts';

type Detail = Issue['detail'];

const FAULTS: Readonly<Record<JsonFault, (found: string) => string>> = {
  empty: () => 'the document is empty. Begin with `{`',
  unexpected: (found) => `did not expect \`${found}\` here. Check the quotes and commas before it`,
  'unexpected-end': () => 'the document ends too early. Close every quote and bracket',
  'trailing-comma': () => 'a comma stands before a closing bracket. Take it away',
  comment: () => 'JSON has no comments. Take it away',
  'smart-quote': (found) => `\`${found}\` is a typographic quote. Use the straight \`"\``,
  'control-character': () => 'an invisible control character stands here. Take it away',
  'bad-escape': (found) => `\`${found}\` is no escape that JSON knows. Write \`\\\\\` for a backslash`,
  'lone-surrogate': () => 'half a character stands in this string. Type it again',
  'bad-number': (found) => `\`${found}\` is no number that JSON knows`,
  'duplicate-key': (found) =>
    `\`${found.replaceAll('"', '')}\` stands here twice. AWS refuses a repeated key: make one list of the two`,
  'too-deep': () => 'brackets are nested deeper than in any policy. Close some of them',
  'after-end': (found) => `\`${found}\` stands after the end of the document. Keep one document`,
};

const say = (d: Detail, name: string): string => d[name] ?? '';
const meant = (d: Detail): string => (d['meant'] === undefined ? '' : `. Did you mean \`${d['meant']}\`?`);

const SENTENCES: Readonly<Record<Exclude<IssueCode, 'JSON_SYNTAX_ERROR'>, (detail: Detail) => string>> = {
  POLICY_TOO_LARGE: (d) =>
    `the document has ${say(d, 'size')} characters. More than ${say(d, 'largest')} are not read here`,
  DATA_TYPE_MISMATCH: (d) => `expected ${say(d, 'wanted')} here`,
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: (d) =>
    `\`${say(d, 'found')}\` stands here twice, in two spellings. Keep one`,
  INVALID_POLICY_ELEMENT: (d) =>
    `\`${say(d, 'found')}\` is no element of this place${meant(d) || `. Known are ${say(d, 'known')}`}`,
  INVALID_VERSION: (d) => `\`${say(d, 'found')}\` is no version of the policy language. Use \`2012-10-17\``,
  MISSING_VERSION: () => 'without a Version the rules of 2008 apply. Add `"Version": "2012-10-17"`',
  MISSING_STATEMENT: () => 'a policy needs a `Statement`',
  MISSING_EFFECT: () => 'the statement needs an `Effect`, `Allow` or `Deny`',
  INVALID_EFFECT: (d) => `\`${say(d, 'found')}\` is no effect. Write \`Allow\` or \`Deny\`, with a capital`,
  MISSING_ACTION: () => 'the statement needs an `Action` or a `NotAction`',
  INVALID_ACTION: (d) =>
    `\`${say(d, 'found')}\` is no action. Write the service, a colon and the name, such as \`s3:GetObject\``,
  VARIABLE_UNSUPPORTED_IN_ELEMENT: (d) =>
    `\`${say(d, 'found')}\`: an action takes no variable. Use \`*\` or \`?\``,
  MISSING_RESOURCE: () => 'the statement needs a `Resource` or a `NotResource`',
  INVALID_ARN_PREFIX: (d) => `\`${say(d, 'found')}\` is no ARN. Begin with \`arn:\` or write \`*\``,
  MISSING_PRINCIPAL: () => 'a policy of a resource needs a `Principal`: whom does it speak about?',
  UNSUPPORTED_PRINCIPAL: () => 'a policy on an identity has no `Principal`: it speaks about its owner',
  SCP_SYNTAX_ERROR_PRINCIPAL: () => 'a service control policy has no `Principal`',
  INVALID_PRINCIPAL_KEY: (d) => `\`${say(d, 'found')}\` is no kind of principal. Use \`AWS\` or \`Service\``,
  INVALID_PRINCIPAL_FORMAT: (d) =>
    `\`${say(d, 'found')}\` names no principal. Use an account, the ARN of a user, role or session, or a service; a group cannot be one`,
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: (d) =>
    `\`${say(d, 'found')}\`: a principal takes no wildcard inside. Use \`*\` alone and a condition on \`aws:PrincipalArn\``,
  ALLOW_WITH_NOT_PRINCIPAL: () =>
    '`NotPrincipal` with `Allow` is not supported any more. Name the principals',
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: () => 'a trust policy has no `Resource`: it speaks about its role',
  MISMATCHED_ACTION_FOR_PRINCIPAL: (d) =>
    `a trust policy takes \`sts:\` actions only, not \`${say(d, 'found')}\``,
  UNSUPPORTED_ELEMENT_COMBINATION: (d) =>
    `\`${say(d, 'first')}\` and \`${say(d, 'second')}\` exclude each other. Keep one`,
  UNSUPPORTED_SID: (d) => `\`${say(d, 'found')}\`: use letters and digits only`,
  UNIQUE_SIDS_REQUIRED: (d) =>
    `the Sid \`${say(d, 'found')}\` stands here twice. Give each statement its own`,
  INVALID_CONDITION_OPERATOR: (d) => `\`${say(d, 'found')}\` is no condition operator${meant(d)}`,
  NULL_WITH_IF_EXISTS: () => '`Null` asks whether a key exists and takes no `IfExists`',
};

/** One sentence for one issue, without its place. */
export function messageOf(issue: Issue): string {
  if (issue.code === 'JSON_SYNTAX_ERROR')
    return FAULTS[issue.fault ?? 'unexpected'](say(issue.detail, 'found'));
  return SENTENCES[issue.code](issue.detail);
}
