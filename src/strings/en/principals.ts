export const principals = {
  label: 'Everybody in the account',
  kinds: {
    root: 'the root user',
    user: 'users',
    group: 'groups',
    role: 'roles',
    session: 'sessions of roles',
  },
  about: {
    root: 'It comes with the account and signs in with an e-mail address. Its id is the number of the account.',
    user: 'Somebody with long-term credentials. Policies may name it, and it may ask for things.',
    group:
      'A list of users that carries policies. It asks for nothing, so that no policy names it as a principal.',
    role: 'A hat without credentials of its own. Policies name it, and sessions wear it.',
    session:
      'What acts while a role is worn: the id of the role, a colon, and the name of the session. The path of the role does not show.',
  },
  arn: 'ARN',
  id: 'unique id',
  principal: 'can be a principal',
  yes: 'yes',
  no: 'no',
  groupsOf: 'groups',
  membersOf: 'members',
  roleOf: 'wears',
  none: 'none',
  acts: {
    rename: (user: string): string => `Rename ${user} to ${user}.w`,
    leave: (user: string): string => `Take ${user} out of the group`,
    delete: (user: string): string => `Delete ${user}`,
    create: (user: string): string => `Create a user called ${user}`,
  },
  actsLabel: 'What you can do',
  policyOf: (bucket: string): string => `The policy of ${bucket}, as it reads now`,
  readsLabel: 'Who reads the timetable?',
  reads: {
    named: (user: string): string => `\`${user}\` reads it: the bucket names the id behind this user.`,
    own: (user: string): string => `\`${user}\` reads it by a policy of their own.`,
    silent: (user: string): string =>
      `\`${user}\` does not read it: no policy speaks of the id behind this user.`,
    denied: (user: string): string => `\`${user}\` does not read it: a Deny matches.`,
  },
  refused: (code: string, message: string): string => `AWS refuses: \`${code}\`. ${message}`,
};
