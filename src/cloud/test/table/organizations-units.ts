// The table's rows for units of an organization.
import {
  managed,
  NO_UNIT,
  OWN,
  PARTNER,
  ROOT,
  strangers,
  told,
  UNIT,
  unitId,
  wrong,
} from './organizations-world.ts';
import type { Row, Step } from './row.ts';

const NOBODY = '123456789012';
const NO_PARENT = {
  code: 'ParentNotFoundException',
  message: "You specified parent that doesn't exist.",
};
const unit = { OrganizationalUnitId: NO_UNIT };
const NO_SUCH_UNIT = { code: 'OrganizationalUnitNotFoundException', input: unit };
const MANAGEMENT = '999900001111';
/** A unit in a unit, five deep. */
const DEEP = Array.from({ length: 5 }, (_, i): Step => [
  UNIT[0],
  UNIT[1],
  (replies) => ({ ParentId: i === 0 ? ROOT : unitId(replies), Name: 'deep' }),
]);

export const ORGANIZATIONS_UNIT_ROWS: readonly Row[] = [
  managed({
    operation: 'organizations:CreateOrganizationalUnit',
    input: { ParentId: ROOT, Name: 'sea', Tags: [{ Key: 'team', Value: 'sea' }] },
    needs: ['organizations:CreateOrganizationalUnit'],
    reply: { OrganizationalUnit: { Name: 'sea' } },
    faults: [
      ...strangers({ ParentId: ROOT, Name: 'sea' }),
      wrong({ ParentId: 'x', Name: 'sea' }),
      { ...NO_PARENT, input: { ParentId: NO_UNIT, Name: 'sea' } },
      {
        code: 'DuplicateOrganizationalUnitException',
        before: [UNIT],
        input: { ParentId: ROOT, Name: 'sea' },
        message: 'An OU with the same name already exists.',
      },
      {
        code: 'ConstraintViolationException',
        before: DEEP,
        input: (replies) => ({ ParentId: unitId(replies), Name: 'deep' }),
      },
    ],
  }),
  managed({
    operation: 'organizations:UpdateOrganizationalUnit',
    before: [UNIT],
    input: (replies) => ({ OrganizationalUnitId: unitId(replies), Name: 'land' }),
    needs: ['organizations:UpdateOrganizationalUnit'],
    reply: { OrganizationalUnit: { Name: 'land' } },
    faults: [
      ...strangers(unit),
      wrong({ OrganizationalUnitId: 'x' }),
      NO_SUCH_UNIT,
      {
        code: 'DuplicateOrganizationalUnitException',
        before: [[UNIT[0], UNIT[1], { ParentId: ROOT, Name: 'land' }], UNIT],
        input: (replies) => ({ OrganizationalUnitId: unitId(replies), Name: 'land' }),
      },
    ],
  }),
  managed({
    operation: 'organizations:DeleteOrganizationalUnit',
    before: [UNIT],
    input: (replies) => ({ OrganizationalUnitId: unitId(replies) }),
    needs: ['organizations:DeleteOrganizationalUnit'],
    faults: [
      ...strangers(unit),
      wrong({ OrganizationalUnitId: 'x' }),
      NO_SUCH_UNIT,
      {
        code: 'OrganizationalUnitNotEmptyException',
        before: [UNIT, [UNIT[0], UNIT[1], (replies) => ({ ParentId: unitId(replies), Name: 'inner' })]],
        input: (replies) => ({ OrganizationalUnitId: told(replies.slice(0, 1), 'OrganizationalUnit', 'Id') }),
      },
    ],
  }),
  managed({
    operation: 'organizations:DescribeOrganizationalUnit',
    before: [UNIT],
    input: (replies) => ({ OrganizationalUnitId: unitId(replies) }),
    needs: ['organizations:DescribeOrganizationalUnit'],
    reply: { OrganizationalUnit: { Name: 'sea' } },
    faults: [...strangers(unit), wrong({ OrganizationalUnitId: 'x' }), NO_SUCH_UNIT],
  }),
  managed({
    operation: 'organizations:ListOrganizationalUnitsForParent',
    before: [UNIT],
    input: { ParentId: ROOT },
    needs: ['organizations:ListOrganizationalUnitsForParent'],
    reply: { OrganizationalUnits: [{ Name: 'sea' }] },
    faults: [
      ...strangers({ ParentId: ROOT }),
      wrong({ ParentId: 'x' }),
      { ...NO_PARENT, input: { ParentId: NO_UNIT } },
    ],
  }),
  managed({
    operation: 'organizations:ListChildren',
    input: { ParentId: ROOT, ChildType: 'ACCOUNT' },
    needs: ['organizations:ListChildren'],
    reply: { Children: [{ Id: MANAGEMENT }, { Id: OWN }, { Id: PARTNER, Type: 'ACCOUNT' }] },
    faults: [
      ...strangers({ ParentId: ROOT, ChildType: 'ACCOUNT' }),
      wrong({ ParentId: ROOT, ChildType: 'x' }),
      { ...NO_PARENT, input: { ParentId: NO_UNIT, ChildType: 'ACCOUNT' } },
    ],
  }),
  managed({
    operation: 'organizations:ListParents',
    input: { ChildId: OWN },
    needs: ['organizations:ListParents'],
    reply: { Parents: [{ Id: ROOT, Type: 'ROOT' }] },
    faults: [
      ...strangers({ ChildId: OWN }),
      wrong({ ChildId: 'x' }),
      { code: 'ChildNotFoundException', input: { ChildId: NOBODY } },
    ],
  }),
];
