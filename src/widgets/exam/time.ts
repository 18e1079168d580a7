// Spans of time as people read them.

/** Milliseconds as `18:42`, or `1:02:05` from an hour on. A begun second counts. */
export function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

export function dateText(at: number): string {
  return new Date(at).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' });
}

const ANNOUNCED = [30, 15, 5, 1];

/** The minutes to announce when the time left falls from one value to another. */
export function announced(before: number, now: number): number | undefined {
  return ANNOUNCED.find((minutes) => before > minutes * 60_000 && now <= minutes * 60_000);
}

/** How long something took, in its two largest units, as `3 hours 12 minutes`. */
export function spanText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  const units = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const parts = units.filter(([n]) => n > 0).slice(0, 2);
  const list = new Intl.ListFormat('en', { style: 'narrow', type: 'unit' });
  return list.format(
    parts.map(([n, unit]) => n.toLocaleString('en', { style: 'unit', unit, unitDisplay: 'long' })),
  );
}
