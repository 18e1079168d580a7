// Options of an instance's metadata service, as a call gives them.
import { isStructure, numberOf, textOf } from '../operation.ts';
import { IMDS_DEFAULTS } from './instance.ts';
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
