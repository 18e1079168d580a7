// Where the command line departs from the model: options renamed, added, or read in their own way.
// It does not know how an option's words are found.
import type { ServiceModel } from '#cloud/models';
import type { Positional } from './arguments.ts';
import { withCheckedZip, withZip } from './function-code.ts';
import { expanded } from './files.ts';
import { unreadable } from './faults.ts';
import { inputOf, typeNamed } from './model-type.ts';
import { kebab } from './names.ts';
import { modelOptions, replaced, table, type Parameter, type Parameters } from './options.ts';
import { readValue } from './values.ts';
import { withInstances } from './run-instances.ts';

/** An operation as the command line has it. */
export interface CommandOptions {
  readonly parameters: Parameters;
  readonly positionals: readonly Positional[];
  /** Whether a whole input may be given, or asked for as a skeleton. */
  readonly takesWholeInput: boolean;
}

/** Answers that are streams go into a file, named by its place. Source: cli-source. */
const STREAMS: ReadonlySet<string> = new Set(['lambda Invoke', 's3api GetObject', 's3api GetObjectTorrent']);

const OUTFILE: Positional = { name: 'outfile', required: true };

type Change = (parameters: Parameters, model: ServiceModel) => Parameters;

const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['ec2 RunInstances', withInstances],
  ['iam CreateVirtualMFADevice', withSeedFile],
  ['iam EnableMFADevice', (parameters) => withAliases(parameters, CODES)],
  ['iam ResyncMFADevice', (parameters) => withAliases(parameters, CODES)],
  ['lambda CreateFunction', (parameters, model) => withZip(parameters, model, 'Code', 'FunctionCode')],
  ['lambda UpdateFunctionCode', withCheckedZip],
  ['s3api PutObject', withBody],
  ['sns Subscribe', (parameters) => renamed(parameters, 'endpoint', 'notification-endpoint')],
]);

const CODES = [
  ['authentication-code1', 'authentication-code-1'],
  ['authentication-code2', 'authentication-code-2'],
] as const;

/** Whole numbers that the grammar itself demands, not the conversion after it. Source: cli-source. */
const WHOLE: ReadonlySet<string> = new Set([
  'content-length',
  'if-match-size',
  'password-length',
  'recovery-window-in-days',
  'write-offset-bytes',
]);

export function optionsOf(model: ServiceModel, operation: string): CommandOptions {
  const name = `${model.command} ${operation}`;
  const plain = model.command === 'ec2' ? withLoneBooleans(model, operation) : modelOptions(model, operation);
  const counted = table(
    [...plain.values()].map((one) => (WHOLE.has(one.name) ? { ...one, whole: true } : one)),
  );
  const parameters = CHANGES.get(name)?.(counted, model) ?? counted;
  const isStream = STREAMS.has(name);
  return {
    parameters,
    positionals: isStream ? [OUTFILE] : [],
    takesWholeInput: !isStream && !parameters.has('outfile'),
  };
}

/** EC2's structures of nothing but a boolean `Value`: `--ebs-optimized`, `--no-ebs-optimized`, or as the structure. */
function withLoneBooleans(model: ServiceModel, operation: string): Parameters {
  const members = new Map(
    Object.entries(inputOf(model, operation).members).map(([member, type]) => [
      kebab(member),
      { member, type },
    ]),
  );
  return table(
    [...modelOptions(model, operation).values()].flatMap((one) => {
      const found = members.get(one.name);
      return found && isLoneBoolean(model, found.type) ? loneBoolean(found.member, found.type) : [one];
    }),
  );
}

function isLoneBoolean(model: ServiceModel, type: string): boolean {
  const shape = typeNamed(model, type);
  const [only, ...others] = shape.kind === 'structure' ? Object.entries(shape.members) : [];
  return only?.[0] === 'Value' && only[1] === 'boolean' && others.length === 0;
}

function loneBoolean(member: string, type: string): readonly Parameter[] {
  const name = kebab(member);
  return [
    {
      name,
      takes: { maybe: true },
      fill: async (parameters, written, reading) => ({
        ...parameters,
        [member]: written === true ? { Value: true } : await readValue(reading, `--${name}`, type, written),
      }),
    },
    {
      name: `no-${name}`,
      takes: { flag: true },
      fill: (parameters) => ({ ...parameters, [member]: { Value: false } }),
    },
  ];
}

/** The seed of a virtual device goes into a file. The two options are no members: `grammar` reads them. */
function withSeedFile(parameters: Parameters): Parameters {
  const kept = (one: Omit<Parameter, 'fill' | 'takes' | 'required'>): Parameter => ({
    ...one,
    takes: 'one',
    required: true,
    fill: (filled) => filled,
  });
  return table([
    ...parameters.values(),
    kept({ name: 'outfile' }),
    kept({ name: 'bootstrap-method', choices: ['QRCodePNG', 'Base32StringSeed'] }),
  ]);
}

function renamed(parameters: Parameters, from: string, to: string): Parameters {
  return table([...parameters.values()].map((one) => (one.name === from ? { ...one, name: to } : one)));
}

/** Names that were typed before the names of options changed. Of the two, the grammar demands neither. */
function withAliases(parameters: Parameters, pairs: readonly (readonly [string, string])[]): Parameters {
  const aliases = pairs.flatMap(([name, alias]) => {
    const one = parameters.get(name);
    return one ? [{ ...one, name: alias, dest: name, required: false, hidden: true }] : [];
  });
  const aliased = pairs.map(([name]) => name);
  const loose = [...parameters.values()].map((one) =>
    aliased.includes(one.name) ? { ...one, required: false } : one,
  );
  return table([...loose, ...aliases]);
}

/** The body of an object is a file, by its path. Source: cli-source. */
function withBody(parameters: Parameters): Parameters {
  const fill: Parameter['fill'] = async (filled, written, { host }) => {
    const path = typeof written === 'string' ? expanded(written, host) : '';
    const bytes = await host.read(path);
    if (!bytes) throw unreadable('--body', 'Blob values must be a path to a file.');
    return { ...filled, Body: bytes };
  };
  return replaced(parameters, 'body', (one) => ({ ...one, fill }));
}
