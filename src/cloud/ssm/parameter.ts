// Finding parameters by name, version and ARN, and what is told of them. Source: api-ssm.
import type { BareRequest } from '../authorize.ts';
import { lookup, type Account } from '../cloud.ts';
import { imageParameters } from '../ec2/images.ts';
import { fault, type Refused } from '../fault.ts';
import { hexOf } from '../ids.ts';
import { present, type Reply, type Site } from '../operation.ts';
import type { Parameter, ParameterVersion, SystemsState } from './state.ts';

export type Place = Pick<Site, 'account' | 'region'>;

export interface Found {
  readonly parameter: Parameter;
  readonly version: ParameterVersion;
  /** The version as it was asked for, such as `:3`. */
  readonly selector?: string;
}

/** Beside the name a slash stands once. Those that AWS keeps for everybody belong to no account. */
export function parameterArn({ account, region }: Place, name: string): string {
  const owner = name.startsWith('/aws/') ? '' : account.id;
  return `arn:aws:ssm:${region}:${owner}:parameter/${name.replace(/^\//, '')}`;
}

/** A name without its version, also where an ARN stands for the name. */
export function nameIn(text: string): { readonly name: string; readonly selector?: string } {
  const [, path] = /^arn:aws:ssm:[a-z0-9-]+:\d{0,12}:parameter(\/.+)$/.exec(text) ?? [];
  const whole = path ?? text;
  const at = whole.indexOf(':');
  return at === -1 ? { name: whole } : { name: whole.slice(0, at), selector: whole.slice(at) };
}

export function keyOf(region: string, name: string): string {
  return `${region} ${name}`;
}

/** A parameter that AWS keeps for everybody. Source: ug-ssm-public-parameters. */
function publicParameter(region: string, name: string): Parameter | undefined {
  const value = imageParameters(region).get(name);
  return value === undefined ? undefined : ofEverybody(region, name, value);
}

function ofEverybody(region: string, name: string, value: string): Parameter {
  const modified = Date.parse('2026-11-12T17:20:31.402Z');
  const versions = [{ number: 97, value, modified, by: '' }];
  return { name, region, type: 'String', tier: 'Standard', dataType: 'aws:ec2:image', versions };
}

/** A parameter by name; one whose name has no other slash is found with and without the first one. */
function byName({ account, region }: Place, name: string): Parameter | undefined {
  const kept = account.systems?.parameters ?? {};
  const bare = name.replace(/^\/(?=[^/]+$)/, '');
  return (
    lookup(kept, keyOf(region, name)) ?? lookup(kept, keyOf(region, bare)) ?? publicParameter(region, name)
  );
}

/** What a name with or without a version means. Source: api-ssm. */
export function findParameter(place: Place, text: string): Found | Refused {
  const { name, selector } = nameIn(text);
  const parameter = byName(place, name);
  const last = parameter?.versions.at(-1);
  if (!parameter || !last) return fault('ParameterNotFound', '');
  if (selector === undefined) return { parameter, version: last };
  const version = parameter.versions.find(({ number }) => selector === `:${number}`);
  return version
    ? { parameter, version, selector }
    : fault(
        'ParameterVersionNotFound',
        `Systems Manager could not find version ${selector.slice(1)} of ${name}. Verify the version and try again.`,
      );
}

/** Every parameter that AWS keeps for everybody in the region. */
export function publicParameters({ region }: Place): readonly Parameter[] {
  return [...imageParameters(region)].sort().map(([name, value]) => ofEverybody(region, name, value));
}

/** Every parameter of the account in the region, by name. */
export function parametersOf({ account, region }: Place): readonly Parameter[] {
  return Object.values(account.systems?.parameters ?? {})
    .filter((one) => one.region === region)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function withSystems(account: Account, change: Partial<SystemsState>): Account {
  return { ...account, systems: { ...account.systems, ...change } };
}

/** The pair for a parameter. */
export function onParameter(
  place: Place,
  action: string,
  text: string,
  context: BareRequest['context'] = {},
): BareRequest {
  return { action: `ssm:${action}`, on: parameterArn(place, nameIn(text).name), context };
}

/** The pair of an operation that is about everything of a region. */
export function onRegion({ account, region }: Place, action: string): BareRequest {
  return { action: `ssm:${action}`, on: `arn:aws:ssm:${region}:${account.id}:*` };
}

/** @param isOpen an encrypted value is shown as it was written, not as it is kept */
export function parameterReply(place: Place, found: Found, isOpen: boolean): Reply {
  const { parameter, version, selector } = found;
  const { name, type, dataType } = parameter;
  const isSealed = type === 'SecureString' && !isOpen;
  return present({
    Name: name,
    Type: type,
    Value: isSealed ? sealed(place, name, version) : version.value,
    Version: version.number,
    Selector: selector,
    LastModifiedDate: version.modified,
    ARN: parameterArn(place, name),
    DataType: dataType,
  });
}

/** What an encrypted value looks like: it tells nothing of what is in it. */
function sealed({ account }: Place, name: string, { number, value }: ParameterVersion): string {
  return btoa(`\x01\x02\x02\x00x${hexOf(`${account.id} ${name} ${number}`, 40 + value.length)}`);
}
