import { describe, expect, it } from 'vitest';
import { machine, NOW, whoAsks } from '../test/machine.ts';

const WHO = 'sts get-caller-identity --query Arn --output text';

const KEYS = `[default]
aws_access_key_id = AKIA-DEFAULT
aws_secret_access_key = s
[partner]
aws_access_key_id = AKIA-PARTNER
aws_secret_access_key = s
`;

const CONFIG = `[default]
region = eu-west-1
[profile audit]
role_arn = arn:aws:iam::444455556666:role/Auditor
source_profile = default
external_id = x-1
role_session_name = mei
duration_seconds = 7200
[profile chained]
role_arn = arn:aws:iam::444455556666:role/Second
source_profile = audit
[profile env]
role_arn = arn:aws:iam::444455556666:role/FromEnv
credential_source = Environment
[profile mfa]
role_arn = arn:aws:iam::444455556666:role/Guarded
source_profile = default
mfa_serial = arn:aws:iam::111122223333:mfa/phone
[profile a]
role_arn = arn:aws:iam::444455556666:role/A
source_profile = b
[profile b]
role_arn = arn:aws:iam::444455556666:role/B
source_profile = a
[profile both]
role_arn = arn:aws:iam::444455556666:role/B
source_profile = a
credential_source = Environment
[profile neither]
role_arn = arn:aws:iam::444455556666:role/B
[profile lost]
role_arn = arn:aws:iam::444455556666:role/B
source_profile = nobody
[profile web]
role_arn = arn:aws:iam::444455556666:role/Web
web_identity_token_file = /home/mei/token
[profile process]
credential_process = /bin/true
[profile half]
aws_access_key_id = AKIA-HALF
[profile "two words"]
aws_access_key_id = AKIA-TWO
aws_secret_access_key = s
`;

const open = () => machine({ '.aws/credentials': KEYS, '.aws/config': CONFIG, token: 'JWT' });
const ENV = { AWS_ACCESS_KEY_ID: 'AKIA-ENV', AWS_SECRET_ACCESS_KEY: 's' };

describe('[credentials-order] a command is signed with', () => {
  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['the default profile when nothing is said', '', {}, 'AKIA-DEFAULT'],
    ['the profile of the line', ' --profile partner', {}, 'AKIA-PARTNER'],
    ['the profile of a variable', '', { AWS_PROFILE: 'partner' }, 'AKIA-PARTNER'],
    ['the line before the variable', ' --profile partner', { AWS_PROFILE: 'default' }, 'AKIA-PARTNER'],
    ['keys in variables before a profile in a variable', '', { ...ENV, AWS_PROFILE: 'partner' }, 'AKIA-ENV'],
    ['a profile of the line before keys in variables', ' --profile partner', ENV, 'AKIA-PARTNER'],
    ['a role from another profile', ' --profile audit', {}, 'ASIA-Auditor'],
    ['a role from a role', ' --profile chained', {}, 'ASIA-Second'],
    ['a role from keys in variables', ' --profile env', ENV, 'ASIA-FromEnv'],
    ['a role for a token in a file', ' --profile web', {}, 'ASIA-Web'],
    [
      'a role for a token that variables name',
      '',
      { AWS_ROLE_ARN: 'arn:aws:iam::444455556666:role/Ci', AWS_WEB_IDENTITY_TOKEN_FILE: '/home/mei/token' },
      'ASIA-Ci',
    ],
    ['a profile in quotes', '', { AWS_PROFILE: 'two words' }, 'AKIA-TWO'],
    ['nothing when that is wanted', ' --no-sign-request', {}, 'nobody'],
  ])('%s', async (_, options, env, expected) => {
    expect(await open().aws(WHO + options, env)).toEqual({ stdout: `${expected}\n`, stderr: '', exit: 0 });
  });

  it('the role of the instance when there is nothing else', async () => {
    const credentials = { accessKeyId: 'ASIA-INSTANCE', secretAccessKey: 's', sessionToken: 't' };
    const at = machine({}, whoAsks, { instance: () => ({ credentials, method: 'iam-role' }) });
    expect((await at.aws(WHO)).stdout).toBe('ASIA-INSTANCE\n');
    expect((await at.aws(WHO, { AWS_EC2_METADATA_DISABLED: 'true' })).exit).toBe(253);
  });
});

