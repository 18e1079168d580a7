// How each recorded command comes to its situation in the blank world: what is typed before it, by the name of its file.
import { accountOf, type Cloud } from '#cloud';
import {
  ACCOUNT,
  EC2,
  MEI,
  ROLE,
  IN_PROFILE,
  TAKEN,
  TAKE,
  PROVIDER,
  CENTRAL_ROOT,
  type Situation,
} from './scene.ts';
import { AS_BEFORE, asUser, device, file, lines, policy, userPolicy } from './scripts.ts';
import { STS_SITUATIONS } from './sts-situations.ts';

export type { Situation } from './scene.ts';

const ORDERS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'WriteOrders',
      Effect: 'Allow',
      Action: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
      Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders',
    },
  ],
});

/** As people write it, with two spaces, for the lines and columns of its statement. */
const NO_DELETES = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: 'dynamodb:DeleteTable', Resource: '*' }],
  },
  null,
  2,
);

const ORDERS_ARN = `arn:aws:iam::${ACCOUNT}:policy/OrdersTableWrite`;
const MEI_ARN = `arn:aws:iam::${ACCOUNT}:user/dev/mei.tan`;

const OSKAR = lines(
  'aws iam create-user --user-name oskar.w',
  'aws iam create-login-profile --user-name oskar.w --password Tulip-Harbour-42',
);
/** Only root is left to ask. */
const NO_ADMIN = lines(
  'key=$(aws iam list-access-keys --query AccessKeyMetadata[0].AccessKeyId --output text)',
  'export AWS_PROFILE=root',
  'aws iam delete-access-key --user-name admin --access-key-id $key',
  'aws iam detach-user-policy --user-name admin --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
  'aws iam delete-user --user-name admin',
);
const GROUP = 'aws iam create-group --group-name developers';
const MEMBER = lines(MEI, GROUP, 'aws iam add-user-to-group --group-name developers --user-name mei.tan');
const POLICY = lines(
  file('p.json', ORDERS),
  'aws iam create-policy --policy-name OrdersTableWrite --policy-document file://p.json',
);
const NEXT_VERSION = `aws iam create-policy-version --policy-arn ${ORDERS_ARN} --policy-document file://p.json --set-as-default`;
const ATTACHED = lines(
  MEI,
  POLICY,
  `aws iam attach-user-policy --user-name mei.tan --policy-arn ${ORDERS_ARN}`,
);
const INLINE = lines(MEI, userPolicy('mei.tan', 'TempBucketRead', ORDERS));
/** A table is written by mei.tan, who then goes. */
const AT_WORK = lines(
  MEI,
  userPolicy('mei.tan', 'Work', policy('Allow', ['dynamodb:*', 's3:*'])),
  asUser('mei.tan'),
  'used=$AWS_ACCESS_KEY_ID',
  'aws dynamodb list-tables --region eu-west-1',
  AS_BEFORE,
);

