// The three policies behind a role that is passed, each in a few forms, and what comes of them. It knows no browser.
import type { Cloud, DocumentId } from '#cloud';
import { edited, judge, type Judged } from '#widgets/lab/judge.ts';

export const PASSERS = ['nothing', 'thisRole', 'everyRole', 'takesIt'] as const;
export const TRUSTS = ['ec2', 'lambda'] as const;
export const RIGHTS = ['orders', 'nothing'] as const;

export interface Forms {
  readonly passer: (typeof PASSERS)[number];
  readonly trust: (typeof TRUSTS)[number];
  readonly rights: (typeof RIGHTS)[number];
}

/** What is tried, one after the other. */
export const TRIALS = ['launch', 'write', 'launchAdmin'] as const;
export type Trial = (typeof TRIALS)[number];

const ROLE = 'arn:aws:iam::111122223333:role/app/bookings';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';
const LAUNCHING = { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' };
const PASSING: Readonly<Record<Forms['passer'], readonly object[]>> = {
  nothing: [],
  thisRole: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: ROLE }],
  everyRole: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' }],
  takesIt: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: ROLE }],
};

const textOf = (statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** The three documents in the forms that were chosen. */
export function documentsFor({ passer, trust, rights }: Forms): Readonly<Record<DocumentId, string>> {
  const Principal = { Service: `${trust}.amazonaws.com` };
  const reading = { Effect: 'Allow', Action: 'dynamodb:DescribeTable', Resource: TABLE };
  const writing = { Effect: 'Allow', Action: 'dynamodb:UpdateItem', Resource: TABLE };
  return {
    'group/developers/inline/launch': textOf([LAUNCHING, ...PASSING[passer]]),
    'role/bookings/trust': textOf([{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }]),
    'role/bookings/inline/orders': textOf([rights === 'orders' ? writing : reading]),
  };
}

/** @param cloud one with Mei, the roles and an instance that carries the profile `bookings` */
export function tryAll(cloud: Cloud, forms: Forms): Readonly<Record<Trial, Judged>> {
  const now = edited(cloud, documentsFor(forms));
  const launch = (profile: string): Judged =>
    judge(now, 'user/mei.tan', {
      operation: 'ec2:RunInstances',
      input: {
        ...{ ImageId: 'ami-0f1e2d3c4b5a69788', MinCount: 1, MaxCount: 1 },
        IamInstanceProfile: { Name: profile },
      },
    });
  return {
    launch: launch('bookings'),
    write: judge(now, 'instance/booking-1', { action: 'dynamodb:UpdateItem', on: TABLE }),
    launchAdmin: launch('night-admin'),
  };
}
