import { describe, expect, it } from 'vitest';
import { machine } from '../test/machine.ts';
import { parseIni, withValues } from './ini.ts';

const KEYS = '[default]\naws_access_key_id = AKIA1234\naws_secret_access_key = secret9\n';
const at = (config = '', keys = KEYS) => machine({ '.aws/credentials': keys, '.aws/config': config });
const CONFIG = '/home/mei/.aws/config';
const CREDENTIALS = '/home/mei/.aws/credentials';

describe('[ini-as-the-command-line-reads-it] a file under ~/.aws', () => {
  it('has sections, comments, nested options and two signs', () => {
    const read = parseIni('# c\n[a]\nX = 1\ny: 2=3\n; c\ns3 =\n  k = v\n[b c]\n');
    expect(read).toEqual(
      new Map<string, ReadonlyMap<string, string | ReadonlyMap<string, string>>>([
        [
          'a',
          new Map<string, string | ReadonlyMap<string, string>>([
            ['x', '1'],
            ['y', '2=3'],
            ['s3', new Map([['k', 'v']])],
          ]),
        ],
        ['b c', new Map()],
      ]),
    );
  });

  it.each(['a = 1', '[a]\nb', '[a]\n[a]', '[a]\nx = 1\nx = 2', '[a]\ns3 =\n  word'])(
    'is none: %j',
    (text) => {
      expect(parseIni(text)).toBeUndefined();
    },
  );

  it.each<[string, string, string, string]>([
    ['a new file', '', 'default', '[default]\nregion = r\n'],
    ['a new section', '[a]\nx = 1', 'b', '[a]\nx = 1\n[b]\nregion = r\n'],
    ['another value', '[a]\nregion = old\nx = 1\n', 'a', '[a]\nregion = r\nx = 1\n'],
    ['a new value', '[a]\nx = 1\n\n# c\n[b]\n', 'a', '[a]\nx = 1\nregion = r\n\n# c\n[b]\n'],
    ['a section in quotes', '[profile "a b"]\n', 'profile a b', '[profile "a b"]\nregion = r\n'],
    ['not a comment', '[a]\n#region = c\n', 'a', '[a]\n#region = c\nregion = r\n'],
  ])('is written: %s', (_, text, section, expected) => {
    expect(withValues(text, section, new Map([['region', 'r']]))).toBe(expected);
  });

  it('is written: an option in an option', () => {
    const values = new Map([['s3', new Map([['k', 'v']])]]);
    expect(withValues('[a]\n', 'a', values)).toBe('[a]\ns3 =\n    k = v\n');
    expect(withValues('[a]\ns3 =\n  k = 1\n  l = 2\nx = 1\n', 'a', values)).toBe(
      '[a]\ns3 =\n  k = v\n  l = 2\nx = 1\n',
    );
  });
});

describe('[configure-set] aws configure set', () => {
  it.each<[string, string, string, string]>([
    ['puts a setting of the default profile', 'region eu-west-1', CONFIG, '[default]\nregion = eu-west-1\n'],
    ['puts a setting of a profile', 'region x --profile dev', CONFIG, '[profile dev]\nregion = x\n'],
    [
      'puts a setting of a profile in the name',
      'profile.dev.role_arn arn',
      CONFIG,
      '[profile dev]\nrole_arn = arn\n',
    ],
    [
      'puts an option in an option',
      's3.addressing_style path',
      CONFIG,
      '[default]\ns3 =\n    addressing_style = path\n',
    ],
    [
      'puts keys into the other file',
      'aws_access_key_id AKIA --profile dev',
      CREDENTIALS,
      `${KEYS}[dev]\naws_access_key_id = AKIA\n`,
    ],
  ])('%s', async (_, words, path, expected) => {
    const here = at();
    expect(await here.aws(`configure set ${words}`)).toEqual({ stdout: '', stderr: '', exit: 0 });
    expect(here.files.get(path)).toBe(expected);
  });

  it('asks for both words', async () => {
    const ran = await at().aws('configure set region');
    expect(ran.exit).toBe(252);
    expect(ran.stderr).toContain('the following arguments are required: value');
  });
});

describe('[configure-get] aws configure get', () => {
  const config = '[default]\nregion = r\ns3 =\n  k = v\n[profile dev]\nregion = d\n';
  it.each<[string, string, number]>([
    ['region', 'r\n', 0],
    ['region --profile dev', 'd\n', 0],
    ['profile.dev.region', 'd\n', 0],
    ['dev.region', 'd\n', 0],
    ['default.region', 'r\n', 0],
    ['s3.k', 'v\n', 0],
    ['aws_access_key_id', 'AKIA1234\n', 0],
    ['output', '', 1],
    ['s3', '', 1],
  ])('%s', async (words, stdout, exit) => {
    expect(await at(config).aws(`configure get ${words}`)).toMatchObject({ stdout, exit });
  });

  it('knows a profile or says so', async () => {
    expect((await at().aws('configure get region --profile x')).exit).toBe(255);
  });
});

