// How instances are launched on the command line: how many, and with which network interface. Source: cli-source.
import { makeBase64 } from './base64.ts';
import { Mistake, parameterFault } from './faults.ts';
import { flagPair, table, type Parameter, type Parameters } from './options.ts';
import { isWhole, type Words } from './arguments.ts';
import { isList, isStructure, type Structure, type Value } from './value.ts';

/** `--count 2` or `--count 1:3` instead of the least and the most; the interface's simple options. */
export function withInstances(parameters: Parameters): Parameters {
  const kept = [...parameters.values()].filter(({ name }) => name !== 'min-count' && name !== 'max-count');
  return table([
    ...kept.map((one) =>
      one.name === 'no-disable-api-termination' ? { ...one, name: 'enable-api-termination' } : one,
    ),
    { name: 'count', takes: 'one', fill: counted },
    {
      name: 'secondary-private-ip-addresses',
      takes: 'many',
      fill: (filled, written) => interfaceWith(filled, 'PrivateIpAddresses', addresses(written)),
    },
    {
      name: 'secondary-private-ip-address-count',
      takes: 'one',
      whole: true,
      fill: (filled, written) => interfaceWith(filled, 'SecondaryPrivateIpAddressCount', Number(written)),
    },
    ...flagPair('associate-public-ip-address', (filled, value) =>
      interfaceWith(filled, 'AssociatePublicIpAddress', value),
    ),
  ]);
}

const counted: Parameter['fill'] = (filled, written) => {
  const [least = '', most = least, ...others] = typeof written === 'string' ? written.split(':') : [];
  if (others.length > 0 || !isWhole(least) || !isWhole(most)) {
    throw new Mistake(parameterFault('count parameter should be of form min[:max] (e.g. 1 or 1:10)'));
  }
  return { ...filled, MinCount: Number(least), MaxCount: Number(most) };
};

/**
 * What is not said of a launch: one instance, an interface's own members in the interface, and what the instance is to do
 * as base64.
 */
export function launched(parameters: Structure): Structure {
  const { UserData: data } = parameters;
  const encoded =
    typeof data === 'string' || data instanceof Uint8Array
      ? { UserData: makeBase64(typeof data === 'string' ? new TextEncoder().encode(data) : data) }
      : {};
  return { MaxCount: 1, MinCount: 1, ...moved(parameters), ...encoded };
}

const OF_INTERFACE = ['PrivateIpAddresses', 'SecondaryPrivateIpAddressCount', 'AssociatePublicIpAddress'];

/** Members that AWS refuses beside an interface, and what the interface calls them. */
const MOVED: readonly (readonly [string, string])[] = [
  ['SubnetId', 'SubnetId'],
  ['SecurityGroupIds', 'Groups'],
  ['PrivateIpAddress', 'PrivateIpAddresses'],
  ['Ipv6AddressCount', 'Ipv6AddressCount'],
  ['Ipv6Addresses', 'Ipv6Addresses'],
  ['EnablePrimaryIpv6', 'PrimaryIpv6'],
];

function moved(parameters: Structure): Structure {
  const { NetworkInterfaces: interfaces } = parameters;
  const [first, ...others] = isList(interfaces) ? interfaces : [];
  if (!isStructure(first) || !OF_INTERFACE.some((member) => Object.hasOwn(first, member))) return parameters;
  const present = MOVED.flatMap(([from, to]): [string, string, Value][] => {
    const value = parameters[from];
    return value === undefined ? [] : [[from, to, value]];
  });
  const added = present.map(([from, to, value]): [string, Value] => [
    to,
    from === 'PrivateIpAddress' ? [{ PrivateIpAddress: value, Primary: true }] : value,
  ]);
  const kept = Object.entries(parameters).filter(([name]) => !present.some(([from]) => from === name));
  return {
    ...Object.fromEntries(kept),
    NetworkInterfaces: [{ ...first, ...Object.fromEntries(added) }, ...others],
  };
}

function interfaceWith(filled: Structure, member: string, value: Value): Structure {
  const { NetworkInterfaces: interfaces } = filled;
  const [first, ...others] = isList(interfaces) ? interfaces : [];
  const start = isStructure(first) ? first : { DeviceIndex: 0 };
  return { ...filled, NetworkInterfaces: [{ ...start, [member]: value }, ...others] };
}

function addresses(written: Words): Value {
  const list = typeof written === 'object' ? written : [];
  return list.map((address) => ({ PrivateIpAddress: address, Primary: false }));
}
