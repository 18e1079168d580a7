// The policy simulator: what the evaluator would decide under policies that are named or given. It asks no resource.
// Source: api-simulate-principal-policy.
import { parsePolicy, type PolicyKind } from '#evaluator';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { userSession } from '../session.ts';
import { answered } from './changed.ts';
import { entityOf, type NamedText } from './entity-policies.ts';
import { page } from './found.ts';
import { scpLevels } from './organization-levels.ts';
import { simulated, type Simulation } from './simulation.ts';

/** The first given document that means nothing. */
function badDocument(input: Input): Refused | undefined {
  const kinds: readonly (readonly [PolicyKind, readonly string[]])[] = [
    ['identity', textsOf(input, 'PolicyInputList')],
    ['boundary', textsOf(input, 'PermissionsBoundaryPolicyInputList')],
    ['resource', input['ResourcePolicy'] === undefined ? [] : [textOf(input, 'ResourcePolicy')]],
  ];
  const bad = kinds.some(([kind, texts]) => texts.some((text) => !('policy' in parsePolicy(text, kind))));
  return bad ? fault('InvalidInput', 'Invalid Input Policy: Syntax errors in policy.') : undefined;
}

function badInput(input: Input): Refused | undefined {
  const action = textsOf(input, 'ActionNames').find((name) => !/^[\w-]+:\w+$/.test(name));
  if (action !== undefined) return fault('InvalidInput', `Invalid Action Name: ${action}`);
  if (textsOf(input, 'PermissionsBoundaryPolicyInputList').length > 1)
    return fault('InvalidInput', 'Only one permissions boundary policy can be specified.');
  const caller = textOf(input, 'CallerArn');
  if (caller !== '' && !/^arn:aws[\w-]*:iam::\d{12}:user\/.+$/.test(caller))
    return fault(
      'InvalidInput',
      `Invalid Entity Arn: ${caller} does not clearly define entity type and name.`,
    );
  return badDocument(input);
}

const CALLERLESS = fault('InvalidInput', 'Caller ARN must be provided when resource policy is specified.');

function given(input: Input, member: string): readonly NamedText[] {
  return textsOf(input, member).map((text, i) => {
    const id = `${member}.${i + 1}`;
    return { id, text, names: [id] };
  });
}

function results(site: Site, input: Input, simulation: Simulation) {
  return answered(site.cloud, page(input, 'EvaluationResults', simulated(site, input, simulation)));
}

const simulateCustomPolicy: Operation = {
  name: 'iam:SimulateCustomPolicy',
  needs: () => [{ action: 'iam:SimulateCustomPolicy', on: '*' }],
  run: (site, input) => {
    const bad = badInput(input);
    if (bad) return bad;
    if (input['ResourcePolicy'] !== undefined && input['CallerArn'] === undefined) return CALLERLESS;
    const [boundary] = given(input, 'PermissionsBoundaryPolicyInputList');
    return results(site, input, {
      policies: given(input, 'PolicyInputList'),
      ...(boundary ? { boundary } : {}),
      levels: organizationIn(input),
    });
  },
};

/** Service control policies as they are given, level by level. */
function organizationIn(input: Input): Simulation['levels'] {
  const levels = input['OrderedOrganizationPolicyInputList'];
  if (!Array.isArray(levels)) return undefined;
  return levels.map((level: unknown) =>
    typeof level === 'object' && level !== null ? textsOf({ ...level }, 'ServiceControlPolicyInputList') : [],
  );
}

/** A boundary that is given takes the place of the one that is there. */
const simulatePrincipalPolicy: Operation = {
  name: 'iam:SimulatePrincipalPolicy',
  needs: (_, input) => [{ action: 'iam:SimulatePrincipalPolicy', on: textOf(input, 'PolicySourceArn') }],
  run: (site, input) => {
    const { cloud, account } = site;
    const entity = entityOf(cloud, account, textOf(input, 'PolicySourceArn'));
    if (isRefused(entity)) return entity;
    const bad = badInput(input);
    if (bad) return bad;
    const isUser = entity.noun === 'user';
    if (input['ResourcePolicy'] !== undefined && input['CallerArn'] === undefined && !isUser)
      return CALLERLESS;
    const excluded = new Set(textsOf(input, 'PolicyExclusionList'));
    const boundary = given(input, 'PermissionsBoundaryPolicyInputList')[0] ?? entity.boundary;
    return results(site, input, {
      policies: [
        ...entity.policies.filter(({ names }) => !names.some((name) => excluded.has(name))),
        ...given(input, 'PolicyInputList'),
      ],
      ...(boundary ? { boundary } : {}),
      levels: scpLevels(cloud, account.id),
      ...(isUser ? { caller: userSession(account, entity.name).principal.arn } : {}),
      ...(entity.noun === 'role' ? { role: textOf(input, 'PolicySourceArn') } : {}),
    });
  },
};

export const SIMULATOR: readonly Operation[] = [simulateCustomPolicy, simulatePrincipalPolicy];
