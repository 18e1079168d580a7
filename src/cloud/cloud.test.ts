// Laws of the value: plain JSON, never changed, the same again from the same seed and calls.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cloud } from './cloud.ts';
import { openCloud } from './index.ts';
import { SCENARIO_OPERATIONS } from './scenario-operations.ts';
import {
  act,
  after,
  CREATE_ROLE,
  LAUNCH,
  MAY_PASS,
  MAY_WRITE,
  PROFILE,
  START,
  WORLD,
  type Step,
} from './test/tern.ts';

const CASE: readonly Step[] = [
  CREATE_ROLE,
  MAY_WRITE,
  ...PROFILE,
  MAY_PASS,
  ['user/mei.tan', 'ec2:RunInstances', LAUNCH],
  ['instance/booking-1', 'dynamodb:UpdateItem', { TableName: 'orders' }],
  ['user/ana', 'iam:CreateAccessKey', { UserName: 'oskar' }],
];

test('[worlds-are-values] the same seed and the same calls give the same bytes', () => {
  const once = JSON.stringify(after(openCloud(WORLD), ...CASE));
  expect(JSON.stringify(after(openCloud(WORLD), ...CASE))).toBe(once);
  const other = after(openCloud({ ...WORLD, seed: 8 }), ...CASE);
  expect(JSON.stringify({ ...other, seed: WORLD.seed })).not.toBe(once);
});

test('[worlds-are-values] a cloud goes through JSON unchanged and goes on as if it had not', () => {
  const half = after(START, ...CASE.slice(0, 4));
  const copy = JSON.parse(JSON.stringify(half)) as Cloud;
  expect(copy).toStrictEqual(half);
  expect(JSON.stringify(after(copy, ...CASE.slice(4)))).toBe(JSON.stringify(after(half, ...CASE.slice(4))));
});

test('[worlds-are-values] what a call leaves alone is shared, not copied', () => {
  let cloud = START;
  for (let i = 0; i < 100; i += 1) {
    cloud = after(cloud, ['user/ana', 'iam:CreateInstanceProfile', { InstanceProfileName: `p${i}` }]);
  }
  const [before] = Object.values(START.accounts);
  const [now] = Object.values(cloud.accounts);
  expect(Object.keys(now?.instanceProfiles ?? {})).toHaveLength(100);
  expect(now?.users).toBe(before?.users);
  expect(now?.buckets).toBe(before?.buckets);
});

test('[worlds-are-values] every id is given out once and has the form of its kind', () => {
  const text = JSON.stringify(after(START, ...CASE));
  const ids = [...text.matchAll(/"((?:A[A-Z]{3}|i-)[A-Za-z0-9]{12,})"/g)].map(([, id]) => id ?? '');
  const objects = [...new Set(ids)];
  expect(objects.filter((id) => /^(AIDA|AROA|AGPA|AIPA)[A-Z2-7]{17}$/.test(id))).toHaveLength(6);
  expect(objects.filter((id) => /^AKIA[A-Z2-7]{16}$/.test(id))).toHaveLength(1);
  expect(objects.filter((id) => /^i-0[0-9a-f]{16}$/.test(id))).toHaveLength(1);
  expect(objects.filter((id) => /^ANPA/.test(id))).toHaveLength(1);
  expect(objects).toHaveLength(9);
});

const NAMES = ['bookings', 'developers', 'mei.tan', 'orders', 'nobody', 'constructor', '__proto__', ''];
const who = fc.constantFrom('user/ana', 'user/mei.tan', 'user/oskar', 'role/bookings', 'root');
const name = fc.constantFrom(...NAMES);
const operation = fc.constantFrom(...SCENARIO_OPERATIONS.keys());
const document = fc.constantFrom(
  '{',
  '{}',
  MAY_PASS[2]?.['PolicyDocument'],
  CREATE_ROLE[2]?.['AssumeRolePolicyDocument'],
);
const input = fc.record(
  {
    RoleName: name,
    UserName: name,
    GroupName: name,
    PolicyName: name,
    InstanceProfileName: name,
    TableName: name,
    Bucket: fc.constantFrom('tern-timetables', 'constructor'),
    Key: name,
    ImageId: name,
    RoleArn: name,
    IamInstanceProfile: fc.oneof(fc.record({ Name: name }), fc.constant([])),
    TagSpecifications: fc.constantFrom('x', [null, { Tags: [1, { Key: 'Name', Value: 'n' }] }]),
    PolicyDocument: document,
    AssumeRolePolicyDocument: document,
    AWSServiceName: name,
    PolicyArn: name,
  },
  { requiredKeys: [] },
);

test('[worlds-are-values] any sequence of calls: a refused or failed one changes nothing, none throws, none mutates', () => {
  const start = after(START, CREATE_ROLE);
  fc.assert(
    fc.property(fc.array(fc.tuple(who, operation, input), { maxLength: 12 }), (calls) => {
      let cloud = start;
      for (const [as, what, given] of calls) {
        const outcome = act(cloud, as, what, given);
        if ('fault' in outcome) {
          expect(outcome.cloud).toBe(cloud);
          expect(outcome.fault.code).toMatch(/^[A-Z][\w.]+$/);
          expect(outcome.fault.message).not.toBe('');
        }
        cloud = outcome.cloud;
      }
      expect(isPlain(cloud)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

/** Records, lists, texts, numbers and truth values, and nothing that JSON would drop or change. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) {
    const known: unknown[] = [Object.prototype, Array.prototype];
    return known.includes(Object.getPrototypeOf(value)) && Object.values(value).every(isPlain);
  }
  return ['string', 'number', 'boolean'].includes(typeof value);
}
