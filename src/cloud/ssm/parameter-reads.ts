// Reading parameters: one, several by name, all below a path.
import type { BareRequest } from '../authorize.ts';
import { isRefused, type Refused } from '../fault.ts';
import { flagOf, textOf, textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { keyFault, keyPair, OWN_KEY } from './parameter-key.ts';
import {
  findParameter,
  onParameter,
  parameterReply,
  parametersOf,
  publicParameters,
  type Found,
} from './parameter.ts';
import { filterFault, passes } from './parameter-filters.ts';
import { ssmPage } from './page.ts';

export const isOpen = (input: Input): boolean => flagOf(input, 'WithDecryption') === true;

/** The pairs on the keys of encrypted parameters, each key once, where somebody wants to read what is in them. */
function decrypting(site: Site, input: Input, found: readonly Found[]): readonly BareRequest[] | Refused {
  if (!isOpen(input)) return [];
  const pairs: BareRequest[] = [];
  for (const { parameter } of found) {
    if (parameter.type !== 'SecureString') continue;
    const pair = keyPair(site, parameter.name, parameter.keyId ?? OWN_KEY, 'Decrypt');
    if (isRefused(pair)) return pair;
    pairs.push(...pair);
  }
  return pairs;
}

/** The first of the parameters whose key cannot be used. */
export function closed(site: Site, input: Input, found: readonly Found[]): Refused | undefined {
  if (!isOpen(input)) return undefined;
  return found
    .filter(({ parameter }) => parameter.type === 'SecureString')
    .map(({ parameter }) => keyFault(site, parameter.keyId ?? OWN_KEY))
    .find((one) => one !== undefined);
}

/** The pairs for reading one parameter. */
export function readingPairs(site: Site, action: string, input: Input): readonly BareRequest[] | Refused {
  const name = textOf(input, 'Name');
  const found = findParameter(site, name);
  const keys = isRefused(found) ? [] : decrypting(site, input, [found]);
  return isRefused(keys) ? keys : [onParameter(site, action, name), ...keys];
}

const getParameter: Operation = {
  name: 'ssm:GetParameter',
  needs: (site, input) => readingPairs(site, 'GetParameter', input),
  run: (site, input) => {
    const found = findParameter(site, textOf(input, 'Name'));
    if (isRefused(found)) return found;
    const stop = closed(site, input, [found]);
    return stop ?? { cloud: site.cloud, reply: { Parameter: parameterReply(site, found, isOpen(input)) } };
  },
};

function foundIn(site: Site, input: Input): readonly Found[] {
  return [...new Set(textsOf(input, 'Names'))].flatMap((name) => {
    const found = findParameter(site, name);
    return isRefused(found) ? [] : [found];
  });
}

/** Names that mean nothing are listed, and refuse nothing. Source: api-ssm. */
const getParameters: Operation = {
  name: 'ssm:GetParameters',
  needs: (site, input) => {
    const keys = decrypting(site, input, foundIn(site, input));
    if (isRefused(keys)) return keys;
    return [...textsOf(input, 'Names').map((name) => onParameter(site, 'GetParameters', name)), ...keys];
  },
  run: (site, input) => {
    const found = foundIn(site, input);
    const stop = closed(site, input, found);
    if (stop) return stop;
    const names = [...new Set(textsOf(input, 'Names'))];
    const Parameters = [...found]
      .sort((a, b) => (a.parameter.name < b.parameter.name ? -1 : 1))
      .map((one) => parameterReply(site, one, isOpen(input)));
    const InvalidParameters = names.filter((name) => isRefused(findParameter(site, name)));
    return { cloud: site.cloud, reply: { Parameters, InvalidParameters } };
  },
};

/** What lies below a path; only what lies right below it unless all levels are wanted. */
function below(site: Site, input: Input): readonly Found[] {
  const path = `${textOf(input, 'Path').replace(/\/$/, '')}/`;
  const deep = flagOf(input, 'Recursive') === true;
  const all = path.startsWith('/aws/') ? publicParameters(site) : parametersOf(site);
  return all.flatMap((parameter) => {
    const version = parameter.versions.at(-1);
    const name = parameter.name.startsWith('/') ? parameter.name : `/${parameter.name}`;
    const rest = name.startsWith(path) ? name.slice(path.length) : '';
    const isBelow = version !== undefined && rest !== '' && (deep || !rest.includes('/'));
    return isBelow && passes(site, input, parameter) ? [{ parameter, version }] : [];
  });
}

const getParametersByPath: Operation = {
  name: 'ssm:GetParametersByPath',
  needs: (site, input) => {
    const keys = decrypting(site, input, below(site, input));
    if (isRefused(keys)) return keys;
    const context = { 'ssm:Recursive': String(flagOf(input, 'Recursive') === true) };
    const path = textOf(input, 'Path');
    return [onParameter(site, 'GetParametersByPath', path.replace(/(.)\/$/, '$1'), context), ...keys];
  },
  run: (site, input) => {
    const wrong = filterFault(input, 'path');
    if (wrong) return wrong;
    const found = below(site, input);
    const stop = closed(site, input, found);
    if (stop) return stop;
    const replies = found.map((one) => parameterReply(site, one, isOpen(input)));
    return ssmPage(site, input, 'Parameters', replies, 10);
  },
};

export const PARAMETER_READS: readonly Operation[] = [getParameter, getParameters, getParametersByPath];
