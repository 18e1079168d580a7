export const passwordPolicy = {
  whose: 'The account',
  whoses: { none: 'has no password policy', own: 'has a policy of its own' },
  length: 'Least length',
  reuse: 'Passwords remembered',
  reuseHint: 'empty: none',
  kindsLabel: 'At least one',
  kinds: {
    Uppercase: 'uppercase letter',
    Lowercase: 'lowercase letter',
    Numbers: 'number',
    Symbols: 'symbol',
  },
  password: 'The new password of Oskar',
  before: 'His password until now',
  commandLabel: 'The call that writes this policy',
  again: 'Send a second call that says only the length',
  taken: 'AWS takes the password.',
  takenByDefault:
    'AWS takes the password. Without a policy its own rule counts: eight characters, three of the four kinds, not the name of the account.',
  refused: (why: string): string => `AWS refuses it: ${why}.`,
  problems: {
    length: 'A least length is a number from 6 to 128; left empty it is 6.',
    reuse: 'From 1 to 24 passwords are remembered, or none where the field is empty.',
    passwordTooLong: 'No password has more than 128 characters.',
    passwordUnreadable: 'A password is made of letters, numbers and signs of the Latin alphabet.',
  },
  notChecked:
    'What counts at once and what later: a new length waits for the next change of a password, an expiry does not.',
};
