// What the policies that decide nothing come to at an account: each level sets over the one above.
import { lookup, type Cloud, type Organization } from '../cloud.ts';
import { fault } from '../fault.ts';
import { isStructure, textOf, type Input, type Operation } from '../operation.ts';
import { accountArn } from './arns.ts';
import { byMembers } from './caller.ts';
import { attachedAt } from './kept-policies.ts';
import { parentOf, placeOf, type Place } from './places.ts';

/** Service and resource control policies have no effective policy: the model does not know their types here. */
const describeEffectivePolicy = byMembers({
  name: 'DescribeEffectivePolicy',
  on: ({ organization, account }, input) => [
    accountArn(organization, textOf(input, 'TargetId') || account.id),
  ],
  context: (_, input) => ({ 'organizations:PolicyType': textOf(input, 'PolicyType') }),
  run: ({ cloud, organization, account }, input) => {
    const PolicyType = textOf(input, 'PolicyType');
    const TargetId = textOf(input, 'TargetId') || account.id;
    const place = placeOf(cloud, organization, TargetId);
    const mayAsk = account.id === organization.management || TargetId === account.id;
    if (!mayAsk) return fault('AccessDeniedException', "You don't have permissions to access this resource.");
    if (place?.type !== 'ACCOUNT')
      return fault('TargetNotFoundException', "You specified a target that doesn't exist.");
    const policies = levelsOf(cloud, organization, place).flatMap((level) =>
      attachedAt(organization, level, PolicyType),
    );
    if (policies.length === 0)
      return fault(
        'EffectivePolicyNotFoundException',
        'You specified an effective policy that does not exist.',
      );
    const merged = policies.reduce<Input>((sum, { content }) => merge(sum, read(content)), {});
    const times = policies.map(({ id }) => lookup(organization.others ?? {}, id)?.updated ?? 0);
    const EffectivePolicy = {
      PolicyContent: JSON.stringify(plain(merged)),
      LastUpdatedTimestamp: Math.max(...times),
      TargetId,
      PolicyType,
    };
    return { EffectivePolicy };
  },
});

/** The root, the units down to the account, the account. */
function levelsOf(cloud: Cloud, organization: Organization, account: Place): readonly Place[] {
  const levels: Place[] = [account];
  for (let place = account; place.type !== 'ROOT' && levels.length < 9;) {
    const above = placeOf(cloud, organization, parentOf(organization, place.under).id);
    if (!above) break;
    levels.unshift(above);
    place = above;
  }
  return levels;
}

function read(content: string): Input {
  const value: unknown = JSON.parse(content);
  return isStructure(value) ? value : {};
}

function merge(under: Input, over: Input): Input {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isStructure(value) && isStructure(below) ? merge(below, value) : value;
  }
  return merged;
}

/** Without the operators of inheritance: `@@assign` stands for its value. */
function plain(value: unknown): unknown {
  if (!isStructure(value)) return value;
  if (value['@@assign'] !== undefined) return value['@@assign'];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('@@operators'))
      .map(([key, one]) => [key, plain(one)]),
  );
}

export const EFFECTIVE_POLICY: readonly Operation[] = [describeEffectivePolicy];
