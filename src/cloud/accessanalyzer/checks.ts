// Custom policy checks: is access not granted, is none new, is none public? Each answers PASS or FAIL with the statements.
import { parsePolicy, type Policy, type PolicyKind, type Statement } from '#evaluator';
import { fault, isRefused, type Refused } from '../fault.ts';
import {
  structuresOf,
  textOf,
  textsOf,
  type Done,
  type Input,
  type Operation,
  type Site,
} from '../operation.ts';
import { publicStatements } from '../public-access.ts';
import { newAccess } from './new-access.ts';
import { left, touches, type Requests } from './reach.ts';
import { onEverything } from './analyzer.ts';

interface Words {
  readonly pass: string;
  readonly fail: string;
  /** Before the name of a statement. */
  readonly reason: string;
}

/** Source: ug-custom-policy-checks. */
const NOT_GRANTED: Words = {
  pass: 'The policy document does not grant access to perform the listed actions or resources.',
  fail: 'The policy document grants access to perform one or more of the listed actions or resources.',
  reason: 'One or more of the listed actions or resources in the statement with',
};
const NO_NEW: Words = {
  pass: 'The modified permissions do not grant new access compared to your existing policy.',
  fail: 'The modified permissions grant new access compared to your existing policy.',
  reason: 'New access in the statement with',
};
const NOT_PUBLIC: Words = {
  pass: 'The resource policy does not grant public access for the given resource type.',
  fail: 'The resource policy grants public access for the given resource type.',
  reason: 'Public access granted in the following statement with',
};

function answer({ cloud }: Site, { pass, fail, reason }: Words, found: readonly Statement[]): Done {
  if (found.length === 0) return { cloud, reply: { result: 'PASS', message: pass } };
  const reasons = found.map(({ sid, index }) =>
    sid === undefined || sid.value === ''
      ? { description: `${reason} index: ${index}.`, statementIndex: index }
      : { description: `${reason} sid: ${sid.value}.`, statementIndex: index, statementId: sid.value },
  );
  return { cloud, reply: { result: 'FAIL', message: fail, reasons } };
}

/** A document that can be checked. One with only `sts:` actions and no resource is a role's trust policy. */
function readPolicy(text: string, kind: PolicyKind): Policy | Refused {
  const result = parsePolicy(text, kind);
  if ('policy' in result) return result.policy;
  const trust = kind === 'resource' ? parsePolicy(text, 'trust') : result;
  return 'policy' in trust
    ? trust.policy
    : fault('InvalidParameterException', 'The policy document contains errors. Validate it first.');
}

function kindIn(input: Input): PolicyKind {
  return textOf(input, 'policyType') === 'RESOURCE_POLICY' ? 'resource' : 'identity';
}

const checkAccessNotGranted: Operation = {
  name: 'access-analyzer:CheckAccessNotGranted',
  needs: onEverything('CheckAccessNotGranted'),
  run: (site, input) => {
    const policy = readPolicy(textOf(input, 'policyDocument'), kindIn(input));
    if (isRefused(policy)) return policy;
    const access = structuresOf(input, 'access').map((one) => ({
      actions: textsOf(one, 'actions'),
      resources: textsOf(one, 'resources'),
    }));
    if (access.every(({ actions, resources }) => actions.length + resources.length === 0))
      return fault('ValidationException', 'At least one action or resource must be specified.');
    const asked = access.flatMap(({ actions, resources }) =>
      each(actions).flatMap((action) => each(resources).map((resource) => ({ action, resource }))),
    );
    return answer(site, NOT_GRANTED, granting(policy, asked));
  },
};

/** Where nothing is listed, everything is meant. */
function each(listed: readonly string[]): readonly string[] {
  return listed.length === 0 ? ['*'] : listed;
}

function granting(policy: Policy, asked: readonly Requests[]): readonly Statement[] {
  return policy.statements.filter(
    (statement) =>
      statement.effect === 'Allow' &&
      asked.some((requests) => touches(statement, requests) && left(policy, statement, requests).length > 0),
  );
}

const checkNoNewAccess: Operation = {
  name: 'access-analyzer:CheckNoNewAccess',
  needs: onEverything('CheckNoNewAccess'),
  run: (site, input) => {
    const next = readPolicy(textOf(input, 'newPolicyDocument'), kindIn(input));
    if (isRefused(next)) return next;
    const before = readPolicy(textOf(input, 'existingPolicyDocument'), kindIn(input));
    return isRefused(before) ? before : answer(site, NO_NEW, newAccess(next, before));
  },
};

const checkNoPublicAccess: Operation = {
  name: 'access-analyzer:CheckNoPublicAccess',
  needs: onEverything('CheckNoPublicAccess'),
  run: (site, input) => {
    const isTrust = textOf(input, 'resourceType') === 'AWS::IAM::AssumeRolePolicyDocument';
    const policy = readPolicy(textOf(input, 'policyDocument'), isTrust ? 'trust' : 'resource');
    return isRefused(policy) ? policy : answer(site, NOT_PUBLIC, publicStatements(policy));
  },
};

export const CHECKS: readonly Operation[] = [checkAccessNotGranted, checkNoNewAccess, checkNoPublicAccess];
