// A morning at Tern Ferries, acted on the cloud, and the events that its history has of it.
import { accountOf, call, openCloud, signIn, type Cloud, type Reply } from '#cloud';
import { callAs, IDENTITIES, type Credentials } from '#cloud/identities';
import { RECORDS } from '#cloud/records';
import { SESSIONS } from '#cloud/sessions';

const TERN = '111122223333';
const LUMEN = '777788889999';
const MINUTE = 60_000;
const REGIONS = ['us-east-1', 'eu-west-1'];
const SERVICES = { operations: new Map([...IDENTITIES.operations, ...SESSIONS.operations]) };

const statement = (rest: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...rest }] });
const may = (...actions: readonly string[]): string => statement({ Action: actions, Resource: '*' });
const trusts = (arn: string): string => statement({ Principal: { AWS: arn }, Action: 'sts:AssumeRole' });

const person = { keys: 1, policies: { work: may('sts:AssumeRole', 'iam:GetUser') } };
const BEGINNING = openCloud({
  time: Date.UTC(2026, 10, 26, 6, 40),
  seed: 431,
  accounts: {
    [TERN]: {
      name: 'bookings',
      region: 'eu-west-1',
      rootKeys: 1,
      users: { receipts: {}, 'mei.tan': person, nils: person, lena: person },
      roles: {
        Platform: {
          trust: trusts(`arn:aws:iam::${TERN}:root`),
          policies: { work: may('iam:List*', 'iam:Get*', 'sts:AssumeRole') },
        },
        Housekeeping: {
          trust: trusts(`arn:aws:iam::${TERN}:role/Platform`),
          policies: { work: may('iam:*') },
        },
        Auditor: { trust: trusts(`arn:aws:iam::${LUMEN}:root`), policies: { work: may('iam:List*') } },
      },
    },
    [LUMEN]: { name: 'lumen', region: 'eu-west-1', users: { jun: person } },
  },
});

/** Who signs, what is called, and under which name the credentials are kept that it gives. */
type Deed = readonly [
  who: string,
  operation: string,
  input: Readonly<Record<string, unknown>>,
  keep?: string,
];

const take = (who: string, role: string, RoleSessionName: string, keep: string): Deed => [
  who,
  'sts:AssumeRole',
  { RoleArn: `arn:aws:iam::${TERN}:role/${role}`, RoleSessionName },
  keep,
];
const RECEIPTS = { UserName: 'receipts' };
const DEEDS: readonly Deed[] = [
  take('mei.tan', 'Platform', 'mei.tan', 'mei at work'),
  take('nils', 'Platform', 'nils', 'nils at work'),
  take('lena', 'Platform', 'mei.tan', 'lena at work'),
  ['mei at work', 'iam:GetUser', RECEIPTS],
  ['nils at work', 'iam:CreateUser', { UserName: 'kiosk' }],
  take('lena at work', 'Housekeeping', 'mei.tan', 'lena cleaning'),
  ['lena cleaning', 'iam:DeleteUser', RECEIPTS],
  ['mei.tan', 'sts:GetSessionToken', {}, 'mei for a day'],
  take('mei for a day', 'Platform', 'mei.tan', 'mei again'),
  ['mei again', 'iam:ListUsers', {}],
  take('jun', 'Auditor', 'audit', 'jun at Tern'),
  ['jun at Tern', 'iam:ListUsers', {}],
  ['root', 'iam:ListUsers', {}],
];

function lastingKeys(cloud: Cloud): Map<string, Credentials> {
  const [tern, lumen] = [accountOf(cloud, TERN), accountOf(cloud, LUMEN)];
  const users = [...Object.entries(tern.users), ...Object.entries(lumen.users)];
  const all = [
    ...users.map(([name, { keys }]) => [name, keys] as const),
    ['root', tern.rootKeys ?? []] as const,
  ];
  return new Map(
    all.flatMap(([name, [key]]) =>
      key ? [[name, { accessKeyId: key.id, secretAccessKey: key.secret }] as const] : [],
    ),
  );
}

function acted(): Cloud {
  const held = lastingKeys(BEGINNING);
  let cloud = BEGINNING;
  for (const [who, operation, input, keep] of DEEDS) {
    const later = { ...cloud, time: cloud.time + 3 * MINUTE };
    const outcome = callAs(later, held.get(who), { operation, input, region: 'eu-west-1' }, SERVICES);
    cloud = outcome.cloud;
    if (keep !== undefined && 'reply' in outcome) held.set(keep, credentialsIn(outcome.reply));
  }
  return cloud;
}

function credentialsIn(reply: Reply): Credentials {
  const given = reply['Credentials'] as Readonly<Record<string, string>>;
  return {
    accessKeyId: given['AccessKeyId'] ?? '',
    secretAccessKey: given['SecretAccessKey'] ?? '',
    sessionToken: given['SessionToken'],
  };
}

/** Every event that Tern finds an hour later, as it is written down, the oldest first. */
export function morning(): readonly string[] {
  const cloud = acted();
  const signed = signIn(cloud, `${TERN}/root`);
  if (!('session' in signed)) throw new Error(signed.fault.message);
  const { session } = signed;
  const events = REGIONS.flatMap((region) => {
    const wanted = { operation: 'cloudtrail:LookupEvents', region };
    const outcome = call({ ...cloud, time: cloud.time + 60 * MINUTE }, session, wanted, RECORDS);
    if ('fault' in outcome) throw new Error(outcome.fault.message);
    return outcome.reply['Events'] as readonly Readonly<Record<string, unknown>>[];
  });
  return events
    .toSorted((a, b) => Number(a['EventTime']) - Number(b['EventTime']))
    .map(({ CloudTrailEvent }) => JSON.stringify(JSON.parse(String(CloudTrailEvent)), null, 2));
}
