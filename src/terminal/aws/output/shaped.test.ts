import { expect, test } from 'vitest';
import { MODELS, type ServiceModel } from '#cloud/models';
import { isoTime, shaped } from './shaped.ts';

const modelOf = (command: string): ServiceModel => {
  const model = MODELS.get(command);
  if (model === undefined) throw new Error(`no model of ${command}`);
  return model;
};
const [iam, dynamodb, ec2, sqs] = ['iam', 'dynamodb', 'ec2', 'sqs'].map(modelOf) as [
  ServiceModel,
  ServiceModel,
  ServiceModel,
  ServiceModel,
];

test('[model-order] members stand in the order of the model, absent ones nowhere', () => {
  const reply = { User: { CreateDate: 0, UserId: 'AIDA', Path: '/', UserName: 'mei', Arn: 'arn' } };
  expect(JSON.stringify(shaped(iam, 'CreateUser', reply))).toBe(
    '{"User":{"Path":"/","UserName":"mei","UserId":"AIDA","Arn":"arn","CreateDate":"1970-01-01T00:00:00+00:00"}}',
  );
});

test('[dates-are-iso] in UTC, with microseconds only where there are any', () => {
  expect(isoTime(Date.UTC(2026, 10, 2, 8, 15, 30))).toBe('2026-11-02T08:15:30+00:00');
  expect(isoTime(Date.UTC(2026, 10, 2, 8, 15, 30, 123))).toBe('2026-11-02T08:15:30.123000+00:00');
  expect(isoTime(Date.UTC(2026, 10, 2, 8, 15, 30, 7))).toBe('2026-11-02T08:15:30.007000+00:00');
});

test('[iam-documents-are-parsed] in the order of their text; what is no JSON stays text', () => {
  const document = '{"Statement":[],"Version":"2012-10-17"}';
  const answer = shaped(iam, 'GetRolePolicy', { PolicyDocument: document, RoleName: 'r', PolicyName: 'p' });
  expect(JSON.stringify(answer)).toBe(`{"RoleName":"r","PolicyName":"p","PolicyDocument":${document}}`);
  expect(shaped(iam, 'GetRolePolicy', { PolicyDocument: '{oh' })).toEqual({ PolicyDocument: '{oh' });
});

test('[iam-documents-are-parsed] those of other services stay text', () => {
  const reply = { VpcEndpoints: [{ PolicyDocument: '{}' }] };
  expect(shaped(ec2, 'DescribeVpcEndpoints', reply)).toEqual(reply);
});

test('[model-order] maps keep their own order, and structures within them have the model’s', () => {
  const item = { Zeta: { S: 'z' }, Alpha: { M: { b: { N: '1' }, a: { BOOL: true } } } };
  expect(JSON.stringify(shaped(dynamodb, 'GetItem', { Item: item }))).toBe(JSON.stringify({ Item: item }));
  const attributes = { QueueArn: 'arn', ApproximateNumberOfMessages: '0' };
  expect(JSON.stringify(shaped(sqs, 'GetQueueAttributes', { Attributes: attributes }))).toBe(
    JSON.stringify({ Attributes: attributes }),
  );
});

test.each([
  ['a member that the model does not have', 'CreateUser', { User: { Name: 'mei' } }],
  ['a value of another type', 'CreateUser', { User: { CreateDate: '2026-11-02' } }],
  ['text for a list', 'ListUsers', { Users: 'mei' }],
  ['a reply of an operation that gives nothing', 'AddUserToGroup', { User: {} }],
  ['an operation that there is not', 'CreateUsers', { User: {} }],
])('[unlike-the-model-throws] %s', (_, operation, reply) => {
  expect(() => shaped(iam, operation, reply)).toThrow();
});
