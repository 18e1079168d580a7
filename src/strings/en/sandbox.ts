const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const sandbox = {
  title: 'Sandbox',
  standfirst:
    'Ask any question under any policies, and read why the answer is what it is. Nothing leaves this machine.',
  invite: 'Or ask a question of your own in the sandbox',
  label: 'Sandbox: a question and its policies',

  beginTitle: 'Nothing is here yet',
  begin:
    'Begin with a situation that is ready, ask a question of your own, or open one that somebody gave to you.',
  ready: 'Ready situations',
  own: 'Ask a question of my own',
  open: 'Open a request',
  starters: {
    oneAllow: {
      title: 'One Allow',
      about: 'Mei wants to read a timetable, and one policy says yes. The smallest question there is.',
    },
    aDenyWins: {
      title: 'A Deny on the bucket',
      about: 'Sam may do everything in S3, and the bucket has an opinion of its own.',
    },
    aCeiling: {
      title: 'A boundary over a developer',
      about: 'Mei’s group allows all of S3. In her first week a boundary lies over it.',
    },
    twoAccounts: {
      title: 'Two accounts, two yeses',
      about:
        'The night job of analytics asks for a timetable of bookings. One half of the answer is missing.',
    },
    aRoleToTake: {
      title: 'A role for the auditor',
      about: 'Jun of another company takes a role, with the external id that was agreed.',
    },
    anOrganization: {
      title: 'An organization says no',
      about: 'Two levels of service control policies, and a region that is far from home.',
    },
    everyLayer: {
      title: 'Every layer at once',
      about: 'Identity, boundary, session, bucket, organization and endpoint: all of them in one request.',
    },
  },

  question: 'The question',
  may: 'May',
  do: 'do',
  on: 'on',
  end: '?',
  callerType: 'Kind of caller',
  callerTypes: {
    user: 'the user',
    assumedRole: 'the role session',
    root: 'the root user',
    federatedUser: 'the federated user',
    service: 'the service',
    federatedProvider: 'somebody sent by',
    anonymous: 'somebody without credentials',
  },
  caller: 'Who asks, as an ARN',
  action: 'Action',
  resource: 'Resource, as an ARN',
  given: 'given that',
  givenNothing: 'Nothing more is known about the request.',
  is: 'is',
  and: 'and',
  key: (n: number): string => `Condition key ${n}`,
  value: (key: string, n: number): string => `Value ${n} of ${key === '' ? 'the key' : key}`,
  addKey: 'Add a circumstance',
  addValue: (key: string): string => `and more values of ${key === '' ? 'the key' : key}`,
  addValueShort: 'and more',
  removeValue: (key: string): string => `one less value of ${key === '' ? 'the key' : key}`,
  removeValueShort: 'one less',
  removeKey: (key: string): string => `Take ${key === '' ? 'this circumstance' : key} away`,
  accounts: 'Accounts and roles',
  belongs: (caller: string, resource: string): string =>
    caller !== '' && caller === resource
      ? `both are in account ${caller}`
      : `the caller ${caller === '' ? 'has no account' : `is of account ${caller}`}, the resource ${
          resource === '' ? 'of an account not named' : `of ${resource}`
        }`,
  callerAccount: 'Account of the caller',
  roleArn: 'Role of the session, as an ARN',
  issuerArn: 'User who asked for the session, as an ARN',
  inManagementAccount: 'The caller’s account is the management account of its organization',
  serviceLinkedRole: 'The role is a service-linked role',
  resourceAccount: 'Account of the resource',
  resourceInManagementAccount: 'The resource’s account is the management account of its organization',

  troubles: {
    caller: 'Say who asks.',
    action: 'Say which action.',
    resource: 'Say on which resource.',
    keyTwice: (key: string): string =>
      `\`${key}\` stands twice in the question. Give one of them all values.`,
  },

  policies: 'Policies',
  noPolicies: 'No policy is here, so nothing allows it.',
  add: 'Add a policy',
  layers: {
    identity: { name: 'identity policy', says: 'of the caller, its groups or its role: what they may do' },
    boundary: { name: 'permissions boundary', says: 'a ceiling over the caller’s own policies' },
    session: { name: 'session policy', says: 'handed over when the session began, narrows it' },
    resource: {
      name: 'policy of the resource',
      says: 'a bucket’s, a key’s, a queue’s; the trust policy of a role',
    },
    scp: { name: 'service control policy', says: 'of the organization, over the caller’s account' },
    rcp: { name: 'resource control policy', says: 'of the organization, over the resource’s account' },
    vpce: { name: 'endpoint policy', says: 'of the VPC endpoint that the request goes through' },
  },
  firstNames: {
    identity: 'identity policy',
    boundary: 'boundary',
    session: 'session policy',
    resource: 'resource policy',
    scp: 'guardrail',
    rcp: 'resource guardrail',
    vpce: 'endpoint policy',
  },
  levelName: (level: number): string => (level === 0 ? 'the root' : `level ${level + 1}`),
  atLevel: (level: number): string => `at ${level === 0 ? 'the root' : `level ${level + 1}`}`,
  level: 'Level',
  newLevel: 'a new level below',
  emptyLevel: (kind: string, level: number): string =>
    `${level === 0 ? 'The root' : `Level ${level + 1}`} has no ${kind}, so it allows nothing.`,
  removeLevel: 'Take the level away',
  name: 'Name',
  nameOf: (name: string): string => `Name of ${name}`,
  remove: (name: string): string => `Take away ${name}`,
  removeShort: 'Take away',
  layOut: 'Lay out',
  suggest: 'Suggest',
  suggestKey: 'Ctrl+Space',
  decides: 'decides',
  errors: (n: number): string => many(n, 'error', 'errors'),
  warnings: (n: number): string => many(n, 'note', 'notes'),

  suggestions: 'Suggestions',
  suggested: (n: number): string =>
    n === 0
      ? 'Nothing is known that fits here.'
      : `${many(n, 'suggestion', 'suggestions')}, choose with the arrow keys and Enter.`,

  errorLine: 'What AWS would say',
  inSentences: 'Step by step',

  compareFrom: 'Keep this version to compare',
  whatIf: 'What would change',
  whatIfNone:
    'Choose a policy and keep its version. Then change it: the table shows which requests would be decided otherwise.',
  importTitle: 'Open a request',
  exportTitle: 'Save or share',
  linkDamaged: 'The situation in this address is damaged and cannot be opened. Ask for the link again.',
  linkNewer: 'The situation in this address was made by a newer version. Update, and open it again.',
  linkOpened: 'Opened from the address. Undo brings back what was here.',

  undo: 'Undo',
  startAgain: 'Start again',
};
