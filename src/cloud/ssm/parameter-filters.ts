// Filters of parameters: by name, type, key, path, tier and tag. Source: api-ssm.
import { fault, type Refused } from '../fault.ts';
import { structuresOf, textOf, textsOf, type Input } from '../operation.ts';
import { tagsOf } from '../tags.ts';
import { parameterArn, type Place } from './parameter.ts';
import type { Parameter } from './state.ts';

/** Where filters stand: in a list of all, or below a path, where some of them say nothing. */
type Where = 'all' | 'path';

const KEYS: Readonly<Record<Where, readonly string[]>> = {
  all: ['Path', 'Name', 'Type', 'KeyId', 'Tier', 'DataType'],
  path: ['Type', 'KeyId', 'Label'],
};

const VALUES: Readonly<Record<string, readonly string[]>> = {
  Type: ['String', 'StringList', 'SecureString'],
  Tier: ['Standard', 'Advanced', 'Intelligent-Tiering'],
};

export function filterFault(input: Input, where: Where): Refused | undefined {
  const seen = new Set<string>();
  for (const filter of structuresOf(input, 'ParameterFilters')) {
    const key = textOf(filter, 'Key');
    const wrong = seen.has(key) ? double(key) : oneFault(filter, key, where);
    if (wrong) return wrong;
    seen.add(key);
  }
  return undefined;
}

function double(key: string): Refused {
  return fault(
    'InvalidFilterKey',
    `The following filter is duplicated in the request: ${key}. A request can contain only one occurrence of a specific filter.`,
  );
}

function oneFault(filter: Input, key: string, where: Where): Refused | undefined {
  const isTag = key.startsWith('tag:') && where === 'all';
  if (!isTag && !KEYS[where].includes(key))
    return fault(
      'InvalidFilterKey',
      `The following filter key is not valid: ${key}. Valid filter keys include: [${KEYS[where].join(', ')}].`,
    );
  const values = textsOf(filter, 'Values');
  if (values.length === 0 && !isTag)
    return fault(
      'InvalidFilterValue',
      `The following filter values are missing : null for filter key ${key}.`,
    );
  const option = textOf(filter, 'Option') || (key === 'Path' ? 'OneLevel' : 'Equals');
  const options = optionsOf(key);
  if (!options.includes(option))
    return fault(
      'InvalidFilterOption',
      `The following filter option is not valid: ${option}. Valid options include: [${options.join(', ')}].`,
    );
  const allowed = Object.hasOwn(VALUES, key) ? VALUES[key] : undefined;
  const strange = allowed && values.find((value) => !allowed.includes(value));
  return strange === undefined
    ? undefined
    : fault(
        'InvalidFilterValue',
        `The following filter value is not valid: ${strange}. Valid values include: [${allowed?.join(', ') ?? ''}].`,
      );
}

function optionsOf(key: string): readonly string[] {
  if (key === 'Path') return ['Recursive', 'OneLevel'];
  return key === 'Name' ? ['BeginsWith', 'Equals', 'Contains'] : ['BeginsWith', 'Equals'];
}

/** Does a parameter pass every filter, those of the old form too? */
export function passes(place: Place, input: Input, parameter: Parameter): boolean {
  const all = [...structuresOf(input, 'ParameterFilters'), ...structuresOf(input, 'Filters')];
  return all.every((filter) => {
    const key = textOf(filter, 'Key');
    const values = textsOf(filter, 'Values');
    const option = textOf(filter, 'Option') || (key === 'Path' ? 'OneLevel' : 'Equals');
    const value = valueOf(place, key, parameter);
    if (value === undefined) return false;
    return values.length === 0 || values.some((wanted) => fits(value, wanted, option));
  });
}

const absolute = (name: string): string => (name.startsWith('/') ? name : `/${name}`);

function valueOf(place: Place, key: string, parameter: Parameter): string | undefined {
  const { name, type, keyId, tier, dataType } = parameter;
  if (key.startsWith('tag:')) return tagsOf(place.account, parameterArn(place, name))[key.slice(4)];
  const values: Readonly<Record<string, string | undefined>> = {
    Name: absolute(name),
    Path: absolute(name),
    Type: type,
    KeyId: keyId,
    Tier: tier,
    DataType: dataType,
  };
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function fits(value: string, wanted: string, option: string): boolean {
  if (option === 'Contains') return value.includes(wanted);
  if (option === 'BeginsWith') return value.startsWith(wanted) || value.startsWith(absolute(wanted));
  if (option === 'Equals') return value === wanted || value === absolute(wanted);
  const folder = `${absolute(wanted).replace(/\/$/, '')}/`;
  const rest = value.startsWith(folder) ? value.slice(folder.length) : '';
  return rest !== '' && (option === 'Recursive' || !rest.includes('/'));
}