describe('[credentials-faults] a command stops', () => {
  it.each<[string, string, Readonly<Record<string, string>>, number, string]>([
    ['for a profile that is not there', ' --profile x', {}, 255, 'The config profile (x) could not be found'],
    [
      'for half a key in variables',
      '',
      { AWS_ACCESS_KEY_ID: 'x' },
      255,
      'Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY',
    ],
    [
      'for half a key in a file',
      ' --profile half',
      {},
      255,
      'Partial credentials found in config-file, missing: aws_secret_access_key',
    ],
    [
      'for profiles in a circle',
      ' --profile a',
      {},
      255,
      "Infinite loop in credential configuration detected. Attempting to load from profile a which has already been visited. Visited profiles: ['a', 'b']",
    ],
    [
      'for two sources',
      ' --profile both',
      {},
      255,
      'The profile "both" contains both source_profile and credential_source.',
    ],
    [
      'for no source',
      ' --profile neither',
      {},
      255,
      'Partial credentials found in assume-role, missing: source_profile or credential_source',
    ],
    [
      'for a source that is not there',
      ' --profile lost',
      {},
      255,
      'The source_profile "nobody" referenced in the profile "lost" does not exist.',
    ],
    [
      'for variables that are not set',
      ' --profile env',
      {},
      255,
      'Error when retrieving credentials from Environment: No credentials found in credential_source referenced in profile env',
    ],
    [
      'for another program',
      ' --profile process',
      {},
      255,
      'The profile (process) has a credential_process, and no other program runs here',
    ],
  ])('%s', async (_, options, env, exit, message) => {
    const ran = await open().aws(WHO + options, env);
    expect(ran).toEqual({ stdout: '', stderr: `\naws: [ERROR]: ${message}\n`, exit });
  });

  it('when there is nobody to sign', async () => {
    expect(await machine({}).aws(WHO)).toEqual({
      stdout: '',
      stderr:
        '\naws: [ERROR]: An error occurred (NoCredentials): Unable to locate credentials. You can configure credentials by running "aws login".\n',
      exit: 253,
    });
  });

  it('for a file that is none', async () => {
    expect(await machine({ '.aws/config': 'region = x\n' }).aws(WHO)).toMatchObject({
      stderr: '\naws: [ERROR]: Unable to parse config file: /home/mei/.aws/config\n',
      exit: 255,
    });
  });

  it('for a role that is refused, with the words of the refusal', async () => {
    const refuse = () => ({ fault: { code: 'AccessDenied', message: 'no' } });
    const at = machine({ '.aws/credentials': KEYS, '.aws/config': CONFIG }, refuse);
    expect(await at.aws(`${WHO} --profile audit`)).toMatchObject({
      stderr: '\naws: [ERROR]: An error occurred (AccessDenied) when calling the AssumeRole operation: no\n',
      exit: 254,
    });
  });
});

