// The door of the evaluator: policies and a request in, a decision with its derivation out. Imports nothing.
export { parseJson } from './json.ts';
export type { JsonError, JsonFault, JsonMember, JsonNode, Range } from './json.ts';
export { placeOf } from './place.ts';
export type { Place } from './place.ts';
export { isBreaking } from './issue.ts';
export type { Issue, IssueCode, Severity } from './issue.ts';
export { messageOf } from './messages.ts';
export { isInvalid, POLICY_KINDS } from './policy.ts';
export type { Document, InvalidDocument, Policy, PolicyKind, Statement } from './policy.ts';
export { parsePolicy, readDocument } from './parse.ts';
export type { Context, Layers, Principal, PrincipalType, Request } from './request.ts';
export { isRuleId, RULES } from './rules.ts';
export type { RuleId } from './rules.ts';
export type { Decision, Pointer, Step, Verdict } from './trace.ts';
export { conclude } from './conclude.ts';
export { combine, decide, decideAll } from './decide.ts';
export { refusalsOf } from './refusals.ts';
export { errorText, explain, matchedSteps } from './explain.ts';
