// The callers, documents and lines that the tests of the second reading are made of.
import type { Caller, Line } from './line.ts';

export const OWN = '111122223333';
export const ANA: Caller = { type: 'user', arn: `arn:aws:iam::${OWN}:user/ana`, account: OWN };
export const APP: Caller = {
  type: 'assumedRole',
  arn: `arn:aws:sts::${OWN}:assumed-role/app/s1`,
  roleArn: `arn:aws:iam::${OWN}:role/team/app`,
  account: OWN,
};
export const KIT: Caller = {
  type: 'federatedUser',
  arn: `arn:aws:sts::${OWN}:federated-user/kit`,
  issuerArn: `arn:aws:iam::${OWN}:user/ana`,
  account: OWN,
};
export const ROOT: Caller = { type: 'root', arn: `arn:aws:iam::${OWN}:root`, account: OWN };
export const SNS: Caller = { type: 'service', arn: 'sns.amazonaws.com', account: null };
export const NOBODY: Caller = { type: 'anonymous', arn: null, account: null };
export const [USER, ROLE, SESSION] = [ANA.arn ?? '', APP.roleArn ?? '', APP.arn ?? ''];

export const policy = (...statements: readonly object[]) => ({
  Version: '2012-10-17',
  Statement: statements,
});
export const all = { Effect: 'Allow', Action: '*', Resource: '*' };
export const none = { Effect: 'Deny', Action: '*', Resource: '*' };
export const ALL = policy(all);
export const SILENT = policy({ ...all, Action: 'ec2:*' });
export const RCPS = [[policy({ ...none, Principal: '*' })]];
export const names = (...AWS: readonly string[]) => policy({ ...all, Principal: { AWS } });
export const spares = (...AWS: readonly string[]) => policy({ ...none, NotPrincipal: { AWS } });

export const READ = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::data/x',
  resourceAccount: OWN,
  context: {},
};
export const line = (principal: Caller, more: Partial<Line> = {}): Line => ({
  principal,
  request: READ,
  identityPolicies: [],
  ...more,
});
export const ask = (action: string, resource = '*') => ({ ...READ, action, resource });
export const ABROAD = { ...READ, resourceAccount: '444455556666' };
