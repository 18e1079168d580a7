// Organizational units, and what lies in which of them.
import { without, type Organization, type Unit } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueText } from '../ids.ts';
import { textOf, type Input, type Operation, type Reply } from '../operation.ts';
import { FULL_ACCESS, idPathOf } from '../organization.ts';
import { requestTagKeys, tagsIn } from '../tags.ts';
import { placeArn } from './arns.ts';
import { byManagement, byReaders, withOrganization, type Inside } from './caller.ts';
import { RCP_FULL_ACCESS } from './kept-policies.ts';
import { listed } from './page.ts';
import { parentIn, parentOf, placeOf, unitsOf, withPlace, type Place } from './places.ts';

/** Source: org-quotas. */
const MOST_UNITS = 2_000;
const DEEPEST = 5;

/** What a new unit or account has attached while its types are switched on. Source: org-scps, org-rcps. */
export function firstPolicies({ off = [] }: Organization) {
  return {
    scp: off.includes('scp') ? [] : [FULL_ACCESS],
    rcp: off.includes('rcp') ? [] : [RCP_FULL_ACCESS],
  };
}

function unitReply(organization: Organization, { id, name, key }: Place): Reply {
  const Path = idPathOf(organization, key || undefined);
  return { Id: id, Arn: placeArn(organization, id), Name: name, Path };
}

function unitIn({ cloud, organization }: Inside, input: Input): Place | Refused {
  const unit = placeOf(cloud, organization, textOf(input, 'OrganizationalUnitId'));
  return unit?.type === 'ORGANIZATIONAL_UNIT'
    ? unit
    : fault(
        'OrganizationalUnitNotFoundException',
        "You specified an organizational unit that doesn't exist.",
      );
}

const onUnit = ({ organization }: Inside, input: Input): readonly string[] => [
  placeArn(organization, textOf(input, 'OrganizationalUnitId')),
];
export const onParent = ({ organization }: Inside, input: Input): readonly string[] => [
  placeArn(organization, textOf(input, 'ParentId')),
];

function twin(organization: Organization, under: string, name: string): Place | undefined {
  return unitsOf(organization).find((unit) => unit.under === under && unit.name === name);
}

function duplicate(): Refused {
  return fault('DuplicateOrganizationalUnitException', 'An OU with the same name already exists.');
}

const createUnit = byManagement({
  name: 'CreateOrganizationalUnit',
  on: onParent,
  context: (_, input) => requestTagKeys(tagsIn(input)),
  run: ({ cloud, organization }, input) => {
    const parent = parentIn(cloud, organization, textOf(input, 'ParentId'));
    if (isRefused(parent)) return parent;
    const name = textOf(input, 'Name');
    if (twin(organization, parent.key, name)) return duplicate();
    const depth = idPathOf(organization, parent.key || undefined).split('/').length - 3;
    if (depth >= DEEPEST || unitsOf(organization).length >= MOST_UNITS)
      return fault(
        'ConstraintViolationException',
        depth >= DEEPEST
          ? 'You have exceeded the maximum number of levels of organizational units.'
          : 'You have exceeded the maximum number of organizational units.',
      );
    const issued = issueText(cloud, 8);
    const id = `ou-${organization.root.id.slice(2)}-${issued.id.toLowerCase()}`;
    const under = parent.key === '' ? {} : { under: parent.key };
    const unit: Unit = { id, name, ...under, ...firstPolicies(organization) };
    const tags = tagsIn(input);
    const next: Organization = {
      ...organization,
      units: { ...organization.units, [id]: unit },
      ...(Object.keys(tags).length > 0 ? { tags: { ...organization.tags, [id]: tags } } : {}),
    };
    const place = placeOf(cloud, next, id);
    return {
      cloud: withOrganization(issued.cloud, next),
      reply: { OrganizationalUnit: place ? unitReply(next, place) : {} },
    };
  },
});

const updateUnit = byManagement({
  name: 'UpdateOrganizationalUnit',
  on: onUnit,
  run: (inside, input) => {
    const unit = unitIn(inside, input);
    if (isRefused(unit)) return unit;
    const name = textOf(input, 'Name') || unit.name;
    const other = twin(inside.organization, unit.under, name);
    if (other && other.id !== unit.id) return duplicate();
    const next = withPlace(inside.organization, unit, { name });
    const reply = { OrganizationalUnit: unitReply(next, { ...unit, name }) };
    return { cloud: withOrganization(inside.cloud, next), reply };
  },
});

const deleteUnit = byManagement({
  name: 'DeleteOrganizationalUnit',
  on: onUnit,
  run: (inside, input) => {
    const { cloud, organization } = inside;
    const unit = unitIn(inside, input);
    if (isRefused(unit)) return unit;
    const isUsed =
      unitsOf(organization).some(({ under }) => under === unit.key) ||
      Object.values(organization.members).some((member) => member.unit === unit.key);
    if (isUsed)
      return fault(
        'OrganizationalUnitNotEmptyException',
        'The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.',
      );
    const next = { ...organization, units: without(organization.units, unit.key) };
    return { cloud: withOrganization(cloud, next), reply: {} };
  },
});

const describeUnit = byReaders({
  name: 'DescribeOrganizationalUnit',
  on: onUnit,
  run: (inside, input) => {
    const unit = unitIn(inside, input);
    return isRefused(unit) ? unit : { OrganizationalUnit: unitReply(inside.organization, unit) };
  },
});

const listUnits = byReaders({
  name: 'ListOrganizationalUnitsForParent',
  on: onParent,
  run: ({ cloud, organization }, input) => {
    const parent = parentIn(cloud, organization, textOf(input, 'ParentId'));
    if (isRefused(parent)) return parent;
    const units = unitsOf(organization).filter(({ under }) => under === parent.key);
    return listed(
      input,
      'OrganizationalUnits',
      units.map((unit) => unitReply(organization, unit)),
    );
  },
});

const listChildren = byReaders({
  name: 'ListChildren',
  on: onParent,
  run: ({ cloud, organization }, input) => {
    const parent = parentIn(cloud, organization, textOf(input, 'ParentId'));
    if (isRefused(parent)) return parent;
    const Type = textOf(input, 'ChildType');
    const accounts = Object.entries(organization.members)
      .filter(([, { unit = '' }]) => unit === parent.key)
      .map(([id]) => id);
    const units = unitsOf(organization)
      .filter(({ under }) => under === parent.key)
      .map(({ id }) => id);
    const ids = Type === 'ACCOUNT' ? accounts : units;
    return listed(
      input,
      'Children',
      ids.map((Id) => ({ Id, Type })),
    );
  },
});

const listParents = byReaders({
  name: 'ListParents',
  on: ({ organization }, input) => [placeArn(organization, textOf(input, 'ChildId'))],
  run: ({ cloud, organization }, input) => {
    const child = placeOf(cloud, organization, textOf(input, 'ChildId'));
    if (!child || child.type === 'ROOT')
      return fault('ChildNotFoundException', "You specified a child that doesn't exist.");
    const { id } = parentOf(organization, child.under);
    const Type = id === organization.root.id ? 'ROOT' : 'ORGANIZATIONAL_UNIT';
    return listed(input, 'Parents', [{ Id: id, Type }]);
  },
});

export const UNITS: readonly Operation[] = [
  ...[createUnit, updateUnit, deleteUnit, describeUnit, listUnits, listChildren, listParents],
];
