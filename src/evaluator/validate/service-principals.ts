// Services as principals of a resource: for whom do they act? And keys that say nothing in the policy of a resource.
import { found, NONE, when, type Check } from './check.ts';
import { SOURCE_KEYS } from './global-keys.ts';

/** Keys of a principal of one's own, which a call by a service does not have. Source: ug-context-keys. */
const NOT_OF_SERVICES = /^aws:principal(?:orgid|orgpaths|tag\/.*)$/;

/** Roles Anywhere makes tags of the certificate. Source: ug-context-keys. */
const OF_A_CERTIFICATE = /^aws:principaltag\/x509(?:subject|issuer|san)\//;

export const SERVICE_PRINCIPALS: readonly Check[] = [
  {
    codes: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL'],
    kinds: ['resource'],
    statement: ({ effect, principal, keys, conditions }) => {
      const restricted = SOURCE_KEYS.some((key) => keys.has(key));
      if (effect !== 'Allow' || !principal || principal.not || restricted) return NONE;
      const other = conditions.find(({ lower }) => lower === 'aws:referer')?.key;
      return principal.named
        .filter(({ key }) => key === 'Service')
        .map((named) =>
          other
            ? found('RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', other, {
                key: other.value,
                found: named.value,
              })
            : found('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', named),
        );
    },
  },
  {
    codes: ['UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL'],
    kinds: ['resource', 'trust'],
    condition: ({ lower, key, operator }, { effect, principal }) => {
      const services =
        principal?.named.length !== 0 && principal?.named.every((named) => named.key === 'Service');
      const asks = effect === 'Allow' && !operator.ifExists && operator.name !== 'Null';
      return when(
        services === true && asks && NOT_OF_SERVICES.test(lower) && !OF_A_CERTIFICATE.test(lower),
        'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
        key,
        { key: key.value },
      );
    },
  },
  {
    codes: ['IRRELEVANT_CONDITION_KEY_IN_POLICY'],
    kinds: ['resource'],
    condition: ({ lower, key }) =>
      when(
        /^(?:s3:resourceaccount|aws:resource(?:account|orgid|orgpaths))$/.test(lower),
        'IRRELEVANT_CONDITION_KEY_IN_POLICY',
        key,
        {
          key: key.value,
        },
      ),
  },
];
