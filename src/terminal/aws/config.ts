// What the files under ~/.aws and the variables say of a command: its profile, its region, its output. It calls nothing.
import type { CliFault, ErrorFormat, GlobalOptions, Host, OutputFormat } from './command.ts';
import { generalFault } from './faults.ts';
import { parseIni, type Ini, type Section } from './ini.ts';

export interface Config {
  /** The profile that was asked for; `undefined` means the default one, which need not exist. */
  readonly profile: string | undefined;
  /** It was asked for on the line: then keys in variables do not count. */
  readonly isProfileOnLine: boolean;
  readonly profiles: ReadonlyMap<string, Section>;
  /** What the files say in that profile. */
  readonly own: Section;
  readonly credentialsPath: string;
  readonly configPath: string;
  /** The credentials file by itself, which has a say of its own. */
  readonly credentials: Ini;
  /** The profiles of the other file by themselves. */
  readonly settings: ReadonlyMap<string, Section>;
}

const NOTHING: Section = new Map();

/** @returns a fault when a file is none, or when there is no such profile */
export async function readConfig(host: Host, options: GlobalOptions): Promise<Config | CliFault> {
  const config = await readProfiles(host, options);
  if ('exit' in config || config.profile === undefined || config.profiles.has(config.profile)) return config;
  return generalFault(`The config profile (${config.profile}) could not be found`);
}

/** The same for commands that may make the profile they name. */
export async function readProfiles(
  host: Host,
  { profile: onLine }: GlobalOptions,
): Promise<Config | CliFault> {
  const { env } = host;
  const configPath = env.get('AWS_CONFIG_FILE') ?? '~/.aws/config';
  const credentialsPath = env.get('AWS_SHARED_CREDENTIALS_FILE') ?? '~/.aws/credentials';
  const config = await readIni(host, configPath);
  if (!config) return generalFault(`Unable to parse config file: ${pathIn(host, configPath)}`);
  const credentials = await readIni(host, credentialsPath);
  if (!credentials) return generalFault(`Unable to parse config file: ${pathIn(host, credentialsPath)}`);
  const settings = profilesIn(config);
  const profiles = new Map(settings);
  for (const [name, section] of credentials)
    profiles.set(name, new Map([...(settings.get(name) ?? []), ...section]));
  const profile = onLine ?? variable(env, 'AWS_PROFILE') ?? variable(env, 'AWS_DEFAULT_PROFILE');
  return {
    profile,
    isProfileOnLine: onLine !== undefined,
    profiles,
    own: profiles.get(profile ?? 'default') ?? NOTHING,
    configPath,
    credentialsPath,
    credentials,
    settings,
  };
}

/** A variable that is set to something. */
export function variable(env: Host['env'], name: string): string | undefined {
  const value = env.get(name);
  return value === '' ? undefined : value;
}

/** An option of a section that is a plain value. */
export function optionOf(section: Section, name: string): string | undefined {
  const value = section.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** A path as the files and variables write it: `~` is the home folder. */
export function pathIn({ home }: Host, path: string): string {
  return path.replace(/^~(?=\/|$)/, home);
}

async function readIni(host: Host, path: string): Promise<Ini | undefined> {
  const bytes = await host.read(pathIn(host, path));
  return bytes ? parseIni(new TextDecoder().decode(bytes)) : new Map();
}

/** Sections called `profile NAME` and the one called `default`. Source: cli-source. */
function profilesIn(ini: Ini): ReadonlyMap<string, Section> {
  const found = new Map<string, Section>();
  for (const [header, section] of ini) {
    const [, written = ''] = /^profile\s+(.+)$/.exec(header) ?? [];
    const [, quoted, bare] = /^(?:["'](.*)["']|(\S+))$/.exec(written.trim()) ?? [];
    const name = quoted ?? bare;
    if (name !== undefined) found.set(name, section);
    else if (header === 'default') found.set(header, section);
  }
  return found;
}

/** Services that the command line calls without knowing a region. Source: cli-source. */
const ANYWHERE: ReadonlySet<string> = new Set(['iam', 'organizations', 'sts', 's3', 's3api']);

export interface Setting {
  readonly value: string;
  /** As `aws configure list` names it. */
  readonly from: 'manual' | 'env' | 'config-file' | 'imds';
  readonly where: string;
}

/**
 * The region as the command line finds it.
 * @param placement where the computer stands, as its metadata service would say
 */
export function regionOf(
  { own, configPath }: Config,
  host: Host,
  { region }: GlobalOptions,
  placement: string | undefined,
): Setting | undefined {
  if (region !== undefined) return { value: region, from: 'manual', where: '--region' };
  for (const where of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
    const value = variable(host.env, where);
    if (value !== undefined) return { value, from: 'env', where };
  }
  const value = optionOf(own, 'region');
  if (value !== undefined) return { value, from: 'config-file', where: configPath };
  const isHidden = host.env.get('AWS_EC2_METADATA_DISABLED')?.toLowerCase() === 'true';
  return placement === undefined || isHidden ? undefined : { value: placement, from: 'imds', where: '' };
}

/** Services that have one address for every region. */
const GLOBAL: ReadonlySet<string> = new Set(['iam', 'organizations']);

/** How the names of all regions are made. */
const REGION =
  /^(?:us|us-gov|eu|ap|sa|ca|me|af|mx|il|cn)-(?:north|south|east|west|central|northeast|northwest|southeast)-\d$/;

/** The region in which a service is called. Source: cli-source. */
export function callRegion(service: string, setting: Setting | undefined): string | CliFault {
  if (setting) {
    const { value } = setting;
    if (!/^(?!\d+$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/.test(value))
      return generalFault(`Provided region_name '${value}' doesn't match a supported format.`);
    if (GLOBAL.has(service) || REGION.test(value)) return value;
    const host = service === 'accessanalyzer' ? 'access-analyzer' : service.replace(/^s3api$/, 's3');
    return generalFault(`Could not connect to the endpoint URL: "https://${host}.${value}.amazonaws.com/"`);
  }
  if (ANYWHERE.has(service)) return 'us-east-1';
  return {
    exit: 253,
    message:
      '\naws: [ERROR]: An error occurred (NoRegion): You must specify a region. You can also configure your region by running "aws configure".',
  };
}

const FORMATS: readonly OutputFormat[] = ['json', 'text', 'table', 'yaml', 'yaml-stream'];

/** The output format as the command line finds it; a word that is none is said so. */
export function formatOf({ own }: Config, { env }: Host, { output }: GlobalOptions): OutputFormat | CliFault {
  if (output !== undefined) return output;
  const word = variable(env, 'AWS_DEFAULT_OUTPUT') ?? optionOf(own, 'output') ?? 'json';
  return FORMATS.find((one) => one === word) ?? generalFault(`Unknown output type: ${word}`);
}

/** In the order of AWS's command line. Source: cli-guide-options. */
export const ERROR_FORMATS: readonly ErrorFormat[] = [
  ...(['legacy', 'json', 'yaml', 'text', 'table', 'enhanced'] as const),
];

/** How errors are shown; a word that is no format counts for nothing. Source: cli-source. */
export function errorFormatOf({ own }: Config, { env }: Host, { errorFormat }: GlobalOptions): ErrorFormat {
  const word = variable(env, 'AWS_CLI_ERROR_FORMAT') ?? optionOf(own, 'cli_error_format');
  return errorFormat ?? ERROR_FORMATS.find((one) => one === word?.toLowerCase()) ?? 'enhanced';
}
