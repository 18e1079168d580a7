// `aws configure` and what stands below it: reading and writing the files under ~/.aws. Nothing is called but for credentials.
import { splitArguments, type Option, type Positional, type Split } from './arguments.ts';
import type { CliFault, Host, Printed } from './command.ts';
import { optionOf, pathIn, readConfig, readProfiles, regionOf, type Config } from './config.ts';
import { exportCredentials, EXPORT_FORMATS } from './configure-export.ts';
import { importCsv } from './configure-import.ts';
import { listing, masked } from './configure-list.ts';
import type { Source } from './credentials.ts';
import { contentNamed } from './files.ts';
import { generalFault, heard, isCliFault, Mistake, parameterFault } from './faults.ts';
import { withValues, type Section, type Values } from './ini.ts';
import type { Line } from './line.ts';

/** Where `aws configure` runs. */
export interface ConfigureHost {
  readonly host: Host;
  readonly line: Line;
  /** Where the computer stands. */
  readonly placement: string | undefined;
  /** Where credentials come from, with a configuration that has been read. */
  readonly source: (config: Config) => Source;
}

type Answer = Printed | CliFault;

interface Subcommand {
  readonly positionals: readonly Positional[];
  readonly options: readonly Option[];
  readonly run: (at: ConfigureHost, split: Split) => Promise<Answer>;
}

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  list: { positionals: [], options: [], run: list },
  get: { positionals: [{ name: 'varname', required: true }], options: [], run: get },
  set: {
    positionals: [
      { name: 'varname', required: true },
      { name: 'value', required: true },
    ],
    options: [{ name: 'profile-pattern', takes: 'one' }],
    run: set,
  },
  'list-profiles': { positionals: [], options: [], run: listProfiles },
  import: {
    positionals: [],
    options: [
      { name: 'csv', takes: 'one', required: true },
      { name: 'skip-invalid', takes: { flag: true } },
      { name: 'profile-prefix', takes: 'one' },
    ],
    run: importKeys,
  },
  'export-credentials': {
    positionals: [],
    options: [{ name: 'format', takes: 'one', choices: EXPORT_FORMATS }],
    run: exportKeys,
  },
};

const ABSENT = ['add-model', 'sso', 'sso-session', 'mfa-login', 'agent-toolkit'];

export function configure(at: ConfigureHost): Promise<Answer> {
  return heard(() => {
    const [word, ...args] = at.line.args;
    if (word === undefined) return ask(at);
    if (word === 'help') return said(HELP);
    const choices = [...Object.keys(SUBCOMMANDS), ...ABSENT];
    splitArguments([], [{ name: 'subcommand', required: true, choices }], [word]);
    const subcommand = Object.hasOwn(SUBCOMMANDS, word) ? SUBCOMMANDS[word] : undefined;
    if (!subcommand) return generalFault(`aws configure ${word} is real, but it is not simulated here`);
    if (args[0] === 'help') return said(HELP);
    const split = splitArguments(subcommand.options, subcommand.positionals, args);
    if (split.rest.length > 0) throw new Mistake(parameterFault(`Unknown options: ${split.rest.join(', ')}`));
    return subcommand.run(at, split);
  });
}

const HELP = `aws configure
  asks for an access key, a region and an output format, and keeps them in the files under ~/.aws
aws configure set NAME VALUE        keeps one value
aws configure get NAME              prints one value
aws configure list                  prints what is used and where it comes from
aws configure list-profiles         prints the names of the profiles
aws configure import --csv FILE     makes profiles of the keys in a CSV file
aws configure export-credentials    prints the credentials that are used
All of them take --profile NAME.
`;

function said(stdout: string, exit = 0): Printed {
  return { stdout, stderr: '', exit };
}

/** What stands behind a name on the line; a required one is there. */
function textIn(split: Split, name: string): string | undefined {
  const value = split.values.get(name);
  return typeof value === 'string' ? value : undefined;
}

async function listProfiles({ host, line }: ConfigureHost): Promise<Answer> {
  const config = await readProfiles(host, line.options);
  if (isCliFault(config)) return config;
  return said([...config.profiles.keys()].map((name) => `${name}\n`).join(''));
}

const TIP =
  "\nTip: You can deliver temporary credentials to the AWS CLI using your AWS Console session by running the command 'aws login'.\n\n";

/** Prompts and the options behind them, as the command line has them. */
const PROMPTS = [
  ['aws_access_key_id', 'AWS Access Key ID'],
  ['aws_secret_access_key', 'AWS Secret Access Key'],
  ['region', 'Default region name'],
  ['output', 'Default output format'],
] as const;

const SECRET: ReadonlySet<string> = new Set([
  ...['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'],
]);

/** Asks line by line on standard output and reads the answers from standard input. */
async function ask({ host, line }: ConfigureHost): Promise<Answer> {
  const config = await readProfiles(host, line.options);
  if (isCliFault(config)) return config;
  const answers = new TextDecoder().decode(host.stdin).split('\n');
  const values = new Map<string, string>();
  let stdout = TIP;
  for (const [index, [name, prompt]] of PROMPTS.entries()) {
    const now = optionOf(config.own, name);
    stdout += `${prompt} [${SECRET.has(name) && now !== undefined ? masked(now) : (now ?? 'None')}]: `;
    if (index >= answers.length - 1 && (answers[index] ?? '') === '')
      return { stdout, stderr: '\naws: [ERROR]: EOF when reading a line\n', exit: 255 };
    const answer = (answers[index] ?? '').replace(/\r$/, '');
    if (answer !== '' && answer !== now) values.set(name, answer);
  }
  const profile = config.profile ?? 'default';
  const own = new Map([...values].filter(([name]) => SECRET.has(name)));
  const others = new Map([...values].filter(([name]) => !SECRET.has(name)));
  if (own.size > 0) await write(host, config.credentialsPath, profile, own);
  if (others.size > 0) await write(host, config.configPath, sectionOf(profile), others);
  return said(stdout);
}

