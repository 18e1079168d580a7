// The world as a picture: everybody is in it, and whoever is trusted from outside too.
import { expect, test } from 'vitest';
import { openCloud } from '#cloud';
import { pictureOf, worldOf } from './picture.ts';

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: {
        Service: 'ec2.amazonaws.com',
        AWS: ['arn:aws:iam::111122223333:user/mei', '444455556666'],
      },
      Action: 'sts:AssumeRole',
    },
  ],
});
const CLOUD = openCloud({
  time: 0,
  seed: 1,
  accounts: {
    '111122223333': {
      region: 'us-east-1',
      users: { mei: { groups: ['developers'], attached: ['Launch'] } },
      groups: { developers: {} },
      roles: { bookings: { trust: TRUST } },
      policies: { Launch: '{}' },
      instanceProfiles: { bookings: { role: 'bookings' } },
      instances: { desk: { profile: 'bookings' } },
    },
  },
});

test('relations are those of the documents', () => {
  const { nodes, edges } = worldOf(CLOUD);
  const name = new Map(nodes.map((node) => [node.id, node.name]));
  expect(
    edges.map(({ from, relation, to }) => `${name.get(from)} ${relation} ${name.get(to)}`).toSorted(),
  ).toEqual([
    'bookings holds bookings',
    'bookings trusts 444455556666',
    'bookings trusts ec2.amazonaws.com',
    'bookings trusts mei',
    'desk runs bookings',
    'mei attached Launch',
    'mei in developers',
  ]);
});

test('everything lies in the picture, and what is in an account in its frame', () => {
  const { nodes, frames, width, height } = pictureOf(worldOf(CLOUD));
  const [frame] = frames;
  for (const { x, y, width: w, height: h, account } of nodes) {
    expect(x >= 0 && y >= 0 && x + w <= width + 1 && y + h <= height + 1).toBe(true);
    if (account !== '' && frame)
      expect(x >= frame.x && y >= frame.y && x + w <= frame.x + frame.width).toBe(true);
  }
});
