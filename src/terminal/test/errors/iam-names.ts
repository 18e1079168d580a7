// Names that are taken, and names that nothing has.
import { file, lines, policy, role, trust } from '../scripts.ts';
import type { ErrorCases } from './case.ts';

const MEI = 'aws iam create-user --user-name mei.tan';
const GROUP = 'aws iam create-group --group-name developers';
const ROLE = role('BatchWorker', trust({ Service: 'ec2.amazonaws.com' }));
const PROFILE = 'aws iam create-instance-profile --instance-profile-name web-profile';
const POLICY = `aws iam create-policy --policy-name Reading --policy-document '${policy('Allow', 's3:Get*')}'`;
const LOGIN = 'aws iam create-login-profile --user-name mei.tan --password Tulip-Harbour-42';
const PROVIDER = 'aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com';

export const TAKEN: ErrorCases = {
  'EntityAlreadyExists: User with name X already exists.': {
    before: MEI,
    command: MEI,
    calling: 'CreateUser',
    says: 'User with name mei.tan already exists.',
  },
  'EntityAlreadyExists: Group with name X already exists.': {
    before: GROUP,
    command: 'aws iam create-group --group-name Developers',
    calling: 'CreateGroup',
    says: 'Group with name Developers already exists.',
  },
  'EntityAlreadyExists: Role with name X already exists.': {
    before: ROLE,
    command: ROLE,
    calling: 'CreateRole',
    says: 'Role with name BatchWorker already exists.',
  },
  'EntityAlreadyExists: Instance Profile X already exists.': {
    before: PROFILE,
    command: PROFILE,
    calling: 'CreateInstanceProfile',
    says: 'Instance Profile web-profile already exists.',
  },
  'EntityAlreadyExists: A policy called X already exists. Duplicate names are not allowed.': {
    before: POLICY,
    command: POLICY,
    calling: 'CreatePolicy',
    says: 'A policy called Reading already exists. Duplicate names are not allowed.',
  },
  'EntityAlreadyExists: The account alias X already exists.': {
    before: 'aws iam create-account-alias --account-alias acme-sandbox',
    command: 'aws iam create-account-alias --account-alias acme-sandbox --profile partner',
    calling: 'CreateAccountAlias',
    says: 'The account alias acme-sandbox already exists.',
  },
  'EntityAlreadyExists: Login Profile for user X already exists.': {
    before: lines(MEI, LOGIN),
    command: LOGIN,
    calling: 'CreateLoginProfile',
    says: 'Login Profile for user mei.tan already exists.',
  },
  'EntityAlreadyExists: Provider with url X already exists.': {
    before: PROVIDER,
    command: PROVIDER,
    calling: 'CreateOpenIDConnectProvider',
    says: 'Provider with url https://token.actions.githubusercontent.com already exists.',
  },
};

export const MISSING: ErrorCases = {
  'NoSuchEntity: The user with name X cannot be found.': {
    command: 'aws iam get-user --user-name nobody',
    calling: 'GetUser',
    says: 'The user with name nobody cannot be found.',
  },
  'NoSuchEntity: The group with name X cannot be found.': {
    command: 'aws iam get-group --group-name nobodies',
    calling: 'GetGroup',
    says: 'The group with name nobodies cannot be found.',
  },
  'NoSuchEntity: The role with name X cannot be found.': {
    command: 'aws iam get-role --role-name Nothing',
    calling: 'GetRole',
    says: 'The role with name Nothing cannot be found.',
  },
  'NoSuchEntity: Instance Profile X cannot be found.': {
    command: 'aws iam get-instance-profile --instance-profile-name nothing',
    calling: 'GetInstanceProfile',
    says: 'Instance Profile nothing cannot be found.',
  },
  'NoSuchEntity: Policy X was not found.': {
    command: 'aws iam get-policy --policy-arn arn:aws:iam::111122223333:policy/Nothing',
    calling: 'GetPolicy',
    says: 'Policy arn:aws:iam::111122223333:policy/Nothing was not found.',
  },
  'NoSuchEntity: Policy X does not exist or is not attachable.': {
    before: MEI,
    command:
      'aws iam attach-user-policy --user-name mei.tan --policy-arn arn:aws:iam::aws:policy/NoSuchAccess',
    calling: 'AttachUserPolicy',
    says: 'Policy arn:aws:iam::aws:policy/NoSuchAccess does not exist or is not attachable.',
  },
  'NoSuchEntity: The Access Key with id X cannot be found.': {
    command: 'aws iam delete-access-key --user-name admin --access-key-id AKIAIOSFODNN7EXAMPLE',
    calling: 'DeleteAccessKey',
    says: 'The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.',
  },
  'NoSuchEntity: Login Profile for User X cannot be found.': {
    before: MEI,
    command: 'aws iam get-login-profile --user-name mei.tan',
    calling: 'GetLoginProfile',
    says: 'Login Profile for User mei.tan cannot be found.',
  },
  'NoSuchEntity: The Password Policy with domain name X cannot be found.': {
    command: 'aws iam get-account-password-policy',
    calling: 'GetAccountPasswordPolicy',
    says: 'The Password Policy with domain name 111122223333 cannot be found.',
  },
};

