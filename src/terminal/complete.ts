// What Tab puts at the end of a line: commands, services, operations, options, and the names that the world has.
import type { Account, Cloud } from '#cloud';
import { MODELS, type ServiceModel, type Shape } from '#cloud/models';
import { kebab } from './aws/names.ts';

export interface Completion {
  /** The line with as much put in as is certain. */
  readonly text: string;
  /** Everything that could stand there, when it is not certain. */
  readonly options: readonly string[];
}

export interface Known {
  readonly cloud: Cloud;
  /** The account whose names are meant first. */
  readonly account: string;
  /** Commands of the shell. */
  readonly commands: readonly string[];
  /** Names of files in the folder. */
  readonly files: readonly string[];
  readonly profiles: readonly string[];
}

const HIGH_LEVEL: Readonly<Record<string, readonly string[]>> = {
  s3: ['ls', 'cp', 'mv', 'rm', 'mb', 'rb', 'sync', 'presign'],
  configure: ['set', 'get', 'list', 'list-profiles', 'export-credentials', 'import'],
};
const GLOBAL = [
  '--profile',
  '--region',
  '--output',
  '--query',
  '--no-paginate',
  '--debug',
  '--cli-input-json',
];
const OUTPUTS = ['json', 'text', 'table', 'yaml', 'yaml-stream'];

/** Completes the word that ends at the caret. What stands behind the caret stays. */
export function complete(text: string, caret: number, known: Known): Completion {
  const before = text.slice(0, caret);
  const after = text.slice(caret);
  const start = before.search(/\S*$/);
  const word = before.slice(start);
  const command =
    before
      .slice(0, start)
      .split(/[|;&\n(]/)
      .at(-1) ?? '';
  const words = command.split(/\s+/).filter((one) => one !== '');
  const fitting = candidates(words, word, known)
    .filter((one) => one.startsWith(word))
    .toSorted();
  const options = [...new Set(fitting)];
  if (options.length === 0) return { text, options: [] };
  const certain = options.length === 1 ? `${options[0] ?? ''} ` : sharedStart(options);
  return { text: `${before.slice(0, start)}${certain}${after}`, options };
}

function candidates(words: readonly string[], word: string, known: Known): readonly string[] {
  if (words.length === 0) return known.commands;
  if (word.startsWith('file://') || word.startsWith('fileb://')) {
    const scheme = word.slice(0, word.indexOf('//') + 2);
    return known.files.map((file) => `${scheme}${file}`);
  }
  if (words[0] !== 'aws') return known.files;
  const [, service = '', operation = ''] = words;
  if (service === '') return [...MODELS.keys(), ...Object.keys(HIGH_LEVEL)];
  if (operation === '') {
    const model = MODELS.get(service);
    return model
      ? [...Object.keys(model.operations).map(kebab), 'wait', 'help']
      : (HIGH_LEVEL[service] ?? []);
  }
  const last = words.at(-1) ?? '';
  if (word.startsWith('--') || !last.startsWith('--')) return optionsOf(MODELS.get(service), operation);
  return valuesOf(last.slice(2), MODELS.get(service), operation, known);
}

function optionsOf(model: ServiceModel | undefined, operation: string): readonly string[] {
  const members = Object.keys(inputOf(model, operation)?.members ?? {});
  return [...members.map((name) => `--${kebab(name)}`), ...GLOBAL];
}

type Structure = Extract<Shape, { readonly members: object }>;

function inputOf(model: ServiceModel | undefined, operation: string): Structure | undefined {
  const name = model && Object.keys(model.operations).find((one) => kebab(one) === operation);
  const shape = name === undefined ? undefined : model?.shapes[model.operations[name]?.input ?? ''];
  return shape && 'members' in shape ? shape : undefined;
}

/** What the world calls the things that an option asks for. */
const NAMES: Readonly<Record<string, (account: Account) => readonly string[]>> = {
  'user-name': ({ users }) => Object.keys(users),
  'group-name': ({ groups }) => Object.keys(groups),
  'role-name': ({ roles }) => Object.keys(roles),
  'role-arn': ({ id, roles }) =>
    Object.entries(roles).map(([name, { path }]) => `arn:aws:iam::${id}:role${path}${name}`),
  role: ({ id, roles }) =>
    Object.entries(roles).map(([name, { path }]) => `arn:aws:iam::${id}:role${path}${name}`),
  'instance-profile-name': ({ instanceProfiles }) => Object.keys(instanceProfiles),
  'policy-arn': ({ id, policies }) =>
    Object.entries(policies).map(([name, { path }]) => `arn:aws:iam::${id}:policy${path}${name}`),
  'access-key-id': ({ users }) => Object.values(users).flatMap(({ keys }) => keys.map((key) => key.id)),
  bucket: ({ buckets }) => Object.keys(buckets),
  'table-name': ({ tables }) => Object.keys(tables),
  'instance-id': ({ instances }) => Object.keys(instances),
  'instance-ids': ({ instances }) => Object.keys(instances),
  target: ({ instances }) => Object.keys(instances),
};

function valuesOf(
  option: string,
  model: ServiceModel | undefined,
  operation: string,
  { cloud, account, files, profiles }: Known,
): readonly string[] {
  if (option === 'profile') return profiles;
  if (option === 'output') return OUTPUTS;
  const own = cloud.accounts[account];
  const names = Object.hasOwn(NAMES, option) && own ? NAMES[option]?.(own) : undefined;
  const aws = option === 'policy-arn' ? Object.keys(cloud.awsPolicies ?? {}) : [];
  if (names) return [...names, ...aws];
  const input = inputOf(model, operation);
  const member = Object.entries(input?.members ?? {}).find(([name]) => kebab(name) === option);
  const shape = member && model?.shapes[member[1]];
  if (shape && 'enum' in shape) return shape.enum;
  return files.map((file) => `file://${file}`);
}

function sharedStart(options: readonly string[]): string {
  const [first = ''] = options;
  let length = first.length;
  for (const option of options) while (!option.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
