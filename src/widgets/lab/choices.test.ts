// The words of a lab's sentence: what can be asked together, and what is asked.
import { describe, expect, it } from 'vitest';
import type { LabSpec } from '#course';
import { callOf, circumstancesOf, objectsOf, withAction } from './choices.ts';

const ROLE = 'arn:aws:iam::111122223333:role/bookings';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';
const PASSED = 'iam:PassedToService';

const spec: LabSpec = {
  start: { as: 'user/mei', action: 'ec2:RunInstances', on: 'with', context: {} },
  guess: true,
  who: [{ name: 'user/mei', label: 'Mei' }],
  does: [
    {
      action: 'ec2:RunInstances',
      calls: [{ name: 'with', label: 'with a role', input: { ImageId: 'ami-1' } }],
    },
    { action: 'iam:PassRole', on: [ROLE] },
    'iam:GetRole',
  ],
  on: [
    { arn: ROLE, label: 'the role' },
    { arn: TABLE, label: 'the table' },
  ],
  context: [
    {
      key: PASSED,
      label: 'passed to',
      for: ['iam:PassRole'],
      values: [{ label: '-' }, { label: 'EC2', value: 'ec2' }],
    },
  ],
  edits: ['x'],
  tasks: [],
};
const picks = { as: 'user/mei', action: 'iam:PassRole', on: ROLE, context: { [PASSED]: 'ec2' } };

describe('the sentence', () => {
  it('offers what goes with the action: calls, some resources, or all', () => {
    const offered = (action: string) => objectsOf(spec, action).map(({ label }) => label);
    expect(offered('ec2:RunInstances')).toEqual(['with a role']);
    expect(offered('iam:PassRole')).toEqual(['the role']);
    expect(offered('iam:GetRole')).toEqual(['the role', 'the table']);
  });

  it('lets what cannot be asked together give way to the new action', () => {
    expect(withAction(spec, { ...picks, on: TABLE }, 'iam:PassRole').on).toBe(ROLE);
    expect(withAction(spec, { ...picks, on: TABLE }, 'iam:GetRole').on).toBe(TABLE);
    expect(withAction(spec, picks, 'ec2:RunInstances').on).toBe('with');
  });

  it('asks a call with its own input, and a pair with the circumstances that are its own', () => {
    expect(callOf(spec, withAction(spec, picks, 'ec2:RunInstances'))).toEqual({
      operation: 'ec2:RunInstances',
      input: { ImageId: 'ami-1' },
    });
    expect(callOf(spec, picks)).toEqual({ action: 'iam:PassRole', on: ROLE, context: { [PASSED]: 'ec2' } });
    expect(circumstancesOf(spec, 'iam:GetRole')).toEqual([]);
    expect(callOf(spec, { ...picks, action: 'iam:GetRole' })).toEqual({
      action: 'iam:GetRole',
      on: ROLE,
      context: {},
    });
  });

  it('sends the list behind a word whose key has several values', () => {
    const key = 'dynamodb:LeadingKeys';
    const values = [{ label: 'none' }, { label: 'both ships', value: 'both', sends: ['heron', 'swift'] }];
    const several = { ...spec, context: [{ key, label: 'ships', values }] };
    expect(callOf(several, { ...picks, context: { [key]: 'both' } })).toMatchObject({
      context: { [key]: ['heron', 'swift'] },
    });
  });
});
