const number = (n: number): string => n.toLocaleString('en');

export const sizes = {
  label: 'A policy',
  oneLine: 'Write it on one line',
  division: 'Kept as',
  divisions: ['one policy', 'two policies, half of the statements each', 'three policies, a third each'],
  where: 'Where it lives',
  size: 'Characters of its quota',
  fits: 'Does it fit?',
  places: {
    user: 'Inline in a user, all together',
    group: 'Inline in a group, all together',
    role: 'Inline in a role, all together',
    managed: 'Managed, each by itself',
    session: 'Passed for one session',
  },
  counted: (written: number, parts: readonly number[]): string =>
    `${number(written)} characters are written. IAM leaves out white space and counts ${parts.map(number).join(' + ')}.`,
  of: (counted: number, quota: number): string => `${number(counted)} of ${number(quota)}`,
  over: (over: number): string => `no, ${number(over)} too many`,
  room: (left: number): string => `yes, ${number(left)} left`,
  faults: {
    empty: 'Type or paste a policy.',
    tooLong: 'This is longer than any place takes. 200,000 characters are the most that is measured here.',
    notJson:
      'This is no JSON object, so there is nothing to measure. Look for a missing bracket, quote or comma.',
    noStatements: 'There is no `Statement` in it that could be divided.',
  },
};
