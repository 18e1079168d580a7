// The places of an organization, its root, units and accounts: found by id, with what lies in them.
import { lookup, type Attached, type Cloud, type Organization, type Unit } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';

export interface Place {
  readonly type: 'ROOT' | 'ORGANIZATIONAL_UNIT' | 'ACCOUNT';
  readonly id: string;
  readonly name: string;
  /** The name under which a unit is kept; empty for the root, the id for an account. */
  readonly key: string;
  /** The key of the unit that it lies in; empty when it is the root's. */
  readonly under: string;
  readonly attached: Attached;
}

/** A root, unit or account by its id. */
export function placeOf(cloud: Cloud, organization: Organization, id: string): Place | undefined {
  const { root, members } = organization;
  if (id === root.id) return { type: 'ROOT', id, name: 'Root', key: '', under: '', attached: root };
  const member = lookup(members, id);
  if (member)
    return {
      type: 'ACCOUNT',
      id,
      name: lookup(cloud.accounts, id)?.name ?? id,
      key: id,
      under: member.unit ?? '',
      attached: member,
    };
  return unitsOf(organization).find((unit) => unit.id === id);
}

/** All units, in the order in which they were made. */
export function unitsOf({ units }: Organization): readonly Place[] {
  return Object.entries(units).map(([key, unit]) => ({
    type: 'ORGANIZATIONAL_UNIT',
    id: unit.id,
    name: unit.name ?? key,
    key,
    under: unit.under ?? '',
    attached: unit,
  }));
}

/** Every place, the root first. */
export function placesOf(cloud: Cloud, organization: Organization): readonly Place[] {
  const ids = [organization.root.id, ...Object.keys(organization.members)];
  const found = ids.flatMap((id) => placeOf(cloud, organization, id) ?? []);
  return [...found.slice(0, 1), ...unitsOf(organization), ...found.slice(1)];
}

/** The root or unit that something lies in. */
export function parentOf({ root, units }: Organization, under: string): { readonly id: string } {
  return lookup(units, under) ?? root;
}

/** A root or unit by its id. */
export function parentIn(cloud: Cloud, organization: Organization, id: string): Place | Refused {
  const place = placeOf(cloud, organization, id);
  return place && place.type !== 'ACCOUNT'
    ? place
    : fault('ParentNotFoundException', "You specified parent that doesn't exist.");
}

/** The organization with another state of what is at a place. */
export function withPlace(organization: Organization, place: Place, change: Partial<Unit>): Organization {
  const { root, units, members } = organization;
  if (place.type === 'ROOT') return { ...organization, root: { ...root, ...change } };
  const [unit, member] = [lookup(units, place.key), lookup(members, place.key)];
  if (place.type === 'ACCOUNT')
    return member
      ? { ...organization, members: { ...members, [place.key]: { ...member, ...change } } }
      : organization;
  return unit ? { ...organization, units: { ...units, [place.key]: { ...unit, ...change } } } : organization;
}
