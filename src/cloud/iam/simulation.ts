// One run of the policy simulator: each action on each resource, decided under the policies that it was given.
import {
  decide,
  simulationResult,
  type Context,
  type Layers,
  type Principal,
  type Request,
} from '#evaluator';
import { lookup, type Cloud } from '../cloud.ts';
import { documentOf } from '../read-document.ts';
import { structuresOf, textOf, textsOf, type Input, type Reply, type Site } from '../operation.ts';
import type { NamedText } from './entity-policies.ts';

export interface Simulation {
  readonly policies: readonly NamedText[];
  readonly boundary?: NamedText;
  /** Service control policies by level, the root first; absent where no organization is asked. */
  readonly levels?: readonly (readonly string[])[] | undefined;
  /** The user who calls, where the input names none. */
  readonly caller?: string;
  /** The role that calls. */
  readonly role?: string;
}

export function simulated(site: Site, input: Input, simulation: Simulation): readonly Reply[] {
  const layers = layersOf(input, simulation);
  const principal = principalOf(site, input, simulation);
  const context = { ...callerKeys(site.cloud, principal), ...entries(input) };
  const resources = textsOf(input, 'ResourceArns').filter((arn) => arn !== '*');
  const owner = /\d{12}/.exec(textOf(input, 'ResourceOwner'))?.[0] ?? principal.account;
  return textsOf(input, 'ActionNames').flatMap((action) =>
    (resources.length > 0 ? resources : ['*']).map((resource) => {
      const [, , , , account = ''] = resource.split(':');
      const resourceAccount = /^\d{12}$/.test(account) ? account : owner;
      const request: Request = { principal, action, resource, resourceAccount, context };
      return resultOf(request, layers, simulation);
    }),
  );
}

/** Of a resource that was named AWS tells everything twice. */
function resultOf(request: Request, layers: Layers, simulation: Simulation): Reply {
  const result = simulationResult(request, layers, decide(request, layers), ({ layer, policy }) =>
    layer === 'resource'
      ? { id: 'ResourcePolicy', type: 'resource' }
      : { id: nameOf(simulation, layer, policy), type: 'none' },
  );
  const MatchedStatements = result.MatchedStatements.map((statement) => ({
    ...statement,
    SourcePolicyType: statement.SourcePolicyType === 'resource' ? 'Resource Policy' : 'IAM Policy',
  }));
  if (request.resource === '*') return { ...result, MatchedStatements };
  const { PermissionsBoundaryDecisionDetail: ceiling, EvalDecisionDetails = {} } = result;
  const specific = {
    EvalResourceName: request.resource,
    EvalResourceDecision: result.EvalDecision,
    MatchedStatements,
    MissingContextValues: result.MissingContextValues,
    ...(Object.keys(EvalDecisionDetails).length > 0 ? { EvalDecisionDetails } : {}),
    ...(ceiling ? { PermissionsBoundaryDecisionDetail: ceiling } : {}),
  };
  return {
    ...result,
    MatchedStatements,
    MissingContextValues: [],
    EvalDecisionDetails,
    ResourceSpecificResults: [specific],
  };
}

function nameOf({ policies, boundary }: Simulation, layer: string, policy: number): string {
  return (layer === 'boundary' ? boundary : policies[policy])?.id ?? '';
}

function layersOf(input: Input, { policies, boundary, levels }: Simulation): Layers {
  const resource = textOf(input, 'ResourcePolicy');
  return {
    identity: policies.map(({ text }) => documentOf(text, 'identity')),
    ...(boundary ? { boundary: documentOf(boundary.text, 'boundary') } : {}),
    ...(resource === '' ? {} : { resource: documentOf(resource, 'resource') }),
    ...(levels ? { scp: levels.map((texts) => texts.map((text) => documentOf(text, 'scp'))) } : {}),
  };
}

/** Where nobody is named, somebody of the account asks who is in no policy. */
function principalOf({ account }: Site, input: Input, { caller, role }: Simulation): Principal {
  const arn = textOf(input, 'CallerArn') || caller;
  if (arn !== undefined) return { type: 'user', arn, account: arn.split(':')[4] ?? '' };
  if (role === undefined)
    return { type: 'user', arn: `arn:aws:iam::${account.id}:user/`, account: account.id };
  const session = `arn:aws:sts::${account.id}:assumed-role/${role.split('/').at(-1) ?? ''}/simulation`;
  return { type: 'assumedRole', arn: session, roleArn: role, account: account.id };
}

/** What is known of the caller by its name. Times, addresses and factors are for the input to say. */
function callerKeys(cloud: Cloud, { type, arn, account }: Principal): Context {
  const name = arn.split('/').at(-1) ?? '';
  if (type !== 'user' || name === '') return {};
  const user = lookup(lookup(cloud.accounts, account)?.users ?? {}, name);
  return {
    'aws:username': name,
    'aws:PrincipalArn': arn,
    'aws:PrincipalAccount': account,
    'aws:PrincipalType': 'User',
    ...(user ? { 'aws:userid': user.id } : {}),
  };
}

function entries(input: Input): Context {
  return Object.fromEntries(
    structuresOf(input, 'ContextEntries').map((entry) => {
      const values = textsOf(entry, 'ContextKeyValues');
      const isList = textOf(entry, 'ContextKeyType').endsWith('List') || values.length > 1;
      return [textOf(entry, 'ContextKeyName'), isList ? values : (values[0] ?? [])];
    }),
  );
}
