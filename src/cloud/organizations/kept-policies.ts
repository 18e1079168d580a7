// Every policy of an organization in one form, whatever its type and wherever it is kept.
import { lookup, type Cloud, type Organization } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import type { Reply } from '../operation.ts';
import { FULL_ACCESS } from '../organization.ts';
import { placesOf, type Place } from './places.ts';
import { arnOfPolicyId, AWS_MANAGED, policyIdOf, TYPE_OF, type Deciding } from './policy-ids.ts';

export const RCP_FULL_ACCESS = 'RCPFullAWSAccess';

const RCP_FULL_ACCESS_TEXT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
});

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  [FULL_ACCESS]: 'Allows access to every operation',
  [RCP_FULL_ACCESS]: 'Allows access to every resource',
};

export interface KeptPolicy {
  readonly id: string;
  /** Such as `SERVICE_CONTROL_POLICY`. */
  readonly type: string;
  /** Of those that decide something. */
  readonly kind?: Deciding;
  readonly name: string;
  readonly description: string;
  readonly content: string;
  readonly isAwsManaged: boolean;
}

/** All policies, AWS's own first. */
export function policiesOf(organization: Organization): readonly KeptPolicy[] {
  const of = (kind: Deciding, texts: Readonly<Record<string, string>>): readonly KeptPolicy[] =>
    Object.entries(texts).map(([name, content]) => ({
      id: policyIdOf(organization, kind, name),
      type: TYPE_OF[kind],
      kind,
      name,
      description:
        DESCRIPTIONS[name] ?? lookup(organization.records ?? {}, `${kind}/${name}`)?.description ?? '',
      content,
      isAwsManaged: AWS_MANAGED.has(name),
    }));
  return [
    ...of('scp', organization.scp),
    ...of('rcp', { [RCP_FULL_ACCESS]: RCP_FULL_ACCESS_TEXT, ...organization.rcp }),
    ...Object.entries(organization.others ?? {}).map(([id, { type, name, description, content }]) => ({
      ...{ id, type, name, description, content },
      isAwsManaged: false,
    })),
  ];
}

/** The policy of an id. */
export function policyIn(organization: Organization, id: string): KeptPolicy | Refused {
  return (
    policiesOf(organization).find((policy) => policy.id === id) ??
    fault('PolicyNotFoundException', "We can't find a policy with the PolicyId that you specified.")
  );
}

export function policyArnIn(organization: Organization, { type, id }: KeptPolicy): string {
  return arnOfPolicyId(organization, type, id);
}

/** `PolicySummary`. */
export function summaryOf(organization: Organization, policy: KeptPolicy): Reply {
  return {
    Id: policy.id,
    Arn: policyArnIn(organization, policy),
    Name: policy.name,
    Description: policy.description,
    Type: policy.type,
    AwsManaged: policy.isAwsManaged,
  };
}

/** Is this type of policies switched on? */
export function isEnabled({ features, off = [], enabled = [] }: Organization, type: string): boolean {
  if (features !== undefined) return false;
  const kind = kindOf(type);
  return kind ? !off.includes(kind) : enabled.includes(type);
}

export function kindOf(type: string): Deciding | undefined {
  return (['scp', 'rcp'] as const).find((kind) => TYPE_OF[kind] === type);
}

/** The policies of one type that are attached at a place. RCPFullAWSAccess is at every one. Source: org-rcps. */
export function attachedAt(organization: Organization, place: Place, type: string): readonly KeptPolicy[] {
  const all = policiesOf(organization).filter((policy) => policy.type === type);
  const kind = kindOf(type);
  if (!isEnabled(organization, type)) return [];
  return all.filter(({ name, id }) =>
    kind
      ? place.attached[kind].includes(name) || (kind === 'rcp' && name === RCP_FULL_ACCESS)
      : lookup(organization.others ?? {}, id)?.targets.includes(place.id) === true,
  );
}

/** The places that a policy is attached to, the root first. */
export function targetsOf(cloud: Cloud, organization: Organization, policy: KeptPolicy): readonly Place[] {
  return placesOf(cloud, organization).filter((place) =>
    attachedAt(organization, place, policy.type).some(({ id }) => id === policy.id),
  );
}
