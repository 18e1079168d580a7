import { describe, expect, it } from 'vitest';
import { anatomyOf, type ArnFault } from './anatomy.ts';

const codesOf = (text: string): readonly ArnFault['code'][] => {
  const found = anatomyOf(text);
  return 'fault' in found ? [found.fault.code] : found.faults.map(({ code }) => code);
};

describe('the parts of an ARN', () => {
  it('keep what stands behind the fifth colon together', () => {
    expect(anatomyOf('arn:aws:lambda:eu-west-1:111122223333:function:receipt:7')).toMatchObject({
      parts: { service: 'lambda', region: 'eu-west-1', resource: 'function:receipt:7' },
      resource: { kind: 'function', name: 'receipt:7' },
    });
  });
  it('have a path in IAM alone', () => {
    expect(anatomyOf('arn:aws:iam::111122223333:user/dev/mei.tan')).toMatchObject({
      resource: { kind: 'user', path: '/dev/', name: 'mei.tan' },
      faults: [],
    });
  });
  it('of an object are its bucket and its key', () => {
    expect(anatomyOf('arn:aws:s3:::tern-timetables/2026/winter.csv')).toMatchObject({
      resource: { bucket: 'tern-timetables', name: '2026/winter.csv' },
      faults: [],
    });
  });
});

describe('what is wrong with an ARN', () => {
  it.each<readonly [string, readonly ArnFault['code'][]]>([
    ['', ['empty']],
    [`arn:${'a'.repeat(2100)}`, ['tooLong']],
    [' arn:aws:s3:::tern-timetables', ['spaces']],
    ['arn:aws:s3:tern-timetables', ['fewParts']],
    ['urn:aws:s3:::tern-timetables', ['prefix']],
    ['arn:amazon:s3:::tern-timetables', ['partition']],
    ['arn:aws::eu-west-1:111122223333:table/orders', ['service']],
    ['arn:aws:*:eu-west-1:111122223333:table/orders', ['wildcardKind']],
    ['arn:aws:DynamoDB:eu-west-1:111122223333:table/orders', ['serviceName']],
    ['arn:aws:dynamodb:eu-west-1:11112222333:table/orders', ['account']],
    ['arn:aws:dynamodb:eu-west-1:1111-2222-3333:table/orders', ['account']],
    ['arn:aws:dynamodb:eu-west-1:111122223333:', ['resource']],
    ['arn:aws:iam:eu-west-1:111122223333:user/mei', ['iamRegion']],
    ['arn:aws:iam:::user/mei', ['iamAccount']],
    ['arn:aws:iam::111122223333:assumed-role/Nightly/run', ['sessionInIam']],
    ['arn:aws:sts::111122223333:role/Nightly', ['roleInSts']],
    ['arn:aws:sts::111122223333:assumed-role/night/Nightly/run', ['sessionPath']],
    ['arn:aws:iam::111122223333:user:mei', ['slash']],
    ['arn:aws:iam::111122223333:users/mei', ['kind']],
    ['arn:aws:s3:eu-west-1::tern-timetables', ['bucketPlace']],
    ['arn:aws:s3::111122223333:tern-timetables', ['bucketPlace']],
  ])('%s: %j', (text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });
  it.each([
    'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::*:role/night/*',
    'arn:aws:s3:::${aws:username}/*',
    'arn:aws-cn:sqs:cn-north-1:111122223333:receipts',
    'arn:aws:s3:eu-west-1:111122223333:accesspoint/reports',
    'arn:aws:sts::111122223333:assumed-role/Nightly/run',
  ])('is nothing: %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});