/** The header of a profile in the configuration file. */
function sectionOf(profile: string): string {
  if (profile === 'default') return profile;
  return `profile ${/[ \t]/.test(profile) ? `'${profile.replaceAll("'", `'"'"'`)}'` : profile}`;
}

async function write(host: Host, path: string, section: string, values: Values): Promise<void> {
  const at = pathIn(host, path);
  const before = new TextDecoder().decode(await host.read(at));
  await host.write(at, new TextEncoder().encode(withValues(before, section, values)));
}

async function set({ host, line }: ConfigureHost, split: Split): Promise<Answer> {
  const config = await readProfiles(host, line.options);
  if (isCliFault(config)) return config;
  const value = textIn(split, 'value') ?? '';
  const pattern = textIn(split, 'profile-pattern');
  const { profile, name, key } = placeOf(textIn(split, 'varname') ?? '');
  const matching =
    pattern === undefined
      ? []
      : [...config.profiles.keys()].filter((one) => new RegExp(`^(?:${pattern})`).test(one));
  const profiles = matching.length > 0 ? matching : [profile ?? config.profile ?? 'default'];
  const values = new Map([[name, key === undefined ? value : new Map([[key, value]])]]);
  for (const one of profiles)
    if (SECRET.has(name)) await write(host, config.credentialsPath, one, values);
    else await write(host, config.configPath, sectionOf(one), values);
  return said('');
}

interface ConfigPlace {
  readonly profile?: string;
  readonly name: string;
  /** Of an option in an option. */
  readonly key?: string;
}

/** `region`, `profile.NAME.region`, `default.region`, `s3.addressing_style`. Source: cli-source. */
function placeOf(varname: string): ConfigPlace {
  const [first = '', ...rest] = varname.split('.');
  const at = (names: readonly string[], profile?: string): ConfigPlace => ({
    ...(profile === undefined ? {} : { profile }),
    name: names[0] ?? '',
    ...(names[1] === undefined ? {} : { key: names[1] }),
  });
  if (rest.length > 0 && first === 'default') return at(rest, first);
  if (rest.length > 1 && first === 'profile') return at(rest.slice(1), rest[0]);
  return at([first, ...rest]);
}

async function get({ host, line }: ConfigureHost, split: Split): Promise<Answer> {
  const varname = textIn(split, 'varname') ?? '';
  const config = await (varname.includes('.') ? readProfiles : readConfig)(host, line.options);
  if (isCliFault(config)) return config;
  const [first = '', ...rest] = varname.split('.');
  const isProfile = rest.length > 0 && first !== 'profile' && config.profiles.has(first);
  const { profile, name, key } = isProfile
    ? { profile: first, ...placeOf(rest.join('.')) }
    : placeOf(varname);
  const section: Section = config.profiles.get(profile ?? config.profile ?? 'default') ?? new Map();
  const found = section.get(name);
  const value = key === undefined || typeof found === 'string' ? found : found?.get(key);
  if (typeof value === 'string' && (key === undefined || typeof found !== 'string'))
    return said(`${value}\n`);
  if (typeof value === 'object')
    return {
      stdout: '',
      stderr: `varname (${varname}) must reference a value, not a section or sub-section.`,
      exit: 1,
    };
  return said('', 1);
}

async function list({ host, line, placement, source }: ConfigureHost): Promise<Answer> {
  const config = await readConfig(host, line.options);
  if (isCliFault(config)) return config;
  return listing(source(config), regionOf(config, host, {}, placement));
}

async function importKeys({ host, line }: ConfigureHost, split: Split): Promise<Answer> {
  const config = await readProfiles(host, line.options);
  if (isCliFault(config)) return config;
  const csv = textIn(split, 'csv') ?? '';
  const file = await contentNamed(csv, host);
  if (file && 'why' in file) return parameterFault(`Error parsing parameter '--csv': ${file.why}`);
  const text = file
    ? typeof file.content === 'string'
      ? file.content
      : new TextDecoder().decode(file.content)
    : csv;
  const keys = importCsv(text, split.values.has('skip-invalid'));
  if ('why' in keys) return generalFault(keys.why);
  for (const { user, id, secret } of keys.keys) {
    const values = new Map([
      ['aws_access_key_id', id],
      ['aws_secret_access_key', secret],
    ]);
    await write(host, config.credentialsPath, `${textIn(split, 'profile-prefix') ?? ''}${user}`, values);
  }
  return said(`Successfully imported ${keys.keys.length} profile(s)\n`);
}

async function exportKeys({ host, line, source }: ConfigureHost, split: Split): Promise<Answer> {
  const config = await readConfig(host, line.options);
  if (isCliFault(config)) return config;
  return exportCredentials(source(config), textIn(split, 'format') ?? 'process');
}
