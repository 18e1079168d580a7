// A verdict in the shape of AWS's policy simulator, so that what is learned here is recognised there.
// Source: api-simulate-principal-policy.
import { prepare } from './asked.ts';
import { decidingSteps, matchedSteps } from './matched.ts';
import { placeOf } from './place.ts';
import { isInvalid, type Document, type PolicyKind, type Statement } from './policy.ts';
import { documentAt, placedDocuments } from './places.ts';
import type { Layers, Request } from './request.ts';
import { namesIn, type Template } from './template.ts';
import type { Decision, Pointer, Step, Verdict } from './trace.ts';

interface Position {
  readonly Line: number;
  readonly Column: number;
}

/** Lines and columns from 1: behind what was read before the statement, and behind its last character. */
export interface SimulatedStatement {
  readonly SourcePolicyId: string;
  readonly SourcePolicyType: string;
  readonly StartPosition: Position;
  readonly EndPosition: Position;
}

/** One result of `SimulatePrincipalPolicy`. */
export interface SimulationResult {
  readonly EvalActionName: string;
  readonly EvalResourceName: string;
  readonly EvalDecision: Decision;
  readonly MatchedStatements: readonly SimulatedStatement[];
  readonly MissingContextValues: readonly string[];
  readonly OrganizationsDecisionDetail?: { readonly AllowedByOrganizations: boolean };
  readonly PermissionsBoundaryDecisionDetail?: { readonly AllowedByPermissionsBoundary: boolean };
  readonly EvalDecisionDetails?: Readonly<Record<string, Decision>>;
}

/** What a document is called and where it comes from, by its place; AWS never names policies of organizations here. */
export interface Origin {
  readonly id: string;
  readonly type: 'user' | 'group' | 'role' | 'aws-managed' | 'user-managed' | 'resource' | 'none';
}

/** AWS's simulator asks these layers for statements; of an organization it says only whether it allows. */
const SIMULATED: ReadonlySet<PolicyKind> = new Set<PolicyKind>([
  'identity',
  'boundary',
  'resource',
  'trust',
  'session',
]);

/** @param originOf the name of a document; without it, its kind and number */
export function simulationResult(
  request: Request,
  layers: Layers,
  verdict: Verdict,
  originOf: (at: Pointer) => Origin = unnamed,
): SimulationResult {
  const step = stepOf(verdict.trace);
  const organizations = step('scp-never-grants');
  const boundary = step('boundary-is-a-ceiling');
  const crossing = step('both-accounts-must-allow');
  return {
    EvalActionName: request.action,
    EvalResourceName: request.resource,
    EvalDecision: verdict.decision,
    MatchedStatements: decidingSteps(verdict).flatMap(({ at }) =>
      at && SIMULATED.has(at.layer) ? [simulated(at, layers, originOf(at))] : [],
    ),
    MissingContextValues: missingContextValues(request, layers),
    ...(organizations
      ? {
          OrganizationsDecisionDetail: {
            AllowedByOrganizations: organizations.holds && !deniedBy(verdict, 'scp'),
          },
        }
      : {}),
    ...(boundary
      ? {
          PermissionsBoundaryDecisionDetail: {
            AllowedByPermissionsBoundary: boundary.holds && !deniedBy(verdict, 'boundary'),
          },
        }
      : {}),
    ...(crossing ? { EvalDecisionDetails: perPolicyType(verdict, crossing) } : {}),
  };
}

function stepOf(trace: Step): (rule: Step['rule']) => Step | undefined {
  return (rule) => trace.steps?.find((step) => step.rule === rule);
}

function unnamed({ layer, level, policy }: Pointer): Origin {
  const id = level === undefined ? `${layer}.${policy + 1}` : `${layer}.${level + 1}.${policy + 1}`;
  return { id, type: layer === 'resource' || layer === 'trust' ? 'resource' : 'none' };
}

function simulated(at: Pointer, layers: Layers, { id, type }: Origin): SimulatedStatement {
  const text = documentAt(layers, at)?.text ?? '';
  return {
    SourcePolicyId: id,
    SourcePolicyType: type,
    StartPosition: position(text, beginning(text, at.range.start)),
    EndPosition: position(text, at.range.end),
  };
}

function position(text: string, offset: number): Position {
  const { line, column } = placeOf(text, offset);
  return { Line: line, Column: column };
}

/**
 * Where AWS's reader stands when a statement begins: behind the bracket of the list, behind the statement before, or
 * behind the brace of a statement that is alone. Source: cli-reference.
 */
function beginning(text: string, start: number): number {
  const before = text.slice(0, start).trimEnd();
  if (before.endsWith('[')) return before.length;
  return before.endsWith(',') ? before.slice(0, -1).trimEnd().length : start + 1;
}

/** Keys that a policy names, in conditions or variables, and the request does not carry. */
function missingContextValues(request: Request, layers: Layers): readonly string[] {
  const { keys } = prepare(request, false);
  const documents = placedDocuments(layers).map(({ document }) => document);
  return contextKeysIn(documents).filter((name) => !keys.has(name.toLowerCase()));
}

/**
 * The condition keys that documents name, in their order, each once whatever its case. A document that means nothing names
 * none.
 */
export function contextKeysIn(documents: readonly Document[]): readonly string[] {
  const names = new Map<string, string>();
  for (const document of documents)
    for (const statement of isInvalid(document) ? [] : document.statements)
      for (const name of keysIn(statement))
        if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  return [...names.values()];
}

function keysIn({ conditions, resource }: Statement): readonly string[] {
  const inTemplates = (templates: readonly (Template | undefined)[] = []): readonly string[] =>
    templates.flatMap((template) => (template ? namesIn(template) : []));
  return [
    ...inTemplates(resource?.patterns.map(({ template }) => template)),
    ...conditions.flatMap(({ key, test }) => [
      key.value,
      ...(test.kind === 'value' ? inTemplates(test.wanted.templates) : []),
    ]),
  ];
}

function deniedBy({ trace }: Verdict, layer: PolicyKind): boolean {
  const deny = stepOf(trace)('explicit-deny-wins');
  return deny !== undefined && matchedSteps(deny).some(({ at }) => at?.layer === layer);
}

/** Across accounts AWS tells the decision of each kind of policy. */
function perPolicyType(verdict: Verdict, crossing: Step): Readonly<Record<string, Decision>> {
  const own = stepOf(verdict.trace)('identity-policies-add-up');
  const decided = (layer: PolicyKind, allows: boolean): Decision =>
    deniedBy(verdict, layer) ? 'explicitDeny' : allows ? 'allowed' : 'implicitDeny';
  return {
    'IAM Policy': decided('identity', own?.holds ?? true),
    'Resource Policy': decided('resource', matchedSteps(crossing).length > 0),
  };
}
