// Options of an instance's metadata service, as a call gives them.
import { accountOf, lookup, withAccount, type Cloud } from '../cloud.ts';
import { isStructure, numberOf, textOf } from '../operation.ts';
import { IMDS_DEFAULTS, launchOf } from './instance.ts';
import type { MetadataOptions } from './state.ts';

/** The options with those of the call over them. An instance that demands tokens does so unless told. */
export function wantedMetadata(wanted: unknown, before: MetadataOptions = IMDS_DEFAULTS): MetadataOptions {
  if (!isStructure(wanted)) return before;
  return {
    tokens: textOf(wanted, 'HttpTokens') || before.tokens,
    hopLimit: numberOf(wanted, 'HttpPutResponseHopLimit') ?? before.hopLimit,
    endpoint: textOf(wanted, 'HttpEndpoint') || before.endpoint,
    ipv6: textOf(wanted, 'HttpProtocolIpv6') || before.ipv6,
    tags: textOf(wanted, 'InstanceMetadataTags') || before.tags,
  };
}

/** The cloud in which an instance has these options, whoever may have asked for them. */
export function withMetadataOptions(
  cloud: Cloud,
  owner: string,
  id: string,
  options: Partial<MetadataOptions>,
): Cloud {
  const account = accountOf(cloud, owner);
  const instance = lookup(account.instances, id);
  if (!instance) return cloud;
  const launch = launchOf({ account }, instance);
  const changed = { ...instance, launch: { ...launch, metadata: { ...launch.metadata, ...options } } };
  return withAccount(cloud, { ...account, instances: { ...account.instances, [id]: changed } });
}
