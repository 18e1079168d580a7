// Writing parameters: new ones, new versions, and taking them away. Source: api-ssm.
import { accountOf, lookup, withAccount, without, type Account } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { withManagedKey } from '../kms/managed.ts';
import { flagOf, textOf, textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { requestTagKeys, tagsIn, withTags } from '../tags.ts';
import { keyFault, keyPair, OWN_KEY } from './parameter-key.ts';
import { nameFault } from './parameter-names.ts';
import { findParameter, keyOf, onParameter, parameterArn, parametersOf, withSystems } from './parameter.ts';
import type { Parameter } from './state.ts';

const MOST_PARAMETERS = 10_000;
const MOST_VERSIONS = 100;
/** Bytes by tier. */
const SIZES: Readonly<Record<string, number>> = { Standard: 4096, Advanced: 8192 };

function parameterNamed(site: Site, name: string): Parameter | undefined {
  const found = findParameter(site, name);
  return isRefused(found) || found.parameter.name !== name ? undefined : found.parameter;
}

/** The kind and the key that a parameter will have: said in the call, else as it was. */
function wantedKind(input: Input, before: Parameter | undefined) {
  const type = textOf(input, 'Type') || before?.type;
  const keyId = textOf(input, 'KeyId') || before?.keyId || OWN_KEY;
  return { type, keyId };
}

const putParameter: Operation = {
  name: 'ssm:PutParameter',
  needs: (site, input) => {
    const name = textOf(input, 'Name');
    const tags = tagsIn(input);
    const { type, keyId } = wantedKind(input, parameterNamed(site, name));
    const key = type === 'SecureString' ? keyPair(site, name, keyId, 'Encrypt') : [];
    if (isRefused(key)) return key;
    const context = requestTagKeys(tags);
    const overwrite = { 'ssm:Overwrite': String(flagOf(input, 'Overwrite') === true) };
    return [
      onParameter(site, 'PutParameter', name, { ...overwrite, ...context }),
      ...(Object.keys(tags).length === 0 ? [] : [onParameter(site, 'AddTagsToResource', name, context)]),
      ...key,
    ];
  },
  run: (site, input) => {
    const name = textOf(input, 'Name');
    const before = parameterNamed(site, name);
    const wrong = nameFault(name) ?? valueFault(input, before) ?? placeFault(site, input, before);
    if (wrong) return wrong;
    return written(site, input, before);
  },
};

function valueFault(input: Input, before: Parameter | undefined): Refused | undefined {
  const value = textOf(input, 'Value');
  if (value === '')
    return fault(
      'ValidationException',
      "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1.",
    );
  const { type } = wantedKind(input, before);
  if (type === undefined)
    return fault('ValidationException', 'A parameter type is required when you create a parameter.');
  const size = SIZES[textOf(input, 'Tier') || before?.tier || 'Standard'] ?? 8192;
  if (new TextEncoder().encode(value).length > size)
    return fault(
      'ValidationException',
      size === SIZES['Standard']
        ? 'Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html'
        : `Advanced tier parameters support a maximum parameter value of ${size} characters.`,
    );
  return patternFault(textOf(input, 'AllowedPattern') || (before?.pattern ?? ''), value);
}

function patternFault(pattern: string, value: string): Refused | undefined {
  if (pattern === '') return undefined;
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(value)
      ? undefined
      : fault(
          'ParameterPatternMismatchException',
          `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
        );
  } catch {
    return fault('InvalidAllowedPatternException', `The allowed pattern is not valid: ${pattern}`);
  }
}

function placeFault(site: Site, input: Input, before: Parameter | undefined): Refused | undefined {
  const overwrites = flagOf(input, 'Overwrite') === true;
  if (overwrites && input['Tags'] !== undefined)
    return fault(
      'ValidationException',
      "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
    );
  if (before && !overwrites)
    return fault(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
  const type = textOf(input, 'Type');
  if (before && type !== '' && type !== before.type)
    return fault('HierarchyTypeMismatchException', 'A parameter type cannot be changed.');
  if (!before && parametersOf(site).length >= MOST_PARAMETERS)
    return fault(
      'ParameterLimitExceeded',
      'You have exceeded the number of parameters for this AWS account. Delete one or more parameters and try again.',
    );
  const wanted = wantedKind(input, before);
  if (wanted.type === 'SecureString') return keyFault(site, wanted.keyId);
  return textOf(input, 'KeyId') === ''
    ? undefined
    : fault('ValidationException', 'KeyId is required for SecureString type parameter only.');
}

function written(site: Site, input: Input, before: Parameter | undefined) {
  const name = textOf(input, 'Name');
  const { type = 'String', keyId } = wantedKind(input, before);
  const isSealed = type === 'SecureString';
  const cloud =
    isSealed && keyId === OWN_KEY
      ? withManagedKey(site.cloud, site.account.id, site.region, 'ssm')
      : site.cloud;
  const number = (before?.versions.at(-1)?.number ?? 0) + 1;
  const version = {
    number,
    value: textOf(input, 'Value'),
    modified: cloud.time,
    by: site.session.principal.arn,
  };
  const description = textOf(input, 'Description') || before?.description;
  const pattern = textOf(input, 'AllowedPattern') || before?.pattern;
  const tier = tierOf(input, before);
  const parameter: Parameter = {
    name,
    region: site.region,
    type,
    tier,
    dataType: textOf(input, 'DataType') || (before?.dataType ?? 'text'),
    ...(isSealed ? { keyId } : {}),
    ...(description === undefined ? {} : { description }),
    ...(pattern === undefined ? {} : { pattern }),
    versions: [...(before?.versions ?? []), version].slice(-MOST_VERSIONS),
  };
  const account = accountOf(cloud, site.account.id);
  const parameters = { ...account.systems?.parameters, [keyOf(site.region, name)]: parameter };
  const kept = withSystems(account, { parameters });
  const tags = tagsIn(input);
  const tagged = Object.keys(tags).length === 0 ? kept : withTags(kept, parameterArn(site, name), tags);
  return { cloud: withAccount(cloud, tagged), reply: { Version: number, Tier: tier } };
}

/** A parameter that is advanced stays so; the intelligent tier looks at the size of the value. */
function tierOf(input: Input, before: Parameter | undefined): string {
  const wanted = textOf(input, 'Tier') || before?.tier || 'Standard';
  if (before?.tier === 'Advanced') return 'Advanced';
  if (wanted !== 'Intelligent-Tiering') return wanted;
  return textOf(input, 'Value').length > (SIZES['Standard'] ?? 0) ? 'Advanced' : 'Standard';
}

function withoutParameter(site: Site, account: Account, name: string): Account {
  const parameters = without(account.systems?.parameters ?? {}, keyOf(site.region, name));
  return withTags(withSystems(account, { parameters }), parameterArn(site, name), {});
}

const deleteParameter: Operation = {
  name: 'ssm:DeleteParameter',
  needs: (site, input) => [onParameter(site, 'DeleteParameter', textOf(input, 'Name'))],
  run: (site, input) => {
    const name = textOf(input, 'Name');
    if (!lookup(site.account.systems?.parameters ?? {}, keyOf(site.region, name)))
      return fault('ParameterNotFound', '');
    return { cloud: withAccount(site.cloud, withoutParameter(site, site.account, name)), reply: {} };
  },
};

const deleteParameters: Operation = {
  name: 'ssm:DeleteParameters',
  needs: (site, input) => textsOf(input, 'Names').map((name) => onParameter(site, 'DeleteParameters', name)),
  run: (site, input) => {
    const names = [...new Set(textsOf(input, 'Names'))];
    const known = (name: string): boolean => parameterNamed(site, name) !== undefined;
    const account = names
      .filter(known)
      .reduce<Account>((sum, name) => withoutParameter(site, sum, name), site.account);
    return {
      cloud: withAccount(site.cloud, account),
      reply: {
        DeletedParameters: names.filter(known),
        InvalidParameters: names.filter((name) => !known(name)),
      },
    };
  },
};

export const PARAMETER_CHANGES: readonly Operation[] = [putParameter, deleteParameter, deleteParameters];
