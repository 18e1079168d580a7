// Sizes as people read them.

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** In steps of a thousand: whole kilobytes, then one digit behind the point. */
export function bytesText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3) - 1));
  const value = bytes / 1000 ** (step + 1);
  return `${step === 0 ? Math.ceil(value) : value.toFixed(1)} ${UNITS[step] ?? ''}`;
}