describe('[configure-list] aws configure list', () => {
  it('shows what is used and where it comes from', async () => {
    const { stdout } = await at('[default]\nregion = eu-west-1\n').aws('configure list');
    expect(stdout.split('\n').map((line) => line.trimEnd())).toEqual([
      'NAME       : VALUE                    : TYPE             : LOCATION',
      'profile    : <not set>                : None             : None',
      'access_key : ****************1234     : shared-credentials-file :',
      'secret_key : ****************ret9     : shared-credentials-file :',
      'region     : eu-west-1                : config-file      : ~/.aws/config',
      '',
    ]);
  });

  it('names variables', async () => {
    const { stdout } = await at().aws('configure list', {
      AWS_PROFILE: 'default',
      AWS_REGION: 'r',
      AWS_ACCESS_KEY_ID: 'AKIA0000',
      AWS_SECRET_ACCESS_KEY: 'xxxx1111',
    });
    expect(stdout).toContain(
      "profile    : default                  : env              : ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']\n",
    );
    expect(stdout).toContain('access_key : ****************0000     : env              : \n');
    expect(stdout).toContain(
      "region     : r                        : env              : ['AWS_REGION', 'AWS_DEFAULT_REGION']\n",
    );
  });

  it('shows what is not set', async () => {
    const { stdout, exit } = await machine({}).aws('configure list');
    expect(stdout.match(/<not set> /g)).toHaveLength(4);
    expect(exit).toBe(0);
  });
});

describe('[configure-asks] aws configure', () => {
  it('asks, shows what there is, and keeps the answers in both files', async () => {
    const here = at();
    const ran = await here.aws('configure', {}, '\nnewsecret\nus-west-2\njson\n');
    expect(ran.stdout).toBe(
      `\nTip: You can deliver temporary credentials to the AWS CLI using your AWS Console session by running the command 'aws login'.\n\n` +
        'AWS Access Key ID [****************1234]: AWS Secret Access Key [****************ret9]: ' +
        'Default region name [None]: Default output format [None]: ',
    );
    expect(here.files.get(CREDENTIALS)).toBe(
      '[default]\naws_access_key_id = AKIA1234\naws_secret_access_key = newsecret\n',
    );
    expect(here.files.get(CONFIG)).toBe('[default]\nregion = us-west-2\noutput = json\n');
  });

  it('changes nothing when the answers end too early', async () => {
    const here = at();
    expect(await here.aws('configure', {}, 'AKIA\n')).toMatchObject({
      stderr: '\naws: [ERROR]: EOF when reading a line\n',
      exit: 255,
    });
    expect(here.files.get(CREDENTIALS)).toBe(KEYS);
  });
});

describe('[configure-others] aws configure', () => {
  it('lists the profiles of both files, those of the configuration first', async () => {
    const here = at('[profile dev]\n[sso-session x]\n[other]\n', `${KEYS}[partner]\n`);
    expect((await here.aws('configure list-profiles')).stdout).toBe('dev\ndefault\npartner\n');
  });

  it.each<[string, string]>([
    ['env', 'export AWS_ACCESS_KEY_ID=AKIA1234\nexport AWS_SECRET_ACCESS_KEY=secret9\n'],
    ['env-no-export', 'AWS_ACCESS_KEY_ID=AKIA1234\nAWS_SECRET_ACCESS_KEY=secret9\n'],
    ['fish', 'set -gx AWS_ACCESS_KEY_ID "AKIA1234"\nset -gx AWS_SECRET_ACCESS_KEY "secret9"\n'],
    ['powershell', '$Env:AWS_ACCESS_KEY_ID="AKIA1234"\n$Env:AWS_SECRET_ACCESS_KEY="secret9"\n'],
    ['windows-cmd', 'set AWS_ACCESS_KEY_ID=AKIA1234\nset AWS_SECRET_ACCESS_KEY=secret9\n'],
    ['process', '{\n  "Version": 1,\n  "AccessKeyId": "AKIA1234",\n  "SecretAccessKey": "secret9"\n}\n'],
  ])('exports credentials as %s', async (format, expected) => {
    const ran = await at().aws(`configure export-credentials --format ${format}`);
    expect(ran).toEqual({ stdout: expected, stderr: '', exit: 0 });
  });

  it('exports when temporary credentials end', async () => {
    const here = at(
      '[profile audit]\nrole_arn = arn:aws:iam::444455556666:role/A\nsource_profile = default\n',
    );
    const { stdout } = await here.aws('configure export-credentials --format env --profile audit');
    expect(stdout).toContain('export AWS_CREDENTIAL_EXPIRATION=2026-11-23T10:00:00+00:00\n');
  });

  it('says why it cannot export', async () => {
    expect(await machine({}).aws('configure export-credentials')).toMatchObject({
      stderr:
        '\naws: [ERROR]: An error occurred (Configuration): Unable to retrieve credentials: no credentials found\n',
      exit: 253,
    });
  });

  it('imports keys from a file', async () => {
    const here = at();
    here.files.set('/home/mei/k.csv', '\ufeffUser name,Access key ID,Secret access key\nmei.tan,AKIA5,s5\n');
    const ran = await here.aws('configure import --csv file:///home/mei/k.csv --profile-prefix x-');
    expect(ran.stdout).toBe('Successfully imported 1 profile(s)\n');
    expect(here.files.get(CREDENTIALS)).toContain('[x-mei.tan]\naws_access_key_id = AKIA5\n');
  });

  it.each<[string, string]>([
    ['', 'Provided CSV contains no contents'],
    ['a,b\n1,2', 'Expected header "User Name" not found'],
    [
      'User name,Access key ID,Secret access key\nmei,,x',
      'Failed to parse entry #1: Row missing value for header "Access Key ID"',
    ],
  ])('or says why it cannot: %j', async (csv, why) => {
    const here = at();
    here.files.set('/home/mei/k.csv', csv);
    const ran = await here.aws('configure import --csv file:///home/mei/k.csv');
    expect(ran).toMatchObject({ stderr: `\naws: [ERROR]: ${why}\n`, exit: 255 });
  });

  it('says what is real and not here, and what is not real', async () => {
    expect((await at().aws('configure sso')).exit).toBe(255);
    expect((await at().aws('configure lsit')).exit).toBe(252);
  });
});