describe('[assumed-roles-are-kept] a role of a profile', () => {
  it('is asked for with what the profile says', async () => {
    const at = open();
    await at.aws(`${WHO} --profile audit`);
    expect(at.asked[0]).toEqual({
      operation: 'sts:AssumeRole',
      region: 'us-east-1',
      keyId: 'AKIA-DEFAULT',
      input: {
        RoleArn: 'arn:aws:iam::444455556666:role/Auditor',
        RoleSessionName: 'mei',
        ExternalId: 'x-1',
        DurationSeconds: 7200,
      },
    });
  });

  it('has a session that is called after the second, when nothing is said', async () => {
    const at = open();
    await at.aws(`${WHO} --profile chained`);
    expect(at.asked[1]?.input?.['RoleSessionName']).toBe(`botocore-session-${NOW / 1000}`);
  });

  it('is asked for once, until a quarter of an hour before it ends', async () => {
    const at = open();
    const times = async (): Promise<number> => {
      await at.aws(`${WHO} --profile audit`);
      return at.asked.filter(({ operation }) => operation === 'sts:AssumeRole').length;
    };
    expect(await times()).toBe(1);
    at.clock.now += 104 * 60_000;
    expect(await times()).toBe(1);
    at.clock.now += 2 * 60_000;
    expect(await times()).toBe(2);
  });

  it('lies in a file whose name is the hash of the wish', async () => {
    const at = open();
    await at.aws(`${WHO} --profile chained`);
    const paths = [...at.files.keys()].filter((path) => path.includes('/cli/cache/'));
    expect(paths).toContain('/home/mei/.aws/cli/cache/ee3ba92b20f147b9d6bee5aa3ab7a213b889e378.json');
  });

  it('asks for a code on standard error and takes it from standard input', async () => {
    const at = open();
    const ran = await at.aws(`${WHO} --profile mfa`, {}, '123456\n');
    expect(ran).toMatchObject({
      stdout: 'ASIA-Guarded\n',
      stderr: 'Enter MFA code for arn:aws:iam::111122223333:mfa/phone: \n',
    });
    expect(at.asked[0]?.input).toMatchObject({
      SerialNumber: 'arn:aws:iam::111122223333:mfa/phone',
      TokenCode: '123456',
    });
    expect((await open().aws(`${WHO} --profile mfa`)).exit).toBe(255);
  });
});

describe('[region-order] a command goes to', () => {
  const LIST = 'sqs list-queues --profile';
  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['the region of the line', 'default --region ap-south-1', { AWS_REGION: 'x' }, 'ap-south-1'],
    [
      'AWS_REGION before AWS_DEFAULT_REGION',
      'default',
      { AWS_REGION: 'us-west-1', AWS_DEFAULT_REGION: 'x' },
      'us-west-1',
    ],
    ['AWS_DEFAULT_REGION before the profile', 'default', { AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2'],
    ['the region of the profile', 'default', {}, 'eu-west-1'],
  ])('%s', async (_, options, env, expected) => {
    const at = machine({ '.aws/credentials': KEYS, '.aws/config': CONFIG }, () => ({ reply: {} }));
    await at.aws(`${LIST} ${options}`, env);
    expect(at.asked[0]?.region).toBe(expected);
  });

  it('where the computer stands when nothing else is said, and nowhere when that is not known', async () => {
    const answer = () => ({ reply: {} });
    const placed = machine({ '.aws/credentials': KEYS }, answer, { placement: 'eu-north-1' });
    await placed.aws(`${LIST} default`);
    expect(placed.asked[0]?.region).toBe('eu-north-1');
    expect(await machine({ '.aws/credentials': KEYS }, answer).aws(`${LIST} default`)).toMatchObject({
      stderr:
        '\naws: [ERROR]: An error occurred (NoRegion): You must specify a region. You can also configure your region by running "aws configure".\n',
      exit: 253,
    });
  });

  it.each([
    ['sqs list-queues --region eu_west', "Provided region_name 'eu_west' doesn't match a supported format."],
    ['iam list-users --region a_b', "Provided region_name 'a_b' doesn't match a supported format."],
    [
      'sqs list-queues --region us-east1',
      'Could not connect to the endpoint URL: "https://sqs.us-east1.amazonaws.com/"',
    ],
    [
      's3api list-buckets --region mars-1',
      'Could not connect to the endpoint URL: "https://s3.mars-1.amazonaws.com/"',
    ],
  ])('no region that there is not: %s', async (line, message) => {
    const at = machine({ '.aws/credentials': KEYS }, () => ({ reply: {} }));
    expect(await at.aws(line)).toEqual({ stdout: '', stderr: `\naws: [ERROR]: ${message}\n`, exit: 255 });
    expect(at.asked).toEqual([]);
  });

  it('IAM wherever somebody believes that it is', async () => {
    const at = machine({ '.aws/credentials': KEYS }, () => ({ reply: { Users: [] } }));
    expect((await at.aws('iam list-users --region mars-1')).exit).toBe(0);
  });
});
