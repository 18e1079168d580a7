// Rare callers, calls and documents.
import {
  askingFor,
  calledBy,
  calledFromOutside,
  documentOf,
  OPEN,
  saying,
  withoutResourcePolicy,
  type Fields,
  type Oddity,
} from './change.ts';
import { OTHER, OWN } from './vocabulary.ts';

const ROLE = `arn:aws:iam::${OWN}:role/target`;
const SAML = `arn:aws:iam::${OWN}:saml-provider/corp`;
const ROOT = { type: 'root', arn: `arn:aws:iam::${OWN}:root`, account: OWN } as const;
const KIT = {
  type: 'federatedUser',
  arn: `arn:aws:sts::${OWN}:federated-user/kit`,
  issuerArn: `arn:aws:iam::${OWN}:user/ana`,
  account: OWN,
} as const;

const allowing = (principal: unknown): Fields =>
  documentOf({ Effect: 'Allow', Principal: principal, Action: '*', Resource: '*' });

const CALLERS: readonly Oddity[] = [
  (line) => calledBy({ ...line, identityPolicies: [] }, ROOT),
  (line, chance) => {
    const action = chance.pick(['s3:PutBucketPolicy', 's3:DeleteBucketPolicy']);
    const refusing = documentOf({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' });
    const asked = askingFor(line, action, 'arn:aws:s3:::data', OWN);
    return calledBy({ ...asked, identityPolicies: [], resourcePolicy: refusing }, ROOT);
  },
  (line) => calledBy(line, KIT),
  (line, chance) =>
    calledBy(
      {
        ...line,
        sessionPolicies: [
          chance.pick([OPEN, OPEN, documentOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' })]),
        ],
      },
      KIT,
    ),
  (line, chance) =>
    calledBy({ ...line, resourcePolicy: allowing({ AWS: chance.pick([KIT.arn, KIT.issuerArn, OWN]) }) }, KIT),
  (line, chance) => {
    const [arn, action] = chance.pick([
      [SAML, 'sts:AssumeRoleWithSAML'],
      ['accounts.google.com', 'sts:AssumeRoleWithWebIdentity'],
    ]);
    const trust = documentOf({
      Effect: 'Allow',
      Principal: { Federated: chance.pick([arn, SAML]) },
      Action: action,
    });
    const asked = { ...askingFor(line, action, ROLE, OWN), resourcePolicy: trust };
    return calledFromOutside(asked, { type: 'federatedProvider', arn, account: null });
  },
  (line) => calledFromOutside(line, { type: 'anonymous', arn: null, account: null }),
  ({ principal, ...line }) => ({
    ...line,
    principal: { ...principal, serviceLinkedRole: principal.type === 'assumedRole' },
  }),
  ({ principal, ...line }) => ({
    ...line,
    principal: { ...principal, inManagementAccount: principal.account !== null },
  }),
];

const CALLS: readonly Oddity[] = [
  (line, chance) =>
    askingFor(
      withoutResourcePolicy(line),
      chance.pick(['sts:GetCallerIdentity', 'sts:GetSessionToken']),
      '*',
      OWN,
    ),
  (line, chance) => saying(askingFor(withoutResourcePolicy(line), 'sts:AssumeRole', ROLE, OWN), chance, {}),
  (line, chance) =>
    saying(
      askingFor(withoutResourcePolicy(line), 'kms:Decrypt', `arn:aws:kms:us-east-1:${OWN}:key/1a`, OWN),
      chance,
      {},
    ),
];

const DOCUMENTS: readonly Oddity[] = [
  (line, chance) => {
    const { type, arn, roleArn } = line.principal;
    if (type !== 'assumedRole') return line;
    const narrow = (): Fields =>
      documentOf({ Effect: 'Allow', Action: chance.pick(['s3:*', 'sqs:*', '*']), Resource: '*' });
    return {
      ...line,
      sessionPolicies: chance.several(1, 2, narrow),
      resourcePolicy: allowing({ AWS: chance.pick([arn, roleArn]) }),
    };
  },
  (line, chance) => {
    const { arn, account, roleArn } = line.principal;
    const names = [arn, account, roleArn].filter((name) => typeof name === 'string' && chance.holds(0.8));
    const [allowed] = [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }];
    const denied = { Effect: 'Deny', NotPrincipal: { AWS: [...names, OTHER] }, Action: '*', Resource: '*' };
    return { ...line, resourcePolicy: { Version: '2012-10-17', Statement: [denied, allowed] } };
  },
  (line) => (line.principal.account === null ? line : { ...line, serviceControlPolicies: [[OPEN], []] }),
  (line, chance) => {
    const [, , service = '', region = '', account = '', ...rest] = line.request.resource.split(':');
    const last = rest.join(':');
    const wide = [
      `arn:aws:*:${last}`,
      `arn:*:${service}:${region}:${account}:*`,
      'arn:*',
      `arn*:${last}`,
    ] as const;
    return saying(line, chance, { Resource: chance.pick([`arn:aws:${service}:*`, ...wide]) });
  },
  (line, chance) => saying(line, chance, { Action: line.request.action.toUpperCase() }),
  (line, chance) =>
    saying(
      line,
      chance,
      chance.pick<Fields>([
        { Effect: 'allow' },
        { Actions: '*' },
        { NotAction: 's3:*' },
        { Resource: undefined },
        { Condition: { StringMatches: { 'aws:username': 'ana' } } },
        { Condition: { stringEquals: { 'aws:username': 'ana' } } },
      ]),
    ),
];

export const ODD_REQUESTS: readonly Oddity[] = [...CALLERS, ...CALLS, ...DOCUMENTS];