export const SITUATIONS: Readonly<Record<string, Situation>> = {
  'iam-add-user-to-group': { before: lines(MEI, GROUP) },
  'iam-create-access-key': { before: MEI },
  'iam-create-group': {},
  'iam-create-instance-profile': {},
  'iam-create-login-profile': {
    before: MEI,
    command:
      'aws iam create-login-profile --user-name mei.tan --password Tulip-Harbour-42 --password-reset-required',
  },
  'iam-create-policy': { before: file('p.json', ORDERS) },
  'iam-create-policy-version': { before: POLICY, command: NEXT_VERSION },
  'iam-create-role': { before: file('trust.json', EC2) },
  'iam-create-service-linked-role': {},
  'iam-create-user': {},
  'iam-generate-credential-report': {},
  'iam-generate-service-last-accessed-details': { before: MEI },
  'iam-get-access-key-last-used': {
    before: AT_WORK,
    command: 'aws iam get-access-key-last-used --access-key-id $used',
  },
  'iam-get-account-password-policy': {
    before: lines(
      'aws iam update-account-password-policy --minimum-password-length 14 --require-symbols --require-numbers \\',
      '  --require-uppercase-characters --require-lowercase-characters --allow-users-to-change-password \\',
      '  --max-password-age 90 --password-reuse-prevention 5',
    ),
  },
  'iam-get-account-properties': {},
  'iam-get-account-summary': { before: lines(GROUP, POLICY, OSKAR), excerpt: true },
  'iam-get-credential-report': { before: lines('aws iam generate-credential-report', 'sleep 10') },
  'iam-get-group': { before: MEMBER },
  'iam-get-instance-profile-after-add-role-to-instance-profile': { before: IN_PROFILE },
  'iam-get-policy': { before: ATTACHED, command: `aws iam get-policy --policy-arn ${ORDERS_ARN}` },
  'iam-get-policy-version': {
    before: POLICY,
    command: `aws iam get-policy-version --policy-arn ${ORDERS_ARN} --version-id v1`,
  },
  'iam-get-role': {
    before: lines(
      TAKEN,
      TAKE,
      'aws sts get-caller-identity --region eu-west-1',
      AS_BEFORE,
      `aws iam update-assume-role-policy --role-name BatchWorker --policy-document '${EC2}'`,
    ),
  },
  'iam-get-service-last-accessed-details': {
    before: lines(
      AT_WORK,
      `job=$(aws iam generate-service-last-accessed-details --arn ${MEI_ARN} --query JobId --output text)`,
      'sleep 10',
    ),
    command: 'aws iam get-service-last-accessed-details --job-id $job',
  },
  'iam-get-user': { before: OSKAR, given: signedIn('oskar.w') },
  'iam-get-user-policy': { before: INLINE },
  'iam-list-access-keys': { before: lines(MEI, 'aws iam create-access-key --user-name mei.tan') },
  'iam-list-account-aliases': { before: 'aws iam create-account-alias --account-alias acme-sandbox' },
  'iam-list-attached-role-policies': {
    before: lines(
      ROLE,
      POLICY,
      `aws iam attach-role-policy --role-name BatchWorker --policy-arn ${ORDERS_ARN}`,
    ),
  },
  'iam-list-attached-user-policies': { before: ATTACHED },
  'iam-list-entities-for-policy': {
    before: lines(
      ATTACHED,
      GROUP,
      ROLE,
      `aws iam attach-group-policy --group-name developers --policy-arn ${ORDERS_ARN}`,
      `aws iam attach-role-policy --role-name BatchWorker --policy-arn ${ORDERS_ARN}`,
    ),
    command: `aws iam list-entities-for-policy --policy-arn ${ORDERS_ARN}`,
  },
  'iam-list-groups-for-user': { before: MEMBER },
  'iam-list-instance-profiles-for-role': { before: IN_PROFILE },
  'iam-list-mfa-devices': { before: lines(MEI, device('mei.tan', 'mei-phone')), given: touched },
  'iam-list-open-id-connect-providers': { before: PROVIDER },
  'iam-list-organizations-features': { before: CENTRAL_ROOT },
  'iam-list-policies': { before: ATTACHED },
  'iam-list-policy-versions': {
    before: lines(POLICY, NEXT_VERSION),
    command: `aws iam list-policy-versions --policy-arn ${ORDERS_ARN}`,
  },
  'iam-list-user-policies': { before: INLINE },
  'iam-list-users': {
    before: lines(MEI, OSKAR, NO_ADMIN),
    given: signedIn('oskar.w'),
  },
  'iam-simulate-principal-policy': {
    before: lines(
      MEI,
      file('deny.json', NO_DELETES),
      'aws iam put-user-policy --user-name mei.tan --policy-name NoTableDeletes --policy-document file://deny.json',
    ),
    command: `aws iam simulate-principal-policy --policy-source-arn ${MEI_ARN} --action-names dynamodb:PutItem dynamodb:DeleteTable`,
  },
  ...STS_SITUATIONS,
};

/** The user has signed in to the console, which no command does. */
function signedIn(name: string): (cloud: Cloud) => Cloud {
  return (cloud) =>
    withUser(cloud, name, ({ login, ...user }) =>
      login ? { ...user, login: { ...login, used: cloud.time } } : user,
    );
}

/** A security key of mei.tan was touched in the console. */
function touched(cloud: Cloud): Cloud {
  const serial = `arn:aws:iam::${ACCOUNT}:u2f/user/mei.tan/yubi-blue-EXAMPLE7XNL7`;
  return withUser(cloud, 'mei.tan', ({ mfa = [], ...user }) => ({
    ...user,
    mfa: [...mfa, { serial, enabled: cloud.time }],
  }));
}

type User = ReturnType<typeof accountOf>['users'][string];

function withUser(cloud: Cloud, name: string, change: (user: User) => User): Cloud {
  const account = accountOf(cloud, ACCOUNT);
  const user = account.users[name];
  if (!user) throw new Error(`there is no user ${name}`);
  const users = { ...account.users, [name]: change(user) };
  return { ...cloud, accounts: { ...cloud.accounts, [ACCOUNT]: { ...account, users } } };
}
