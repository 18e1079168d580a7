// Sizes as people read them.
import { expect, it } from 'vitest';
import { bytesText } from './bytes.ts';

it.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [1_200, '2 kB'],
  [999_000, '999 kB'],
  [1_000_000, '1.0 MB'],
  [34_560_000, '34.6 MB'],
  [2_500_000_000, '2.5 GB'],
  [61_000_000_000_000, '61.0 TB'],
])('%i bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
