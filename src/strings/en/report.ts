const KEY = (key: number): string => (key === 1 ? 'The first key' : 'The second key');

export const report = {
  reports: 'Which report',
  made: 'Sixty users',
  own: 'Your own',
  parts: 'Which columns',
  part: { password: 'Password and MFA', first: 'First key', second: 'Second key' },
  columns: {
    user: 'User',
    password_enabled: 'Password',
    password_last_used: 'Last used',
    mfa_active: 'MFA',
    access_key_1_active: 'Active',
    access_key_1_last_rotated: 'Last rotated',
    access_key_1_last_used_date: 'Last used',
    access_key_2_active: 'Active',
    access_key_2_last_rotated: 'Last rotated',
    access_key_2_last_used_date: 'Last used',
  },
  find: 'Only lines with',
  findExample: 'true false',
  table: 'Lines of the report',
  shown: (count: number, all: number): string => `${count} of ${all} lines`,
  ask: 'Is it wrong?',
  askOf: (user: string): string => `Is it wrong? ${user}`,
  moment: (day: string): string => `The youngest date in it is ${day}. Days are counted from there.`,
  found: (count: number, all: number): string => `Found: ${count} of ${all}`,
  whole: 'All are found. Three columns told it: active, last rotated, last used. And for passwords the MFA.',
  none: 'No line has a problem of these kinds.',
  problems: {
    password: (): string => 'There is a password, and no MFA. Whoever learns the password is in.',
    unused: (key: number, days: number): string =>
      `${KEY(key)} is active and has signed nothing for ${days} days. It opens the door, and nobody would miss it.`,
    never: (key: number, days: number): string =>
      `${KEY(key)} is active, ${days} days old, and has never signed anything.`,
    rootKey: (key: number): string =>
      `${KEY(key)} belongs to root and is active. No policy of the account limits it.`,
    rootMfa: (): string => 'Root has no MFA.',
  },
  seemings: {
    oldButUsed: (key: number, days: number): string =>
      `${KEY(key)} is ${days} days old, and it was used within ninety days. Plan a new key; switching this one off stops somebody’s work.`,
    switchedOff: (key: number): string => `${KEY(key)} is switched off. It opens nothing.`,
    young: (key: number, days: number): string =>
      `${KEY(key)} has never been used, but it is only ${days === 1 ? 'a day' : `${days} days`} old. Somebody may be about to change over to it.`,
    noPassword: (): string => 'There is no MFA, and no password that it would have to protect.',
  },
  fine: 'Nothing at this line is wrong.',
  notWrong: 'No problem.',
  wrong: 'A problem.',
  field: 'Your report, as text with commas',
  faults: {
    empty: 'Paste a report, with its line of column names.',
    tooLong: 'This is longer than 400,000 characters. Paste fewer lines, below the line of column names.',
    encoded: 'This is still encoded. Decode it first: `base64 -d`.',
    noLines: 'There are column names and no lines below them.',
    column: (column: string): string =>
      `The first line names no column \`${column}\`. Copy the whole report.`,
    cells: (line: number, cells: number, columns: number): string =>
      `Line ${line} has ${cells} cells, and the first line names ${columns} columns.`,
    cell: (line: number, column: string, text: string): string =>
      text === ''
        ? `Line ${line}: nothing stands in \`${column}\`.`
        : `Line ${line}: \`${text}\` does not fit into \`${column}\`.`,
  },
};
