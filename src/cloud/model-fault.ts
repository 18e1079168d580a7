// What a service refuses in an input before it looks at anything else: missing members, lengths, patterns, values.
import type { Fault } from './fault.ts';
import { MODELS, type Limit, type ServiceModel, type Shape } from './models/index.ts';
import { isStructure, type Input } from './operation.ts';

const BY_PREFIX: ReadonlyMap<string, ServiceModel> = new Map(
  [...MODELS.values()].map((model) => [model.prefix, model]),
);

/** The codes of services that do not say `ValidationError`. */
const CODES: Readonly<Record<string, string>> = {
  dynamodb: 'ValidationException',
  kms: 'ValidationException',
  lambda: 'ValidationException',
  organizations: 'InvalidInputException',
  secretsmanager: 'ValidationException',
  ssm: 'ValidationException',
  'access-analyzer': 'ValidationException',
  s3: 'InvalidRequest',
  sns: 'InvalidParameter',
  ec2: 'InvalidParameterValue',
  cloudtrail: 'ValidationException',
};

/** Services that say themselves what is wrong with an input: SQS takes more names of attributes than its model has. */
const SELF_CHECKING: ReadonlySet<string> = new Set(['sqs']);

/** `ValidationError` with every finding in one sentence, as AWS words it; `undefined` when the model allows the input. */
export function modelFault(operation: string, input: Input): Fault | undefined {
  const [prefix = '', name = ''] = operation.split(':');
  const model = BY_PREFIX.get(prefix);
  const shape = model?.operations[name]?.input;
  if (!model || shape === undefined || SELF_CHECKING.has(prefix)) return undefined;
  const found = findings(model, shape, input, '');
  if (found.length === 0) return undefined;
  const count = `${found.length} validation error${found.length === 1 ? '' : 's'} detected`;
  return { code: CODES[prefix] ?? 'ValidationError', message: `${count}: ${found.join('; ')}` };
}

function findings(model: ServiceModel, name: string, value: unknown, path: string): readonly string[] {
  const shape = model.shapes[name];
  if (!shape) return [];
  if ('members' in shape) return isStructure(value) ? ofMembers(model, name, shape, value, path) : [];
  if ('enum' in shape) return typeof value === 'string' ? ofEnum(shape.enum, value, path) : [];
  if ('list' in shape) {
    if (!Array.isArray(value)) return [];
    return value.flatMap((one, i) => findings(model, shape.list, one, `${path}.${i + 1}.member`));
  }
  return isStructure(value)
    ? Object.entries(value).flatMap(([key, one]) => findings(model, shape.map, one, `${path}.${key}.member`))
    : [];
}

function ofMembers(
  model: ServiceModel,
  name: string,
  { members, required = [] }: Extract<Shape, { readonly members: object }>,
  value: Input,
  path: string,
): readonly string[] {
  return Object.entries(members).flatMap(([member, type]) => {
    const one = value[member];
    const at = path === '' ? lowered(member) : `${path}.${lowered(member)}`;
    if (one === undefined)
      return required.includes(member) ? [finding('null', at, 'Member must not be null')] : [];
    const limit = model.limits.get(`${name}.${member}`);
    const inside = model.limits.get(`${name}.${member}[]`);
    return [
      ...(limit ? ofLimit(limit, one, at) : []),
      ...(inside && Array.isArray(one)
        ? one.flatMap((each, i) => ofLimit(inside, each, `${at}.${i + 1}.member`))
        : []),
      ...findings(model, type, one, at),
    ];
  });
}

function ofEnum(values: readonly string[], value: string, path: string): readonly string[] {
  if (values.includes(value)) return [];
  return [finding(`'${value}'`, path, `Member must satisfy enum value set: [${values.join(', ')}]`)];
}

function ofLimit({ min, max, pattern }: Limit, value: unknown, path: string): readonly string[] {
  const shown = shownOf(value);
  const found: string[] = [];
  const size = typeof value === 'number' ? value : sizeOf(value);
  const noun = typeof value === 'number' ? 'value' : 'length';
  if (size === undefined) return found;
  if (max !== undefined && size > max)
    found.push(finding(shown, path, `Member must have ${noun} less than or equal to ${max}`));
  if (min !== undefined && size < min)
    found.push(finding(shown, path, `Member must have ${noun} greater than or equal to ${min}`));
  if (pattern !== undefined && typeof value === 'string' && !matches(pattern, value))
    found.push(finding(shown, path, `Member must satisfy regular expression pattern: ${pattern}`));
  return found;
}

/** A list of structures is not repeated in the sentence. */
function shownOf(value: unknown): string {
  if (!Array.isArray(value)) return `'${String(value)}'`;
  return value.some(isStructure) ? '' : `'[${value.map(String).join(', ')}]'`;
}

function sizeOf(value: unknown): number | undefined {
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
}

const compiled = new Map<string, RegExp | undefined>();

/** The patterns are Java's; one that JavaScript cannot read forbids nothing. */
function matches(pattern: string, value: string): boolean {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern)?.test(value) ?? true;
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern.replaceAll('\\p{', '\\p{')})$`, 'su');
  } catch {
    return /[^\x00-\x7f]|\\u/.test(pattern) ? undefined : new RegExp(`^(?:${pattern})$`, 's');
  }
}

const lowered = (name: string): string => `${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`;

function finding(shown: string, path: string, constraint: string): string {
  return `Value ${shown === '' ? '' : `${shown} `}at '${path}' failed to satisfy constraint: ${constraint}`;
}
