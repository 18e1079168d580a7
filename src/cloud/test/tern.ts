// The world that the tests of this folder start from, and short ways to act in it.
import { call, openCloud, signIn, type Cloud, type Outcome, type WorldSpec } from '../index.ts';
import type { Input } from '../operation.ts';
import { SCENARIO_OPERATIONS } from '../scenario-operations.ts';
import { SERVICES } from '../services.ts';

export const ACCOUNT = '111122223333';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/app/bookings`;
export const ORDERS = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`;
export const IMAGE = 'ami-0f1e2d3c4b5a69788';

/** A policy of one statement, as text. */
export function policy(
  effect: 'Allow' | 'Deny',
  action: string | string[],
  more: object = { Resource: '*' },
): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: effect, Action: action, ...more }] });
}

/** A trust policy of one statement. */
export function trust(principal: object | '*', action = 'sts:AssumeRole'): string {
  return policy('Allow', action, { Principal: principal });
}

export const EC2_TRUST = trust({ Service: 'ec2.amazonaws.com' });

/** Ana may do everything, Mei's group may launch; there is a table, a bucket, and nothing to hand to an instance. */
export const WORLD: WorldSpec = {
  time: Date.parse('2026-11-23T09:00:00Z'),
  seed: 7,
  accounts: {
    [ACCOUNT]: {
      region: 'eu-west-1',
      users: {
        ana: { policies: { admin: policy('Allow', '*') } },
        'mei.tan': { path: '/dev/', groups: ['developers'], tags: { team: 'booking' } },
        oskar: {},
      },
      groups: { developers: { policies: { launch: policy('Allow', 'ec2:RunInstances') } } },
      policies: { FirstWeek: policy('Allow', ['ec2:*', 's3:*']) },
      tables: { orders: {} },
      buckets: { 'tern-timetables': { objects: ['winter.csv'] } },
    },
  },
};

export const START: Cloud = deepFreeze(openCloud(WORLD));

/** All operations, those of scenarios as scenarios act them out; inputs say only what a test is about: no model is asked. */
const UNCHECKED = { operations: new Map([...SERVICES.operations, ...SCENARIO_OPERATIONS]) };

/** One call of somebody who can sign in; the cloud given may not change, the one that comes back neither. */
export function act(cloud: Cloud, who: string, operation: string, input: Input = {}): Outcome {
  const signed = signIn(cloud, who);
  if (!('session' in signed)) throw new Error(`${who}: ${signed.fault.message}`);
  const outcome = call(deepFreeze(cloud), signed.session, { operation, input }, UNCHECKED);
  deepFreeze(outcome.cloud);
  return outcome;
}

export type Step = readonly [who: string, operation: string, input?: Input];

/** The cloud after several calls that must all go through. */
export function after(cloud: Cloud, ...steps: readonly Step[]): Cloud {
  return steps.reduce((now, [who, operation, input]) => {
    const outcome = act(now, who, operation, input);
    if ('fault' in outcome) throw new Error(`${operation}: ${outcome.fault.code} ${outcome.fault.message}`);
    return outcome.cloud;
  }, cloud);
}

/** The code of a call's fault, `done` when it went through. */
export function codeOf(outcome: Outcome): string {
  return 'fault' in outcome ? outcome.fault.code : 'done';
}

/** The sentence of a call's fault. */
export function messageOf(outcome: Outcome): string {
  return 'fault' in outcome ? outcome.fault.message : '';
}

/** Freezes a value and everything in it, so that a change throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}

export const CREATE_ROLE: Step = [
  'user/ana',
  'iam:CreateRole',
  { RoleName: 'bookings', Path: '/app/', AssumeRolePolicyDocument: EC2_TRUST },
];
export const MAY_WRITE: Step = [
  'user/ana',
  'iam:PutRolePolicy',
  {
    RoleName: 'bookings',
    PolicyName: 'orders',
    PolicyDocument: policy('Allow', 'dynamodb:UpdateItem', { Resource: ORDERS }),
  },
];
export const PROFILE: readonly Step[] = [
  ['user/ana', 'iam:CreateInstanceProfile', { InstanceProfileName: 'bookings' }],
  ['user/ana', 'iam:AddRoleToInstanceProfile', { InstanceProfileName: 'bookings', RoleName: 'bookings' }],
];
/** A policy for the group of the people who launch. */
export function forGroup(document: string): Step {
  return [
    'user/ana',
    'iam:PutGroupPolicy',
    { GroupName: 'developers', PolicyName: 'more', PolicyDocument: document },
  ];
}
export const MAY_PASS: Step = forGroup(policy('Allow', 'iam:PassRole', { Resource: ROLE }));

/** What Mei asks for when she launches with the role. */
export const LAUNCH: Input = {
  ImageId: IMAGE,
  IamInstanceProfile: { Name: 'bookings' },
  TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'booking-1' }] }],
};

/** A role, a profile with it, and what else is tried. */
export function prepared(role: Step, ...more: readonly Step[]): Cloud {
  return after(START, role, MAY_WRITE, ...PROFILE, ...more);
}

/** Mei launches with the role. */
export function launch(cloud: Cloud): Outcome {
  return act(cloud, 'user/mei.tan', 'ec2:RunInstances', LAUNCH);
}
