export const totp = {
  secret: 'The secret that phone and account share',
  secretFaults: {
    letters: 'A secret is written in base32: the letters A to Z and the digits 2 to 7.',
    short: 'A secret has at least 16 characters.',
    long: 'A secret has at most 128 characters.',
  },
  ahead: 'The clock of the phone',
  aheads: {
    '0': 'is right',
    '-25': 'is 25 seconds behind',
    '600': 'is ten minutes ahead',
    '7200': 'is two hours ahead',
  },
  phone: 'The phone of Mei',
  account: 'The account',
  time: 'time',
  code: 'code',
  left: (seconds: number): string => `${seconds} seconds left`,
  leftLabel: 'How long the code lasts',
  run: 'Let the time run',
  stop: 'Stop the time',
  later: '30 seconds later',
  acts: {
    give: 'Give the code',
    again: 'Give the last code again',
    resync: 'Set the device right with two codes',
  },
  actsLabel: 'What Mei and her administrator can do',
  triedLabel: 'What AWS said',
  good: {
    give: (code: string): string => `\`${code}\`: a session with MFA.`,
    again: (code: string): string => `\`${code}\` again: a session with MFA.`,
    resync: (codes: string): string =>
      `\`${codes}\`: set right. The account knows now how far the phone is away.`,
  },
  bad: (codes: string, code: string, message: string): string => `\`${codes}\`: \`${code}\`. ${message}`,
};