export const WRONG_FORM: ErrorCases = {
  "ValidationError: 1 validation error detected: Value 'X' at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+":
    {
      command: 'aws iam create-user --user-name "mei tan"',
      calling: 'CreateUser',
      says: "1 validation error detected: Value 'mei tan' at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
    },
  "ValidationError: 1 validation error detected: Value 'X' at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64":
    {
      command: 'aws iam create-user --user-name $(printf "m%.0s" $(seq 65))',
      calling: 'CreateUser',
      says: `1 validation error detected: Value '${'m'.repeat(65)}' at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64`,
    },
  'InvalidInput: Duplicate tag keys found. X': {
    command: 'aws iam create-user --user-name mei.tan --tags Key=team,Value=shop Key=Team,Value=web',
    calling: 'CreateUser',
    says: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  },
  'InvalidInput: ARN X is not valid.': {
    before: MEI,
    command:
      'aws iam attach-user-policy --user-name mei.tan --policy-arn arn:aws:iam::111122223333:user/mei.tan',
    calling: 'AttachUserPolicy',
    says: 'ARN arn:aws:iam::111122223333:user/mei.tan is not valid.',
  },
};

const TRUSTED = trust({ Service: 'ec2.amazonaws.com' });
const MADE = (count: number, command: string): string =>
  `for i in $(seq ${count}); do ${command} > made; done`;
const ATTACH = (noun: string, name: string): string =>
  lines(
    file('p.json', policy('Allow', 's3:Get*')),
    MADE(21, 'aws iam create-policy --policy-name P$i --policy-document file://p.json'),
    `attach() { aws iam attach-${noun}-policy --${noun}-name ${name} --policy-arn arn:aws:iam::111122223333:policy/P$1; }`,
  );
const VERSION =
  'aws iam create-policy-version --policy-arn arn:aws:iam::111122223333:policy/Reading --policy-document file://p.json';

export const QUOTAS: ErrorCases = {
  'LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2': {
    before: lines(MEI, MADE(2, 'aws iam create-access-key --user-name mei.tan')),
    command: 'aws iam create-access-key --user-name mei.tan',
    calling: 'CreateAccessKey',
    says: 'Cannot exceed quota for AccessKeysPerUser: 2',
  },
  'LimitExceeded: Cannot exceed quota for PoliciesPerUser: 10': {
    before: lines(MEI, ATTACH('user', 'mei.tan'), 'for i in $(seq 10); do attach $i; done'),
    command: 'attach 11',
    calling: 'AttachUserPolicy',
    says: 'Cannot exceed quota for PoliciesPerUser: 10',
  },
  'LimitExceeded: Cannot exceed quota for PoliciesPerRole: 20': {
    before: lines(ROLE, ATTACH('role', 'BatchWorker'), 'for i in $(seq 20); do attach $i; done'),
    command: 'attach 21',
    calling: 'AttachRolePolicy',
    says: 'Cannot exceed quota for PoliciesPerRole: 20',
  },
  'LimitExceeded: Cannot exceed quota for GroupsPerUser: 10': {
    before: lines(
      MEI,
      MADE(11, 'aws iam create-group --group-name g$i'),
      MADE(10, 'aws iam add-user-to-group --user-name mei.tan --group-name g$i'),
    ),
    command: 'aws iam add-user-to-group --user-name mei.tan --group-name g11',
    calling: 'AddUserToGroup',
    says: 'Cannot exceed quota for GroupsPerUser: 10',
  },
  'LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048': {
    before: file('trust.json', trust({ Service: 'ec2.amazonaws.com' }, { Sid: 'S'.repeat(2048) })),
    command: 'aws iam create-role --role-name BatchWorker --assume-role-policy-document file://trust.json',
    calling: 'CreateRole',
    says: 'Cannot exceed quota for ACLSizePerRole: 2048',
  },
  'LimitExceeded: Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1': {
    before: lines(
      ROLE,
      role('Other', TRUSTED),
      PROFILE,
      'aws iam add-role-to-instance-profile --instance-profile-name web-profile --role-name BatchWorker',
    ),
    command: 'aws iam add-role-to-instance-profile --instance-profile-name web-profile --role-name Other',
    calling: 'AddRoleToInstanceProfile',
    says: 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
  },
  'LimitExceeded: Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100': {
    before: `${PROVIDER} --client-id-list $(seq 100)`,
    command:
      'aws iam add-client-id-to-open-id-connect-provider --client-id one-more --open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    calling: 'AddClientIDToOpenIDConnectProvider',
    says: 'Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100',
  },
  'LimitExceeded: A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.':
    {
      before: lines(POLICY, file('p.json', policy('Allow', 's3:Get*')), MADE(4, VERSION)),
      command: VERSION,
      calling: 'CreatePolicyVersion',
      says: 'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
    },
  'LimitExceeded: Maximum policy size of 2048 bytes exceeded for user X': {
    before: lines(MEI, file('p.json', policy('Allow', 's3:Get*', '*', { Sid: 'S'.repeat(2048) }))),
    command: 'aws iam put-user-policy --user-name mei.tan --policy-name Big --policy-document file://p.json',
    calling: 'PutUserPolicy',
    says: 'Maximum policy size of 2048 bytes exceeded for user mei.tan',
  },
  'LimitExceeded: Cannot exceed quota for PolicySize: 6144': {
    before: file('p.json', policy('Allow', 's3:Get*', '*', { Sid: 'S'.repeat(6144) })),
    command: 'aws iam create-policy --policy-name Big --policy-document file://p.json',
    calling: 'CreatePolicy',
    says: 'Cannot exceed quota for PolicySize: 6144',
  },
};
