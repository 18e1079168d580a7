const two = (n: number): string => String(n).padStart(2, '0');

/** `1 h`, `15 min`, `1 h 30 min`. */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** The day begins at six in the morning. */
function moment(minutes: number): string {
  const all = 6 * 60 + Math.round(minutes);
  const days = Math.floor(all / 1440);
  const time = `${two(Math.floor((all % 1440) / 60))}:${two(all % 60)}`;
  return days === 0 ? time : `${time}, ${days === 1 ? 'the next day' : `${days} days later`}`;
}

export const stsTimeline = {
  from: 'Signed with',
  call: 'Ask for',
  seconds: 'For',
  ask: 'Ask STS',
  revoke: 'Revoke older sessions of Quay',
  clock: 'Clock',
  moment,
  duration,
  source: (id: string): string =>
    id === 'mei' ? 'Mei’s access key' : id === 'root' ? 'a key of the root user' : `session ${id}`,
  calls: {
    quay: 'the role Quay (at most 12 h)',
    reports: 'the role Reports (at most 4 h)',
    token: 'a session token',
    federation: 'a federated user',
    revoke: 'revoking',
  },
  step: (minutes: number): string => `${minutes < 0 ? '−' : '+'}${duration(Math.abs(minutes))}`,
  refused: (source: string, call: string): string => `STS refuses ${call} to ${source}:`,
  revoked: (at: string): string =>
    `At ${at} Mei revoked older sessions of Quay: a Deny in the role for tokens issued before.`,
  full: 'Twelve calls are enough for one day. Start again to ask for more.',
  lines: 'Credentials, and until when they are good',
  lasting: 'until somebody deletes it',
  span: (from: string, to: string): string => `from ${from} to ${to}`,
  valid: '✓ good: nothing ends it but you',
  reads: '✓ good, and may read winter.csv',
  cut: (gate: string): string => `✕ good, and may do nothing. ${gate}.`,
  ended: (message: string): string => `– over: “${message}”`,
};
