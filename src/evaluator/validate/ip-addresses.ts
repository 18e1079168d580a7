// Conditions on addresses: their form, bits that are ignored, private ranges that never come from the Internet.
import { baseOf, isPrivate, makeRange, parseRange } from './addresses.ts';
import { found, NONE, type ConditionCheck } from './check.ts';

export const IP_ADDRESSES: readonly ConditionCheck[] = [
  {
    codes: ['TYPE_MISMATCH_IP_RANGE', 'IMPROVE_IP_RANGE'],
    condition: ({ operator, values }) =>
      operator.family !== 'Ip'
        ? NONE
        : values.flatMap((value) => {
            if (value.value.includes('${')) return NONE;
            const range = parseRange(value.value);
            if (!range) return found('TYPE_MISMATCH_IP_RANGE', value);
            return baseOf(range) === range.value
              ? NONE
              : found('IMPROVE_IP_RANGE', value, { wanted: makeRange(range) });
          }),
  },
  {
    codes: [
      ...(['PRIVATE_IP_ADDRESS', 'PRIVATE_NOT_IP_ADDRESS'] as const),
      ...(['PRIVATE_IP_ADDRESS_SUBSET', 'PRIVATE_NOT_IP_ADDRESS_SUBSET'] as const),
    ],
    condition: ({ operator, lower, key, values }) => {
      if (operator.family !== 'Ip' || lower !== 'aws:sourceip') return NONE;
      const ranges = values.filter(({ value }) => {
        const range = parseRange(value);
        return range !== undefined && isPrivate(range);
      });
      if (ranges.length === 0) return NONE;
      if (ranges.length === values.length)
        return [found(operator.isNegated ? 'PRIVATE_NOT_IP_ADDRESS' : 'PRIVATE_IP_ADDRESS', key)];
      const code = operator.isNegated ? 'PRIVATE_NOT_IP_ADDRESS_SUBSET' : 'PRIVATE_IP_ADDRESS_SUBSET';
      return ranges.map((range) => found(code, range));
    },
  },
];
