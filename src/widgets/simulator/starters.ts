// Situations to begin with, from the company of the course. Their titles are in the strings, under the same names.
import type { sandbox as words } from '#strings';
import { callerOf } from './caller.ts';
import { laidOut } from './print.ts';
import { addPaper, type Circumstance, type Layer, type Situation } from './situation.ts';

export type StarterId = keyof typeof words.starters;

const BOOKINGS = '111122223333';
const MEI = `arn:aws:iam::${BOOKINGS}:user/mei.tan`;
const SAM = `arn:aws:iam::${BOOKINGS}:user/sam`;
const NIGHT_JOB = 'arn:aws:iam::444455556666:role/BatchWorker';
const WINTER = 'arn:aws:s3:::tern-timetables/winter.csv';
const TIMETABLES = 'arn:aws:s3:::tern-timetables/*';

/** The question with nothing known: no policy, no caller. */
export const BLANK: Situation = {
  caller: callerOf(MEI),
  action: 's3:GetObject',
  resource: WINTER,
  resourceAccount: BOOKINGS,
  resourceInManagementAccount: false,
  circumstances: [],
  papers: [],
  levels: { scp: 0, rcp: 0 },
};

type Statement = Readonly<Record<string, unknown>>;

function policy(...statements: readonly Statement[]): string {
  return laidOut(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
}

const allow = (Action: string | readonly string[], Resource: string, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  ...more,
  Action,
  Resource,
});

type Paper = readonly [layer: Layer, name: string, text: string, level?: number];

function situation(question: Partial<Situation>, papers: readonly Paper[]): Situation {
  return papers.reduce<Situation>(
    (now, [layer, name, text, level = 0]) => addPaper(now, { layer, name, text, level }),
    { ...BLANK, ...question },
  );
}

const given = (...pairs: readonly (readonly [string, string])[]): readonly Circumstance[] =>
  pairs.map(([key, value]) => ({ key, values: [value] }));

const EVERYTHING = policy(allow('*', '*'));

const NO_DELETE_WITHOUT_MFA = {
  Sid: 'NoDeleteWithoutMfa',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:DeleteObject',
  Resource: TIMETABLES,
  Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
};

const ONLY_HOME_REGIONS = {
  Sid: 'OnlyHomeRegions',
  Effect: 'Deny',
  NotAction: ['iam:*', 'organizations:*', 'sts:*'],
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
};

const NO_STRANGERS = {
  Sid: 'NoStrangers',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: '*',
  Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-tern000001' } },
};

export const STARTERS: Readonly<Record<StarterId, Situation>> = {
  oneAllow: situation({}, [['identity', 'read timetables', policy(allow('s3:GetObject', TIMETABLES))]]),
  aDenyWins: situation(
    {
      caller: callerOf(SAM),
      action: 's3:DeleteObject',
      circumstances: given(['aws:MultiFactorAuthPresent', 'false']),
    },
    [
      ['identity', 'contractors', policy(allow('s3:*', TIMETABLES))],
      ['resource', 'bucket tern-timetables', policy(NO_DELETE_WITHOUT_MFA)],
    ],
  ),
  aCeiling: situation({ action: 's3:PutObject' }, [
    ['identity', 'developers', policy(allow('s3:*', TIMETABLES))],
    ['boundary', 'FirstWeek', policy(allow(['s3:GetObject', 's3:ListBucket'], '*'))],
  ]),
  twoAccounts: situation({ caller: callerOf(NIGHT_JOB) }, [
    ['identity', 'night job', policy(allow('s3:GetObject', TIMETABLES))],
    [
      'resource',
      'bucket tern-timetables',
      policy(
        allow('s3:GetObject', 'arn:aws:s3:::tern-timetables', {
          Sid: 'AnalyticsReads',
          Principal: { AWS: '444455556666' },
        }),
      ),
    ],
  ]),
  aRoleToTake: situation(
    {
      caller: callerOf('arn:aws:iam::777788889999:user/jun'),
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${BOOKINGS}:role/auditor`,
      circumstances: given(['sts:ExternalId', 'tern-2026']),
    },
    [
      ['identity', 'auditors', policy(allow('sts:AssumeRole', `arn:aws:iam::${BOOKINGS}:role/auditor`))],
      [
        'resource',
        'trust of auditor',
        policy({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::777788889999:root' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'tern-2026' } },
        }),
      ],
    ],
  ),
  anOrganization: situation(
    {
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:us-east-1:${BOOKINGS}:instance/*`,
      circumstances: given(['aws:RequestedRegion', 'us-east-1']),
    },
    [
      ['identity', 'developers', policy(allow('ec2:*', '*'))],
      ['scp', 'everything', EVERYTHING, 0],
      ['scp', 'home regions', policy(allow('*', '*'), ONLY_HOME_REGIONS), 1],
    ],
  ),
  everyLayer: situation(
    {
      caller: callerOf(`arn:aws:iam::${BOOKINGS}:role/bookings`),
      circumstances: given(['aws:PrincipalOrgID', 'o-tern000001'], ['aws:SourceVpce', 'vpce-0tern1']),
    },
    [
      ['identity', 'bookings', policy(allow(['s3:GetObject', 's3:PutObject'], TIMETABLES))],
      ['boundary', 'machines', policy(allow(['s3:*', 'dynamodb:*'], '*'))],
      ['session', 'read only', policy(allow('s3:Get*', '*'))],
      ['resource', 'bucket tern-timetables', policy({ ...NO_DELETE_WITHOUT_MFA, Sid: 'NoDeleteWithoutMfa' })],
      ['scp', 'everything', EVERYTHING, 0],
      ['scp', 'production', policy(allow(['s3:*', 'dynamodb:*', 'iam:*'], '*')), 1],
      ['rcp', 'no strangers', policy(NO_STRANGERS), 0],
      ['vpce', 'endpoint for S3', policy(allow('s3:*', '*', { Principal: '*' }))],
    ],
  ),
};

/** A first text for a policy of each kind, about the question at hand. */
export function skeletonOf(layer: Layer, { action, resource, caller }: Situation): string {
  const service = `${action.split(':')[0] ?? 's3'}:*`;
  const takesRole = /^sts:/i.test(action);
  const who = { AWS: caller.roleArn ?? caller.arn };
  const texts: Readonly<Record<Layer, () => string>> = {
    identity: () => policy(allow(action, resource)),
    boundary: () => policy(allow(service, '*')),
    session: () => policy(allow(action, '*')),
    resource: () =>
      policy(
        takesRole
          ? { Effect: 'Allow', Principal: who, Action: action }
          : allow(action, resource, { Principal: who }),
      ),
    scp: () => EVERYTHING,
    rcp: () => policy({ ...NO_STRANGERS, Action: service }),
    vpce: () => policy(allow('*', '*', { Principal: '*' })),
  };
  return texts[layer]();
}
