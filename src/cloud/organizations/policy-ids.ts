// What policies of an organization are called outside: ids and ARNs. One that a scenario made gets its id from its name.
import { utf8 } from '../bytes.ts';
import { lookup, type Organization } from '../cloud.ts';

/** The two kinds of policies that decide something here. */
export type Deciding = 'scp' | 'rcp';

export const TYPE_OF: Readonly<Record<Deciding, string>> = {
  scp: 'SERVICE_CONTROL_POLICY',
  rcp: 'RESOURCE_CONTROL_POLICY',
};

/** Policies that AWS keeps; their ids are their names. Source: org-scps, org-rcps. */
export const AWS_MANAGED: ReadonlySet<string> = new Set(['FullAWSAccess', 'RCPFullAWSAccess']);

/** The id of a policy by its name, such as `p-0a1b2c3d`. */
export function policyIdOf(organization: Organization, kind: Deciding, name: string): string {
  if (AWS_MANAGED.has(name)) return `p-${name}`;
  return lookup(organization.records ?? {}, `${kind}/${name}`)?.id ?? `p-${digest(`${kind}/${name}`)}`;
}

export function policyArnOf(organization: Organization, kind: Deciding, name: string): string {
  return arnOfPolicyId(organization, TYPE_OF[kind], policyIdOf(organization, kind, name));
}

/** Source: org-scps. */
export function arnOfPolicyId({ id, management }: Organization, type: string, policy: string): string {
  const kind = type.toLowerCase();
  return AWS_MANAGED.has(policy.slice(2))
    ? `arn:aws:organizations::aws:policy/${kind}/${policy}`
    : `arn:aws:organizations::${management}:policy/${id}/${kind}/${policy}`;
}

/** Eight letters and digits that follow from a text (FNV-1a, twice). */
function digest(text: string): string {
  const hash = (seed: number): number =>
    utf8(text).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, seed);
  const digits = hash(0x811c9dc5).toString(36) + hash(0x9747b28c).toString(36);
  return digits.slice(0, 8).padEnd(8, '0');
}
