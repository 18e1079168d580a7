// The people of Tern Ferries and what they ask, and documents of a few words, for tests that tell one thing at a time.
import { readDocument, type Document, type Layers, type PolicyKind, type Request } from '../index.ts';

export const HOME = '111122223333';
export const SAM = { type: 'user', arn: `arn:aws:iam::${HOME}:user/sam`, account: HOME } as const;
export const ROOT = { type: 'root', arn: `arn:aws:iam::${HOME}:root`, account: HOME } as const;
export const OSKAR = {
  type: 'user',
  arn: 'arn:aws:iam::444455556666:user/oskar',
  account: '444455556666',
} as const;
export const WORKER = {
  type: 'assumedRole',
  arn: `arn:aws:sts::${HOME}:assumed-role/BatchWorker/run-7`,
  roleArn: `arn:aws:iam::${HOME}:role/BatchWorker`,
  account: HOME,
} as const;
export const MEI = {
  type: 'federatedUser',
  arn: `arn:aws:sts::${HOME}:federated-user/mei`,
  issuerArn: `arn:aws:iam::${HOME}:user/mei.tan`,
  account: HOME,
} as const;
export const SERVICE = { type: 'service', arn: 'ec2.amazonaws.com', account: '' } as const;
export const NOBODY = { type: 'anonymous', arn: '', account: '' } as const;
export const PROVIDER = {
  type: 'federatedProvider',
  arn: `arn:aws:iam::${HOME}:saml-provider/Tern`,
  account: '',
} as const;

export const READ: Request = {
  principal: SAM,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::tern-timetables/winter.csv',
  resourceAccount: HOME,
  context: {},
};
export const ASSUME: Request = { ...READ, action: 'sts:AssumeRole', resource: WORKER.roleArn };
export const SAML: Request = { ...ASSUME, action: 'sts:AssumeRoleWithSAML', principal: PROVIDER };
export const DECRYPT: Request = {
  ...READ,
  action: 'kms:Decrypt',
  resource: `arn:aws:kms:eu-west-1:${HOME}:key/1f0c`,
};

const NAMING: readonly PolicyKind[] = ['resource', 'trust', 'vpce', 'rcp'];

/** A document of statements that speak of everybody and everything unless they say otherwise. */
export function policy(kind: PolicyKind, ...statements: readonly object[]): Document {
  const written = statements.map((one) => ({
    ...(NAMING.includes(kind) ? { Principal: '*' } : {}),
    ...(kind === 'trust' ? {} : { Resource: '*' }),
    ...one,
  }));
  return readDocument(JSON.stringify({ Version: '2012-10-17', Statement: written }), kind);
}

export const broken = (kind: PolicyKind): Document => readDocument('{', kind);
export const allow = { Effect: 'Allow', Action: '*' };
export const other = { Effect: 'Allow', Action: 'ec2:*' };
export const deny = { Sid: 'Keep', Effect: 'Deny', Action: '*' };

/** The caller may do everything, and nothing, by policies of its own. */
export const may: Layers = { identity: [policy('identity', allow)] };
export const no: Layers = { identity: [] };
