// The world's time as it is shown.

/** `09:04:10`. */
export function clockOf(time: number): string {
  return new Date(time).toISOString().slice(11, 19);
}

/** `2026-11-23 09:04:10`. */
export function momentOf(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
