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
    ['arn:aws:iam::111122223333:user/', ['collection']],
    ['arn:aws:iam::111122223333:user/dev/', ['collection']],
    ['arn:aws:iam::111122223333:user/m ei', ['iamName']],
    ['arn:aws:iam::111122223333:user/m ei*', ['iamName']],
    [`arn:aws:iam::111122223333:user/${'m'.repeat(65)}`, ['iamName']],
    [`arn:aws:iam::111122223333:group/${'m'.repeat(129)}`, ['iamName']],
    ['arn:aws:iam::111122223333:role/night shift/Nightly', ['iamPath']],
    ['arn:aws:iam::111122223333:user/m\0ei', ['control']],
    ['arn:aws:iam::11112222\x073333:user/mei', ['control']],
    ['arn:aws:s3:::tern-timetables/winter\n.csv', ['control']],
    ['arn:aws:iam::111122223333:root/x', ['rootMore']],
    ['arn:aws:iam::111122223333:root:x', ['rootMore']],
    ['arn:aws:sts:eu-west-1:111122223333:assumed-role/Nightly/run', ['stsRegion']],
    ['arn:aws:sts:::assumed-role/Nightly/run', ['stsAccount']],
    ['arn:aws:sts::111122223333:assumed-role/Nightly/', ['sessionPath']],
    ['arn:aws:sts::111122223333:federated-user/', ['noName']],
    ['arn:aws:dynamodb:::table/orders', ['noRegion', 'noAccount']],
    ['arn:aws:dynamodb:eu-west-1::table/orders', ['noAccount']],
    ['arn:aws:sqs::111122223333:receipts', ['noRegion']],
    ['arn:aws:dynamodb:eu-west-1:111122223333:table/', ['noName']],
    ['arn:aws:s3:::Bad_Bucket', ['bucketName']],
    ['arn:aws:s3:::Bad_Bucket/winter.csv', ['bucketName']],
    ['arn:aws:s3:::ab', ['bucketName']],
    ['arn:aws:s3:::tern..timetables', ['bucketName']],
    ['arn:aws:s3:::192.168.5.4', ['bucketName']],
    ['arn:aws:s3:::-tern', ['bucketName']],
    ['arn:aws:s3:::Tern*', ['bucketName']],
    ['arn:aws:s3:::/winter.csv', ['bucketName']],
    ['arn:aws:s3:::tern-timetables/', ['noKey']],
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
    'arn:aws:sts::111122223333:assumed-role/*',
    'arn:aws:sts::111122223333:federated-user/mei',
    'arn:aws:iam::111122223333:user/*',
    'arn:aws:iam::111122223333:user/${aws:username}',
    "arn:aws:iam::111122223333:user/${aws:PrincipalTag/team, 'any one'}/*",
    'arn:aws:iam::111122223333:oidc-provider/token.example.com/tern',
    'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    `arn:aws:iam::111122223333:group/${'m'.repeat(128)}`,
    'arn:aws:dynamodb:*:*:table/orders',
    'arn:aws:dynamodb::111122223333:global-table/orders',
    'arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d',
    'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:too many boats',
    'arn:aws:s3:::*',
    'arn:aws:s3:::tern-*/*',
    'arn:aws:s3:::tern-timetables/Summer plans/',
    'arn:aws:s3:::tern.timetables-2026',
  ])('is nothing: %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});
