// A refusal with all that AWS tells: the ARN of the policy that denies, and EC2's encoded message.
// Source: ug-troubleshoot-access-denied.
import type { Pointer, Verdict } from '#evaluator';
import type { Part } from './authorize.ts';
import { lookup, type Cloud } from './cloud.ts';
import type { Fault } from './fault.ts';
import { policyArn } from './managed.ts';
import { documentIdAt } from './names.ts';
import { policyArnOf } from './organizations/policy-ids.ts';
import { refusalText } from './refusal.ts';
import { encodeMessage } from './sts/authorization-message.ts';

/** The fault of a refused call. Calls of EC2 that only describe carry no encoded message. */
export function fullRefusal(
  cloud: Cloud,
  operation: string,
  needed: readonly Part[],
  verdict: Verdict,
): Fault {
  const part = needed.find((one) => one.verdict.decision !== 'allowed');
  const fault = refusalText(operation, verdict, (at) => part && arnOfPolicy(cloud, part, at));
  if (!part || !operation.startsWith('ec2:') || operation.startsWith('ec2:Describe')) return fault;
  const message = `${fault.message}. Encoded authorization failure message: ${encodeMessage(part)}`;
  return { ...fault, message };
}

/** Inline policies have no ARN. */
function arnOfPolicy(cloud: Cloud, { names }: Part, at: Pointer): string | undefined {
  const id = documentIdAt(names, at) ?? '';
  if (id.startsWith('arn:')) return id;
  const path = id.split('/');
  const account = lookup(cloud.accounts, path[0] ?? '');
  const organization = lookup(cloud.organizations ?? {}, path[0] ?? '');
  const [kind = '', ...rest] = account || organization ? path.slice(1) : path;
  const owner = account ?? Object.values(cloud.accounts)[0];
  if (kind === 'policy') return owner && policyArn(owner, rest.join('/'));
  const [type = '', ...name] = rest;
  if (kind !== 'org' || (type !== 'scp' && type !== 'rcp')) return undefined;
  const one = organization ?? Object.values(cloud.organizations ?? {})[0];
  return one && policyArnOf(one, type, name.join('/'));
}
