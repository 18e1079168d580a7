import { describe, expect, it } from 'vitest';
import { openCloud } from '#cloud';
import { byEach, firstWords, judged, requestOf, withActionIn } from './anatomy.ts';

const TIMETABLE = 'arn:aws:s3:::tern-timetables/winter.csv';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';
const read = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: TIMETABLE }],
});
const cloud = openCloud({
  time: 0,
  seed: 1,
  accounts: {
    '111122223333': {
      region: 'eu-west-1',
      users: { mei: { policies: { read } }, oskar: {} },
      buckets: { 'tern-timetables': { objects: ['winter.csv'] } },
      tables: { orders: {} },
    },
  },
});
const spec = {
  start: { as: 'user/mei', action: 's3:GetObject', on: TIMETABLE, context: {} },
  guess: true,
  who: [
    { name: 'user/mei', label: 'Mei' },
    { name: 'user/oskar', label: 'Oskar' },
    { name: 'anonymous', label: 'nobody' },
  ],
  does: [
    { action: 's3:GetObject', on: [TIMETABLE] },
    { action: 'dynamodb:GetItem', on: [TABLE] },
  ],
  on: [
    { arn: TIMETABLE, label: 'winter.csv' },
    { arn: TABLE, label: 'orders' },
  ],
  context: [
    {
      key: 'aws:UserAgent',
      label: 'by',
      values: [
        { label: 'cli', value: 'aws-cli' },
        { label: 'a name', value: 'mei' },
      ],
    },
  ],
  edits: [],
  tasks: [],
};
const words = firstWords(spec);

describe('a request in its parts', () => {
  it('names whoever signed it, whatever its program calls itself', () => {
    const asked = requestOf(judged(cloud, spec, { ...words, as: 'user/oskar', 'aws:UserAgent': 'mei' }));
    expect(asked?.principal).toBe('arn:aws:iam::111122223333:user/oskar');
    expect(asked?.context).toContainEqual({ key: 'aws:UserAgent', value: 'mei', teller: 'program' });
    expect(asked?.context).toContainEqual({ key: 'aws:username', value: 'oskar', teller: 'caller' });
    expect(asked?.context).toContainEqual({
      key: 'aws:ResourceAccount',
      value: '111122223333',
      teller: 'resource',
    });
    expect(asked?.context).toContainEqual({ key: 'aws:SecureTransport', value: 'true', teller: 'way' });
  });
  it('without a signature names nobody', () => {
    expect(requestOf(judged(cloud, spec, { ...words, as: 'anonymous' }))?.principal).toBe('');
  });
  it('takes a resource that fits another action', () => {
    expect(withActionIn(spec, words, 'dynamodb:GetItem')).toMatchObject({
      action: 'dynamodb:GetItem',
      on: TABLE,
    });
  });
});

describe('the same request by each', () => {
  it('is decided for each of them', () => {
    expect(byEach(cloud, spec, words).map(({ decision }) => decision)).toEqual([
      'allowed',
      'implicitDeny',
      'implicitDeny',
    ]);
  });
});
