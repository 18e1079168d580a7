// The little account in which the timeline asks: Mei, two roles, one of them behind the other.
import { openCloud, type Cloud } from '#cloud';

export const ACCOUNT = '111122223333';
export const OBJECT = 'arn:aws:s3:::tern-timetables/winter.csv';

/** Seconds that sessions of the roles may last. */
const LONGEST = { Quay: 43_200, Reports: 14_400 };

const trusting = (...names: readonly string[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: names.map((name) => `arn:aws:iam::${ACCOUNT}:${name}`) },
        Action: 'sts:AssumeRole',
      },
    ],
  });

const allowing = (...actions: readonly string[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  });

const OPENED = openCloud({
  time: Date.UTC(2026, 10, 26, 6),
  seed: 430,
  accounts: {
    [ACCOUNT]: {
      name: 'bookings',
      region: 'eu-west-1',
      users: { mei: { policies: { work: allowing('s3:GetObject', 'sts:*', 'iam:PutRolePolicy') } } },
      roles: {
        Quay: {
          trust: trusting('user/mei', 'role/Reports'),
          policies: { timetables: allowing('s3:GetObject', 'sts:AssumeRole') },
        },
        Reports: {
          trust: trusting('user/mei', 'role/Quay'),
          policies: { timetables: allowing('s3:GetObject', 'sts:AssumeRole') },
        },
      },
      buckets: { 'tern-timetables': { objects: ['winter.csv'] } },
    },
  },
});

function withLongest(cloud: Cloud): Cloud {
  const account = cloud.accounts[ACCOUNT];
  if (!account) return cloud;
  const roles = Object.fromEntries(
    Object.entries(account.roles).map(([name, role]) => [
      name,
      { ...role, maxSession: LONGEST[name as keyof typeof LONGEST] },
    ]),
  );
  return { ...cloud, accounts: { ...cloud.accounts, [ACCOUNT]: { ...account, roles } } };
}

export const BEGINNING = withLongest(OPENED);
